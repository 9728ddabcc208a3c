/**
 * The page's words. Ids are plain English; what the catalogue does not have is shown in English.
 *
 * Write `t("…")` and `n("…", "…", count)` with string literals only: the catalogue is gathered from the source.
 */
let locale = "en";
let words = {};
let timeZone;

/** Not every browser writes days and numbers in every language: the language that stands nearest comes next. */
const NEAREST = { nn: ["nn", "nb"] };

/** A language as `Intl` is to be asked for it. */
export const asWritten = (language) => NEAREST[language] ?? language;

/** Take the page's catalogue: `{ "id": "translation" | ["one", "other"] }`. */
export function setWords(page = {}) {
  locale = asWritten(page.locale || "en");
  words = page.words ?? {};
  timeZone = page.time_zone || undefined;
}

/** A text, with `{name}` filled from `values`. Plain text, never HTML: lit-html escapes it. */
export function t(id, values = {}) {
  const found = words[id];
  return fill(typeof found === "string" && found !== "" ? found : id, values);
}

/** A text that depends on a number. The catalogue's key is the singular. `{count}` is filled in. */
export function n(one, other, count, values = {}) {
  const forms = Array.isArray(words[one]) && words[one].every(Boolean) ? words[one] : null;
  const rules = new Intl.PluralRules(forms ? locale : "en");
  const [singular, ...rest] = forms ?? [one, other];
  const form = rules.select(count) === "one" ? singular : rest.at(-1) ?? singular;
  return fill(form, { count: new Intl.NumberFormat(locale).format(count), ...values });
}

/** Several things in a sentence: "4, 7 and 9". */
export const listed = (things) => new Intl.ListFormat(locale, { type: "conjunction" }).format(things.map(String));

/** The time of day as people here write it: "14:05". */
export function clockTime(milliseconds) {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(milliseconds);
}

/** The time of another day with its date, as people here write it. */
export function dateAndTime(milliseconds) {
  const style = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone };
  return new Intl.DateTimeFormat(locale, style).format(milliseconds);
}

/** What is left, in words for reading aloud and for calm places. */
export function minutesLeft(milliseconds) {
  if (milliseconds <= 0) {
    return t("The time is up");
  }
  if (milliseconds < 60_000) {
    return t("Less than a minute left");
  }
  return n("{count} minute left", "{count} minutes left", Math.round(milliseconds / 60_000));
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
