/**
 * What the text of a goal does not say yet, of what makes a goal easy to work with: specific, measurable, accepted,
 * realistic, time-bound. It is read by signs only, in four languages, and may be wrong: what comes of it are questions
 * that nobody has to answer.
 */
export const FACETS = ["specific", "measurable", "accepted", "realistic", "timed"];

const LETTER = "\\p{L}";
const word = (...stems) => new RegExp(`(?<!${LETTER})(?:${stems.join("|")})`, "iu");
const whole = (...words) => new RegExp(`(?<!${LETTER})(?:${words.join("|")})(?!${LETTER})`, "iu");

const NUMBERS = whole(
  "en av", "ein av", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "två", "fyra", "sex", "åtta", "nio", "tio",
  "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "alle", "alla", "all", "hver", "hvert", "kvar", "kvart",
  "varje", "every", "each", "ingen", "inga", "nobody", "none", "halvparten", "halva", "hälften", "half", "dobbelt", "dubbelt", "twice",
);
const AMOUNTS = word("prosent", "procent", "percent", "per cent", "andel", "antall", "talet på", "antal", "share of", "number of", "flere enn", "fleire enn", "fler än", "more than", "fewer", "færre", "færre enn", "färre", "minst", "at least");
const SHARED = word(
  "sammen med", "saman med", "tillsammans", "together", "enige", "einige", "överens", "agree", "vedtatt", "vedteke", "beslutat", "decided", "approved",
  "forankr", "förankr", "ledelse", "leiing", "ledning", "management", "brukerråd", "brukarråd", "erfaringskonsulent", "brukerrepresentant", "brukarrepresentant",
  "peer support", "council", "teamet", "team",
);
const MEANS = word(
  "stilling", "årsverk", "tjänst", "position", "timer", "timar", "timmar", "hours", "kroner", "kronor", "budsjett", "budget", "midler", "midlar", "medel", "funding",
  "ved å", "ved hjelp", "gjennom å", "genom att", "med hjälp", "innenfor", "innanfor", "inom ramen", "within what", "with what we", "by ",
);
const MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|januari|februari|maj|augusti|december|january|february|march|may|june|july|october";
const TIMES = new RegExp(
  `(?<!\\d)20\\d\\d(?!\\d)|\\d{1,2}\\.\\s?\\d{1,2}\\.|(?<!${LETTER})(?:${MONTHS})(?!${LETTER})|(?<!${LETTER})(?:innen|innan|inom|før|until|deadline|frist|neste samling|nästa träff|next gathering|sommer|sumar|haust|høst|hösten|vår|våren|jul|summer|autumn|spring|christmas|uke|veke|vecka|week|kvartal|quarter|halvår)`,
  "iu",
);

/** As many words are needed to say what is to be different, for whom. */
const FEW_WORDS = 6;
const wordsIn = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The facets a goal leaves open: some of FACETS, in that order; all of them while there is no text. `anchored` says that
 * the goal names the plan it follows, `measures` how many measures it has: they answer, too.
 */
export function openFacets({ text, anchored = false, measures = 0 }) {
  if (!text.trim()) {
    return [...FACETS];
  }
  const answered = {
    specific: wordsIn(text).length >= FEW_WORDS,
    measurable: /(?<!\d)\d+(?!\d*\.\d)|%/u.test(withoutTimes(text)) || NUMBERS.test(text) || AMOUNTS.test(text),
    accepted: anchored || SHARED.test(text),
    realistic: measures > 0 || MEANS.test(text),
    timed: TIMES.test(text),
  };
  return FACETS.filter((facet) => !answered[facet]);
}

/** A year or a date is a number, too, but measures nothing. */
const withoutTimes = (text) => text.replace(/(?<!\d)20\d\d(?!\d)|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\d{1,2}\.?(?=\s+(?:\p{L}{3,9}))(?=\s+(?:jan|feb|mar|apr|ma[ij]|jun|jul|aug|sep|o[ck]t|nov|de[sc]))/giu, " ");
