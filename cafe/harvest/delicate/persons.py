"""Third persons: kin, neighbours, one patient. Pure."""

from __future__ import annotations

import re

from cafe.harvest.delicate.lists import any_of, listed

_KIN_NB = listed(
    r"""
mor | far | mora | faren | mamma | pappa | søster | syster | bror | broren | søsteren | systera | sønn |
sønnen | son | sonen | datter | datteren | dotter | dottera | barn | barna | kone | kona | mann | mannen |
ektemann | samboer | samboeren | sambuar | kjæreste | kjæresten | kjærast | kjærasten | eks | eksen |
onkel | tante | bestemor | bestefar | mormor | morfar | farmor | farfar | svoger | svigermor | svigerfar |
stesønn | stefar | stemor | kusine | fetter | nevø | niese | niesen | barnebarn | nabo | naboen | kollega
| kollegaen | sjef | sjefen | venn | vennen | venninne | venninna | venninnen | ven | venen | venninn
"""
)
_WHOSE_NB = listed(
    r"""
min | mi | mitt | mine | din | di | sin | si | sitt | sine | hans | hennes | hennar | deres | deira | vår
| vårt | våre
"""
)
_KIN_NB_AFTER = listed(
    r"""
mora | faren | søstera | søsteren | broren | sønnen | sonen | dattera | datteren | dottera | kona | mannen
| samboeren | kjæresten | kjærasten | tanta | onkelen | naboen | kollegaen | sjefen | vennen | venninna |
venninnen | mamma | pappa | bestemor | bestefar | bror | syster | dotter | far | mor
"""
)
_KIN_SV = listed(
    r"""
mor | far | mamma | pappa | syster | bror | son | dotter | barn | fru | hustru | man | make | maka | sambo
| särbo | pojkvän | flickvän | morbror | farbror | moster | faster | mormor | morfar | farmor | farfar |
svåger | svärmor | svärfar | styvson | kusin | barnbarn | granne | kollega | chef | vän | väninna | kompis
"""
)
_WHOSE_SV = listed(
    r"""
min | mitt | mina | din | ditt | sin | sitt | sina | hans | hennes | deras | vår | vårt | våra
"""
)
_KIN_EN = listed(
    r"""
mother | mom | mum | father | dad | sister | brother | son | daughter | child | kid | kids | wife |
husband | partner | spouse | girlfriend | boyfriend | ex | uncle | aunt | grandmother | grandma |
grandfather | grandpa | nephew | niece | cousin | stepson | stepfather | stepmother | mother-in-law |
father-in-law | neighbor | neighbour | colleague | coworker | boss | friend | best friend | roommate
"""
)
_WHOSE_EN = listed(
    r"""
my | his | her | their | our
"""
)
_AGED = r"(?:(?:på|of|aged)\s+\d{1,2}\b(?!\s*%)|i\s+\w+-?(?:åra|årene|årsåldern))"
_ONE_NB = listed(
    r"""
pasient | bruker | brukar | beboer | bebuar | klient | elev | mann | kvinne | jente | gutt | gut | dame |
kar | tenåring | ungdom
"""
)
_DID_NB = listed(
    r"""
heter | heiter | bor | bur | ble | vart | blei | fikk | fekk | døde | døydde | ringte | tok | har hatt |
hadde | var
"""
)
_ONE_SV = listed(
    r"""
brukare | klient | elev | kille | tjej | flicka | pojke | kvinna | man | dam | tonåring
"""
)
_DID_SV = listed(
    r"""
heter | bor | blev | fick | dog | ringde | tog | har haft | hade | var
"""
)
_ONE_EN = listed(
    r"""
patient | client | resident | user | student | man | woman | girl | boy | guy | lady | kid
"""
)
_WHERE_NB = rf"(?:hos\s+(?:oss|meg)|her\s+(?:på|i)|ved|{_AGED}|jeg|eg|vi|som\s+(?:{_DID_NB}))"
_WHERE_EN = rf"(?:who|at\s+our|of\s+(?:mine|ours)|{_AGED}|I\s+(?:know|met|work))"

_KIN = (
    rf"(?:{_WHOSE_NB})\s+(?:(?:eldste|yngste|egen|eigen|eiga)\s+)?(?:{_KIN_NB})",
    rf"(?:{_KIN_NB_AFTER})\s+(?:{_WHOSE_NB})",
    rf"(?:{_WHOSE_SV})\s+(?:(?:äldsta|yngsta|egen)\s+)?(?:{_KIN_SV})",
    rf"(?:{_WHOSE_EN})\s+(?:(?:own|eldest|youngest|older|younger|late|\d+[- ]year[- ]old)\s+)?(?:{_KIN_EN})",
)
_ONE = (
    rf"(?:en|ei|ein)\s+(?:(?:ung|eldre|av\s+våre)\s+)?(?:{_ONE_NB})\s+{_WHERE_NB}",
    r"(?:en|ein|ei)\s+(?:pasient|patient)\s+(?:på|i|med|hos|som)",
    r"(?:en|noen|ein|nokon|ei)\s+(?:som\s+)?(?:jeg|eg|vi)\s+kjenn?e?r",
    r"(?:naboen|nabokona|grannen|kollegaen)",
    rf"(?:en|ett)\s+(?:(?:ung|äldre)\s+)?(?:{_ONE_SV})\s+(?:hos\s+oss|{_AGED}|jag|vi|som\s+(?:{_DID_SV}))",
    r"(?:en|någon)\s+(?:som\s+)?jag\s+känner",
    rf"(?:a|one|this)\s+(?:(?:young|old|elderly)\s+)?(?:{_ONE_EN})\s+{_WHERE_EN}",
    r"(?:someone|somebody|people|a\s+person|a\s+family)\s+I\s+know",
    r"(?:a|an|my|his|her)\s+\d{1,2}[- ]year[- ]old",
    r"the\s+(?:neighbou?r|man|woman|guy|lady)\s+next\s+door",
)

PERSONS: tuple[tuple[re.Pattern[str], str], ...] = ((any_of(_KIN), "kin"), (any_of(_ONE), "one_person"))
