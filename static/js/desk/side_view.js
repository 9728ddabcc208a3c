import { html, nothing } from "../../vendor/lit-html.js";
import { tableFromAbove } from "../lib/mark.js";
import { n, t } from "../lib/words.js";
import { inlineText } from "./inline_view.js";
import { kindName, sourceName } from "./kinds.js";

/** What is talked about: the question, what earlier groups said, this table's own notes of earlier rounds. */
export function talkPanel({ question, topic, place, before, ownNotes }) {
  return html`
    <p class="voice desk-question">${question}</p>
    ${topic && topic.title !== question ? html`<p class="quiet">${t("Topic {letter}", { letter: topic.letter })}:
      ${topic.title}</p>` : nothing}
    ${before.length > 0 ? html`<h2>${t("What earlier groups said")}</h2>
      ${before.map((one) => html`<blockquote class="before"><p>${inlineText(one.text)}</p>
        <footer class="quiet">${t("Table {table}, round {round}", one)}</footer></blockquote>`)}` : nothing}
    ${before.length === 0 && place.round > 1
      ? html`<p class="quiet">${t("No summary has been handed over from earlier rounds yet.")}</p>` : nothing}
    ${ownNotes.length > 0 ? html`<details class="fold"><summary>${t("All notes of earlier rounds here")}
      (${ownNotes.length})</summary><ul class="note-list">${ownNotes.map(earlierNote)}</ul></details>` : nothing}`;
}

function earlierNote({ text, kind, source, round }) {
  const words = [t("Round {round}", { round }), kindName(kind), sourceName(source)].filter(Boolean).join(" · ");
  return html`<li><div><p class="before__text">${inlineText(text)}</p><p class="quiet">${words}</p></div></li>`;
}

/** Who is expected and who has come; one tap tells the other way. */
export function peoplePanel({ people, seats, self }, does) {
  const here = people.filter((person) => person.here);
  const hosting = people.find((person) => person.hosting);
  const label = n("{count} person at the table", "{count} people at the table", here.length);
  return html`<div class="at-table">
    ${tableFromAbove({
      seats: Math.max(seats, here.length), taken: here.length, host: Boolean(hosting),
      hostHere: Boolean(hosting?.here), size: "l", label,
    })}
    <p>${people.length === 0 ? t("Nobody has been given a seat here yet.")
      : t("{here} of {expected} have come", { here: here.length, expected: people.filter((one) => !one.away).length })}
    </p></div>
    <ul class="people">${people.map((person) => html`<li><label>
      <input type="checkbox" .checked=${person.here} ?disabled=${person.id === self} @change=${(event) => does.markVisit(person, event.target.checked)}>
      <span>${person.name || t("Somebody without a seat here")}</span>
      <span class="quiet">${remark(person)}</span></label>${missing(person, does)}</li>`)}</ul>`;
}

/** Nobody on the chair: the organisers are told, and decide. It says nothing of where somebody was. */
function missing(person, does) {
  if (person.here || person.hosting || person.late || person.away) {
    return nothing;
  }
  return html`<button type="button" class="ds-button" data-variant="tertiary" data-size="sm"
    @click=${() => does.markMissing(person, !person.missing)}>${person.missing ? t("Undo") : t("Not here")}<span
      class="ds-sr-only"> ${person.name}</span></button>`;
}

function remark({ hosting, away, here, late, missing }) {
  if (hosting) {
    return t("host");
  }
  if (late) {
    return t("came without a seat here");
  }
  if (missing) {
    return t("not here; the organisers know");
  }
  return away && !here ? t("not coming") : "";
}

/** The host's page: what a host does, the house rules, help, and paper. */
export function hostPanel({ mayCall, calls, transcribed, early, walks }, does) {
  return html`<details class="fold" id="brief" ?open=${early && does.briefIsNew()} @toggle=${(event) => does.readBrief(event)}>
      <summary>${t("What a host does")}</summary>
      <ol class="brief">
        <li>${t("Welcome everyone, and let each say their name.")}</li>
        <li>${t("Read the question aloud, and what earlier groups said, so that this group can build on it.")}</li>
        <li>${t("See that everyone gets to speak. Ask those who have been quiet; keep your own part short.")}</li>
        <li>${t("Note one thought at a time, in the words that were used. Enter begins the next note.")}</li>
        <li>${t("In the last two minutes, write a short summary and read it aloud: is this what we said?")}</li>
        <li>${walks ? t("Thank them, and hand the summary over. They stay; you take the question on to the next table.")
          : t("Thank them, and hand the summary over. You stay; the others go on to the next table.")}</li>
      </ol>
      <p>${t("House rules: no criticism of ideas. No names and no cases in the notes.")}</p>
    </details>
    <p><label class="desk-check"><input type="checkbox" .checked=${transcribed}
      @change=${(event) => does.transcribe(event.target.checked)}>
      <span>${t("I am copying from paper")}</span></label></p>
    ${mayCall ? help(calls, does) : nothing}`;
}

function help(calls, does) {
  const open = calls.filter(({ state }) => state !== "done");
  if (open.length > 0) {
    return html`<p>${open.some(({ state }) => state === "taken")
      ? t("Somebody is on the way.") : t("The organisers have been told that you need somebody.")}
      <button type="button" class="plain" @click=${() => does.withdrawHelp(open)}>${t("I no longer need it")}</button></p>`;
  }
  return html`<p class="cluster"><button type="button" class="ds-button" data-variant="secondary" data-size="sm"
      @click=${() => does.askForHelp("someone")}>${t("I need someone")}</button>
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm"
      @click=${() => does.askForHelp("technical")}>${t("Help with the notes")}</button></p>`;
}
