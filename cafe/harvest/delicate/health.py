"""Words of illness, medicine and what was done to somebody. Pure.

Events and medicines are marked wherever they stand. Conditions are what these networks talk of all day, and
are marked only in a sentence that is about somebody.
"""

from __future__ import annotations

import re

from cafe.harvest.delicate.lists import any_of, listed

_EVENTS = listed(
    r"""
innlagt | innlagd | tvangsinnlagt | tvangsinnlagd | tvangsinnleggelse | tvangsinnlegging |
tvangsmedisinert | utskrevet fra | utskriven frå | beltelagt | skjermet avdeling | selvmord\w* |
sjølvmord\w* | tok livet sitt | tatt livet | teke livet | selvskad\w* | sjølvskad\w* | overdose\w* |
voldtatt | valdteken | voldtekt | misbrukt | abort | sykmeldt | sjukmeld | uføretrygdet | ufør | diagnosen
| fikk diagnose\w* | fekk diagnose\w* | inlagd | tvångsvård\w* | tvångsinlagd | utskriven från |
självmord\w* | suicid\w* | tog sitt liv | tagit sitt liv | självskad\w* | överdos\w* | våldtagen |
våldtäkt\w* | sjukskriven | bältad | fick diagnos\w* | hospitali[sz]ed | committed to | sectioned |
admitted to | suicid\w* | killed (?:him|her)self | took (?:his|her) own life | self-harm\w* | overdos\w* |
raped | was abused | miscarriage | diagnosed | relapsed | in rehab | on disability
"""
)
_MEDICINES = listed(
    r"""
litium | lithium | olan[sz]apin\w* | zyprexa | kvetiapin | quetiapin\w* | seroquel | risperdal |
risperidon\w* | klozapin | clozapin\w* | leponex | abilify | aripiprazol\w* | haldol | trilafon | ritalin
| concerta | aduvanz | elvanse | medikinet | strattera | sobril | oxazepam | valium | stesolid | diazepam
| xanax | alprazolam | rivotril | imovane | zopiclon\w* | zopiklon | cipralex | escitalopram | zoloft |
sertralin\w* | prozac | fluoxetin\w* | fontex | remeron | mirtazapin\w* | efexor | effexor |
venlafa[kx]sin\w* | lamictal | lamotrigin\w* | subutex | suboxone | metadon | methadone | buprenorfin |
antabus\w* | antidepressiva | antidepressiver | antipsykotika | neuroleptika | nevroleptika |
antidepressants? | antipsychotics? | oxycontin | oxycodone | insulin
"""
)
_CONDITIONS = listed(
    r"""
schizo\w+ | s[ck]h?izofren\w* | bipolar\w* | manisk\w* | manier | psykose\w* | psykotisk\w* | psykos |
psykosen | psychosis | psychotic | depresjon\w* | deprimert | depression\w* | deprimerad | depressed |
angst\w* | ångest\w* | anxiety | panic attacks? | adhd | ptsd | ocd | autis\w+ | asperger\w* | tourette\w*
| borderline | personlighetsforstyrr\w* | personlegdomsforstyrr\w* | personlighetsstörning\w* |
personality disorder | spiseforstyrr\w* | eteforstyrr\w* | ätstörning\w* | eating disorder | anore[kx]\w+
| bulimi\w* | rusavhengig\w* | alkoholiker\w* | alkoholisert | narkoman\w* | rusmisbruk\w* | missbruk\w* |
addict(?:ed|ion)? | alcoholic | heroin | amfetamin | amphetamine | kokain | cocaine | meth | opioids? |
demens\w* | dement\w* | alzheimer\w* | kreft\w* | cancer\w* | diabetes | epileps\w+ | hiv | aids |
hepatitt? | hepatitis | parkinson\w* | hjerneslag | stroke | traumatisert | gravid | pregnant |
utviklingshem\w* | utvecklingsstör\w* | diagnose | diagnos | diagnosis | medisiner | mediciner |
medication | autism
"""
)
_SOMEBODY = listed(
    r"""
jeg | eg | meg | min | mi | mitt | mine | han | ham | hun | ho | henne | hans | hennes | hennar | jag |
mig | mina | hon | honom | me | my | he | him | his | she | her | i'm | i’m | i've | i’ve
"""
)
# "I" is a person in English and a preposition in Norwegian and Swedish: what follows tells which.
_ENGLISH_I = r"\bI (?:am|was|have|had|need|got|get|feel|felt|take|took|suffer|struggle|live|\w+ed)\b"

EVENT = any_of((_EVENTS, _MEDICINES))
CONDITION = any_of((_CONDITIONS,))
SOMEBODY = re.compile(rf"(?i:(?<![\w-])(?:{_SOMEBODY})(?!\w))|{_ENGLISH_I}")
