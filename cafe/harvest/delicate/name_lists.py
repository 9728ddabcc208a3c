"""First names that are common in Norway, Sweden and English-speaking countries; those that are words too.

Our own short lists, written down from general knowledge; whoever is not on them is not found by them. Pure.
"""

from __future__ import annotations

_NORWAY = """
aase aksel aleksander alexander amalie anders andreas ane anette anita anja anna anne annika arild arne
arvid asbjørn aslaug astrid aud audun aurora bente benedikte berit birger birgit birgitte bjarne bjørg bjørn
bjørnar bodil borghild brage brita brynjar camilla caroline cathrine cecilie charlotte christian christina
christine christoffer daniel edel edvard egil einar eirik elin eline elisabeth elise ella ellen ellinor elsa
else emil emilie emma erik erlend erling espen ester eva even fredrik frida frode geir gerd gina gisle
gjertrud grete grethe gro gudrun gunhild gunn gunnar gunvor guro guttorm gøran haakon haavard hallvard
halvard halvor hanna hannah hanne hans harald hedda hege heidi helene helga helge helle henning henriette
henrik herman hilde hildegunn håkon håvard ida ine inga inge ingebjørg ingeborg inger ingrid ingunn isabella
isak iselin ivar iver jacob jakob jan janne jarle jens joakim johan johanna johanne johannes john jon jonas
jorunn julie jørgen jørn kaja kamilla kari karin karoline kasper kate katrine ketil kine kirsten kjell
kjersti kjetil klara knut kristian kristin kristina kristine kristoffer kåre lars laila lasse laura lea leif
lena line linn linda linnea lisa lisbeth liv liva lone lotte lucas ludvig magne magnhild magnus maja malin
margrete margrethe mari maria mariann marianne marie marit marius markus marte martin martine mathias
mathilde mats merete mia mikkel mohammad mohammed mona monica morten nadia nils nina noah nora oda odd
oddbjørn oddny oddvar ola olav ole oliver olga oline oscar oskar otto per petra petter pål pernille philip
ragna ragnar ragnhild randi rebekka reidar reidun renate roald roar robert roger rolf ronny roy rune runar
ruth rønnaug sander sandra sara selma sebastian signe sigrid sigmund sigurd silje simen simon sindre siri
sissel siv snorre sofie solfrid solveig sondre stein steinar stian stig stine sturla susanne svanhild svein
sven sverre synne synnøve sølvi tarjei terje thea theodor therese thomas thor thorbjørn tina tiril toini tom
tomas tommy tone tonje tor tora torbjørn tore torfinn torgeir torhild torild torill torkel torleif torstein
torunn trine trond trude trygve tuva turid ulrik unni una valborg vebjørn vegard vera veronica vibeke
victoria vidar vigdis viktor vilde vilje wenche willy yngve ylva øistein ørjan øystein øyvind ådne åge åse
åshild åsmund
"""
_SWEDEN = """
agneta albin alf alice alva amanda anders andreas angelica anita ann annika anton arvid astrid axel barbro
bengt bertil birgitta bo britt britta carina carl carolina catarina cecilia christer christina claes conny
curt dag david dennis ebba edvin elias elin elisabet elsa elvira emelie erik erika ester eva evelina fanny
felicia filip fredrik frida gabriel gunilla gunnel gustaf gustav göran göte göta hampus hans hedvig helena
henrik hjalmar hugo håkan ingalill ingegerd ingemar ingmar ingvar irene isabelle jens jenny jerker jesper
jessica joakim johan jonas josefin julia jörgen kajsa karl karolina katarina kent kenneth kerstin kjell klas
krister kristofer lage lars leif leo lennart lillemor linus linnéa louise lovisa magnus maj maja malin
margareta marie marika martin mats mattias melker mikael moa mona monika märta nathalie nellie niklas nils
noel olof olle oscar patrik per pernilla peter petra pia pontus ragnar rasmus rickard robin rolf roland
sanna saga sigge siv sixten sofia stefan stellan stig sture susanne svante sven sara theodor therese thomas
tilda tobias torbjörn tore torsten tova tuva tyra ulf ulla ulrika ulrik urban valter viggo viktor vilhelm
vilma wilma yvonne åke åsa örjan östen
"""
_ENGLISH = """
aaron adam alan albert alex alexis alice alison amanda amber amy andrea andrew angela ann anna anthony
arthur ashley austin barbara becky ben benjamin betty bill billy bob bobby brad bradley brandon brenda brian
bruce bryan carl carol carolyn catherine charles charlotte chelsea cheryl chloe chris christina christine
christopher cindy claire connor craig crystal cynthia daniel danny dave david dawn deborah debra denise
dennis derek diana diane donald donna doris dorothy doug douglas dylan earl ed eddie edward eileen elaine
eleanor elizabeth ellen emily emma eric erin ethan eugene evan evelyn faith fiona frances frank fred gareth
gary gavin george gerald gina gladys glen gloria gordon grace graham greg gregory hannah harold harriet
harry hazel heather heidi helen henry holly howard ian irene isaac jack jackie jacob jacqueline james jamie
jane janet janice jason jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan
joanna joe joel john johnny jonathan jordan jose joseph josh joshua joyce juan judith judy julia julie
justin karen kate katherine kathleen kathy katie keith kelly ken kenneth kevin kim kimberly kirk kyle larry
laura lauren lawrence leah leslie linda lindsay lisa liz logan lori louis louise lucy luke lynn madison
margaret maria marie marilyn marion mark marsha martha martin mary mason matt matthew maureen max megan
melanie melissa michael michelle mike miriam mitch molly monica nancy naomi natalie nathan neil nicholas
nicole nigel nina noah norma olivia oscar owen pamela pat patricia patrick paul paula peggy penny pete peter
phil philip phyllis rachel ralph ray raymond rebecca rich richard rick rob robert robin rodney roger ron
ronald rory rose rosemary roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean
sharon shaun sheila shirley simon sophie stacy stan stanley stephanie stephen steve steven stuart sue susan
suzanne sydney tammy tara ted teresa terry theresa thomas tiffany tim timothy tina todd tom tony tracy
travis trevor tyler valerie vanessa veronica vicki victor victoria vincent violet virginia walter wanda
warren wayne wendy wesley will william zachary zoe
"""
# Also words, places or months: alone at the beginning of a sentence nobody can tell.
_ORDINARY = """
alf alle alva amber art aud aurora austin bill bo brage carol chelsea crystal dag dale dawn del deltaker
deltakar deltagare earl ed ella else even faith frank gina gjest gro grace gunn guest gäst hans hazel helga
helle holly hope ine inge jan jean jo jordan joy kate kent kim kirk lage lea line linn liv liva lone louise
madison maj mark mason may mia moa mona noah oda odd ola ole pat penny per person pia ray rich rob rose roy
saga sam sander scott siv stan stein stig sture sue sydney ted tom tone tor tore tove una unni urban vera
vilje violet virginia von warren will willy åse ås an at da de den der det en er et for fra han har hun ho
jag jeg eg med nei no og om på ser som så ta the ti til to tre ut var vi vil vis victoria charlotte kasper
jacob king smith baker young long white black green brown hill wood woods park field fields mill moor west
north berg bakke dahl dal fjell haug hagen holm hole lie lien lund moe nes rygg sand sande strand vik vold
våge ås ström lind gran björk ek sund
"""
ORDINARY = frozenset(_ORDINARY.split())
FIRST_NAMES = frozenset(f"{_NORWAY} {_SWEDEN} {_ENGLISH}".split())
# What follows a name and makes a place of it: "Warren County", "Oles gate".
_PLACES = """
avenue ave blvd boulevard church co county court creek dam drive farm farms fylke gata gate hall hospital
hotell høyskole island kirke kommun kommune kyrka lake lane län park plass primary region river road rd
school sentrum sjukehus sjukhus skola skole square st street sykehus town torg university universitet
valley veg vei väg
"""
PLACES = frozenset(_PLACES.split())
