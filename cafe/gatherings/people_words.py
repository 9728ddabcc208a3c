"""The words that lists of people use for their columns and for what somebody is, in the four languages."""

from __future__ import annotations

import re
from enum import StrEnum

from cafe.gatherings.commands import Kind


class Column(StrEnum):
    """What a column of a list tells."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ORGANISATION = "organisation"
    KIND = "kind"
    TABLE = "table"
    HOST = "host"
    MUST_VISIT = "must_visit"
    APART = "apart"
    TOGETHER = "together"
    ACCESSIBLE = "accessible"
    STAYS = "stays"
    COMPANY = "company"
    SITS_OUT = "sits_out"


COLUMNS = {
    Column.NAME: (
        "name navn namn fulltnavn fulltnamn fullname deltaker deltakar deltagare participant person"
    ),
    Column.FIRST_NAME: "fornavn førenamn fornamn förnamn firstname givenname",
    Column.LAST_NAME: "etternavn etternamn efternamn lastname surname familyname",
    Column.ORGANISATION: (
        "organisation organization organisasjon organisasjonsnavn kommune kommun municipality virksomhet "
        "verksemd arbeidssted arbeidsstad arbeidsplass arbetsplats arbetsgivare arbeidsgiver arbeidsgjevar "
        "workplace employer helseforetak helseføretak region bedrift företag"
    ),
    Column.KIND: (
        "kind role rolle roll type typ funksjon funktion stilling tittel titel title bakgrunn bakgrund"
    ),
    Column.TABLE: "table bord bordnr bordnummer tablenumber",
    Column.HOST: "host vert kafévert kafevert bordvert värd bordsvärd tablehost",
    Column.MUST_VISIT: "mustvisit måinnom skalinnom måbesøke måbesøkje måstebesöka skabesöka",
    Column.APART: "notwith apartfrom ikkemed ikkjemed intemed",
    Column.TOGETHER: "with togetherwith med sammenmed samanmed tillsammansmed",
    Column.ACCESSIBLE: (
        "stepfree accessible wheelchair trinnfri trinnfritt rullestol stegfri stegfritt rullstol"
    ),
    Column.STAYS: "stays staysatonetable blirsittende blirsitjande blirvedettbord blirvedeittbord stannar "
    "stannarvidettbord",
    Column.COMPANY: "company selskap sällskap",
    Column.SITS_OUT: "sitsout sitsoutround stårover ståroverrunde ståröver ståröverrunda",
}
KINDS = {
    Kind.PROFESSIONAL: (
        "professional fagperson fagpersonar fagpersoner fagfolk profesjonell professionell yrkesperson "
        "ansatt tilsett anställd medarbeider medarbeidar medarbetare staff employee behandler behandlar "
        "behandlare fackperson yrkesverksam veileder rettleiar"
    ),
    Kind.LIVED_EXPERIENCE: (
        "livedexperience egenerfaring eigenerfaring egenerfarenhet egenerfaren erfaringskonsulent "
        "brukerkonsulent brukarkonsulent peersupporter livedexperienceconsultant livedexperienceexpert "
        "erfaringsmedarbeider erfaringsmedarbeidar brukerrepresentant brukarrepresentant userrepresentative "
        "erfaren bruker brukar brukare user likeperson likemann peer"
    ),
    Kind.RELATIVE: "relative pårørende pårørande anhörig anhöriga närstående nestående familymember carer",
    Kind.LEADER: (
        "leader leder leiar ledare chef sjef avdelingsleder avdelingsleiar avdelningschef enhetsleder "
        "einingsleiar enhetschef manager head departmenthead kommunalsjef virksomhetsleder verksemdsleiar"
    ),
    Kind.POLITICIAN: (
        "politician politiker politikar ordfører ordførar folkevalgt folkevald förtroendevald mayor"
    ),
    Kind.OTHER: "other annet anna andre annat övrigt övrig annan ymse",
}
YES = frozenset("ja yes x j y 1 true vert host värd kafévert kafevert bordsvärd ✓".split())  # noqa: SIM905
NO = frozenset(["", "nei", "no", "nej", "n", "0", "false", "-", "–"])

_COLUMN_OF = {word: column for column, words in COLUMNS.items() for word in words.split()}
_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def column_of(title: str) -> Column | None:
    """Tell what a column's title means, or None."""
    return _COLUMN_OF.get(_plain(title))


def kind_of(text: str) -> Kind | None:
    """Tell what somebody is by a word of any of the four languages, or None when it is not known."""
    return _KIND_OF.get(_plain(text))


def yes_or_no(text: str) -> bool | None:
    """Read a cell that says yes or no, such as whether somebody hosts; None when it cannot be read."""
    plain = text.strip().casefold()
    if plain in YES:
        return True
    return False if plain in NO else None
