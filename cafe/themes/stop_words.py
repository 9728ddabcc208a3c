"""Words that say nothing of what a note is about, in four languages.

Bokmål and nynorsk share a list: in a hall both are written, often in one note.
"""

from cafe.themes.model import Language

_NORWEGIAN = """
alle allereie allerede alltid alt altfor altså andre anna annen annet at av bare berre ble bli blir blei
blitt vart vorte både begge da dan de deg dei deim dem den denne deira deires deres der desse det dette di
din dine disse ditt dit du dykk dykkar då eg ein eit ei eitt eller ellers elles en ene eneste enn enten er
et ett etter faktisk far fra frå for fordi før få får fekk fikk fått gjer gjere gjennom gjør gjøre gjorde
gjort gjorte god gode godt gå går gikk gjekk gang ganger gonger gong ha hadde han hans har hatt hennar
hennes henne her hit ho honom hos hun hva hvem hver hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor
kor korleis korfor kvar kvart kva kven kvifor kvis i ikkje ikke inkje inn inni ingen inga ja jeg jo kan
kanskje kom komme kommer kome kjem kunne koss lage laga la lagt litt lite låg man mange med meg meget mei
meir mellom men mens mer mest mi min mine mindre mitt mot mye mykje må måtte nei noe noen nok noko nokon
nokre nokså ny nye nytt nå når om også og opp oss over på så sa sagt sant se seg selv ser si sia side siden
sin sine sist sitt sjå sjøl sjølv skal skulle slik slike slikt snart som stor store stort større svært ta
tar tatt til to tre trenge treng trenger trengs trengst trur tror tru tro ut uten utan under vår våre vårt
var vere vera ved veldig vel vi vil ville viss være vært vore vori år bør burde burte bort heile hele helst
helt heilt ham heller imellom innen innan kvarandre hverandre enda ennå endå skje skjer slippe folk ting
tilbake gjerne lenger lenge lengre langt flere fleire færre fleste flest bedre betre best ofte ofta sjelden
sjeldan aldri tenke tenker tenkjer mener meiner finne finnes finst finns gi gir gitt gav ga gje gjev fåast
holde holder helde held viktig viktige viktigste viktigaste måte måtar måten bruke enkelt enkel vanskelig
vanskeleg del blant mål ligge ligger ligg lå vite veit vet visst viste
"""
_SWEDISH = """
all alla allt alltid allra andra annan annat att av bara behöva behöver behövs bättre bäst bli blir blev
blivit bra bör borde båda både då de dem den denna deras dess dessa det detta dig din dina ditt dit du där
därför efter eftersom ej eller en enda er era ert ett finns finnas fick flera fler flest folk fram för före
från får få fått gav ge ger gett genom gick går gå gång gånger gärna gör göra gjort gjorde god goda gott ha
hade han hans har haft helt hela hellre hellst henne hennes hos hon honom hur här i ibland icke in ingen
inget inga inom innan inte ja jag ju just kan kanske kom komma kommer kunna kunde kvar lika lite lätt man
med mellan men mer mera mest mig min mina mitt mot mycket många måste må ned nej ni nog nu ny nya nytt någon
något några när nästan och också om oss på redan samma se sedan ser sig sin sina sitt själv själva ska skall
skulle snart som stor stora stort större säga säger sådan sådana sådant så ta tar tagit till tillbaka tro
tror tycker två under upp ut utan vad var vara varandra varför varit varje vars vart varken vem vems vet vi
vid vilja vilka vilken vilket vill ville vår våra vårt väl väldigt vore vänta än ännu är år åt över aldrig
ofta sällan färre mindre gemensamt saker sak ting viktig viktigt viktiga viktigaste sätt del ligga ligger
låg
"""
_ENGLISH = """
a able about above across actually add added after again against ain ago all allow allowed almost also
always am among an and another any anyone anything are aren around as ask at available away back bad be
became because become been before being believe below benefit best better between big both bring but by came
can cannot cant come comes could couldn couple currently d did didn do does doesn doing don done down due
during each easily either else end enough especially etc even ever every everyone everything except far feel
few find first for from full further get gets getting give given gives go goes going good got great greater
had hadn half happen hard has hasn have haven having he help helps her here hers herself high him himself
his how however i if im in include including instead into is isn it its itself just keep kind know large
last least less let lets lot lots like likely little ll long look low m made mainly make makes making many
may maybe me mean means might mine more most mostly much must my myself nearly need needed needs never new
next no nobody none nor not nothing now o of off often on once one ones only or other others ought our ours
ourselves out over overall own part particular people per perhaps place please plenty possible put quite
rather re real really right s said same say says see seem seems shan she should shouldn show simply since
small so some someone something sometimes soon still stop such support sure t take taken takes tell than
that the their theirs them themselves then there these they thing things think this those though through
thus till time to together too took toward towards two under until up upon us use used using ve very via
want wants was wasn way ways we well went were weren what when where whether which while who whole whom
whose why will wish with within without won would wouldn yes yet you your yours yourself yourselves
"""

_TELLS_BOKMAL = """
ikke jeg hva hvem hvor hvordan hvorfor hver fra noe noen mye mer flere selv bare være blir hun uten de og er
av på med også når så trenger bør få til mange må ble dem om gjør en
"""
_TELLS_NYNORSK = """
ikkje eg kva kven kor korleis kvifor kvar frå noko nokon nokre mykje meir fleire sjølv berre vere blir ho
utan dei og er av på med også når så treng bør få til mange må vart dykk om gjer ein eit
"""
_TELLS_SWEDISH = """
inte jag vad vem var hur varför varje från något någon några mycket mer flera själv bara vara blir hon utan
de och är av på med också när så behöver bör få till många måste blev dem om gör en ett att för
"""
_TELLS_ENGLISH = """
the of and in is are be not we you they it that this have has had with from by as a or should would could
more what who how why need there our their does but can will
"""
_TURNS = """
no never nothing none nobody neither nor ingen inga ingenting inkje intet inget aldri aldrig nei nej hverken
verken varken without uten utan mangler manglar saknar lacks mer meir mera more less mindre fler flere
fleire flera færre färre fewer many few mange mykje mye lite litt lagom mycket många få little much too
enough nok nog tilstrekkelig sjelden sjeldan sällan ofte ofta often seldom rarely always alltid alle alla
all before after før etter innan efter mot against opp ned upp up down first last most least mest minst
bedre betre bättre better worse verre värre dårligere dårlegare sämre dårlig dårleg dålig bad god godt bra
good større bigger smaller høyere høgare högre lavere lågare lägre higher lower longer shorter lengre lenger
kortere kortare raskere langsommere only bare berre bara but
"""
_NOT = """
ikke ikkje inte ej icke not cannot cant dont doesnt didnt isnt arent wont shouldnt wouldnt couldnt wasnt
werent hasnt havent hadnt aint mustnt neednt
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS: dict[Language, frozenset[str]] = {
    Language.BOKMAL: _set(_NORWEGIAN),
    Language.NYNORSK: _set(_NORWEGIAN),
    Language.SWEDISH: _set(_SWEDISH),
    Language.ENGLISH: _set(_ENGLISH),
}

# What a note is told apart by: frequent words of the one language that are none, or rare ones, in the others.
TELLING: dict[Language, frozenset[str]] = {
    Language.BOKMAL: _set(_TELLS_BOKMAL),
    Language.NYNORSK: _set(_TELLS_NYNORSK),
    Language.SWEDISH: _set(_TELLS_SWEDISH),
    Language.ENGLISH: _set(_TELLS_ENGLISH),
}

# And letters that the one language has and the others have not.
LETTERS: dict[Language, frozenset[str]] = {
    Language.BOKMAL: frozenset("æø"),
    Language.NYNORSK: frozenset("æø"),
    Language.SWEDISH: frozenset("äö"),
    Language.ENGLISH: frozenset(),
}

# Words that turn a meaning round. Notes that differ in them say different things, however alike they look.
TURNING = _set(_TURNS)
# These all say the same, as written once the apostrophe is dropped.
NEGATING = _set(_NOT)
