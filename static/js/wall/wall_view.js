import { html, nothing } from "../../vendor/lit-html.js";
import { tableFromAbove } from "../lib/mark.js";
import { dayTime } from "../lib/standing.js";
import { n, t } from "../lib/words.js";
import { wordsOf } from "./scenes.js";
import { voteScene } from "./vote_view.js";

/** The wall: one picture at a time, and under it the announcement, if there is one. */
export function wallView(model) {
  const picture = { gather, move, talk, rest, harvest, thanks, published, vote: voteScene }[model.scene];
  return html`<div class="wall-scene wall-scene--${model.scene}">${picture(model)}</div>
    ${model.announcement ? html`<p class="wall-announcement">${model.announcement.text}</p>` : nothing}`;
}

function gather({ session, code, address, arrived, qr }) {
  return html`<div class="halves"><div>
      <h1>${session.title}</h1>
      <p>${t("Join at {address} with the code", { address })}</p>
      <p class="join-code">${code}</p>
      <p class="wall-count">${arrived === 0 ? t("Welcome")
        : n("{count} person has come", "{count} people have come", arrived)}</p>
    </div><div class="wall-qr">${qr}</div></div>`;
}

function countdown({ left, rim, paused, table = 8 }) {
  const said = paused ? t("Paused")
    : { last_two_minutes: t("The last two minutes"), grace: t("Finish your sentence"), over: t("The round should be over") }[
      left.phase] ?? "";
  return html`<div class="wall-clock"><div class="table-number">
      ${tableFromAbove({ seats: table, size: "xl", rim })}
      <span class="countdown" ?data-soon=${left.phase !== "calm"}>${left.text}</span></div>
    <p class="wall-clock__said">${said}</p></div>`;
}

function talk(model) {
  const { session, talked, newcomers } = model;
  return html`<div class="halves"><div>
      <p class="quiet">${t("Round {round} of {rounds}", session)}</p>
      ${talked.topics.length === 0 ? html`<h1 class="voice">${talked.question}</h1>` : html`
        <h1 class="ds-sr-only">${session.title}</h1>${topicList(talked.topics)}`}
      ${newcomers.length === 0 ? nothing : html`<ul class="wall-newcomers">${newcomers.map(({ name, table }) => html`
        <li>${t("Welcome, {name}", { name })} <b>${t("Table {number}", { number: table })}</b></li>`)}</ul>`}
    </div>${countdown(model)}</div>`;
}

function topicList(topics) {
  const { texts, crowded } = wordsOf(topics);
  return html`<ul class="wall-topics" data-many=${crowded ? "" : nothing}>${topics.map((topic, index) => html`
    <li class="topic--${(topic.position % 8) + 1}"><span class="topic-mark">${topic.letter}</span>
      <span class="wall-topics__text">${texts[index]}</span></li>`)}</ul>`;
}

function move(model) {
  const { session, page, pages, left, paused, calls } = model;
  const time = paused ? t("Paused") : left.text;
  return html`<div class="wall-head"><h1>${moveWords(session)}</h1>
      ${pages > 1 && calls === "people" ? html`<p class="wall-letters">${page.letters}</p>` : nothing}
      <p class="countdown">${time}</p></div>
    ${calls === "tables" ? tableList(page?.names ?? []) : html`<ul class="names">${page.names.map(calledName)}</ul>`}`;
}

/** Whose table has changed sees from which; the others have nothing to look for. */
function calledName({ name, table, was }) {
  return html`<li ?data-changed=${was !== null}><span>${name}</span>${was === null ? nothing
    : html`<small aria-hidden="true">${was} →</small>`}<b>${table}</b>${was === null ? nothing
    : html`<span class="ds-sr-only">${t("instead of {was}", { was })}</span>`}</li>`;
}

function moveWords({ mode, round, rounds, home_table_last: home }) {
  if (mode === "reflection" && round > 1) {
    return t("Stay at your table");
  }
  if (mode === "hosts_rotate" && round > 1) {
    return t("Stay at your table: the hosts go on");
  }
  if (mode === "free_choice") {
    return t("Choose a table");
  }
  if (home && round > 1 && round === rounds) {
    return t("Back to your home table");
  }
  return round > 1 ? t("Change tables") : t("Find your table");
}

function tableList(tables) {
  return html`<ul class="names names--tables">${tables.map(({ number, topic, open }) => html`<li ?data-full=${open?.free === 0}>
    <b>${number}</b><div>${topic
      ? html`<span class="topic-name topic--${(topic.position % 8) + 1}"><span class="topic-mark">${topic.letter}</span>
        <span>${topic.title}</span></span>` : html`<span>${t("Table {number}", { number })}</span>`}
      ${open ? html`<span class="wall-free">${chairs(open)}</span>` : nothing}</div></li>`)}</ul>`;
}

const chairs = ({ free }) => (free === 0 ? t("Full") : n("{count} chair free", "{count} chairs free", free));

function rest({ session, now }) {
  return html`<div class="wall-words"><p class="quiet">${session.title}</p>
    <h1 class="voice">${t("The café has been standing still since {time}.", { time: dayTime(session.since, now) })}</h1></div>`;
}

function harvest({ session }) {
  return html`<div class="wall-words"><p class="quiet">${session.title}</p>
    <h1 class="voice">${t("Now we gather what was said")}</h1>
    <p>${t("The tables’ summaries are put together, topic by topic.")}</p></div>`;
}

function thanks({ session }) {
  return html`<div class="wall-words"><p class="quiet">${session.title}</p>
    <h1 class="voice">${t("Thank you for coming")}</h1>
    <p>${t("What was said is put together and published. The address comes here and to your phones.")}</p></div>`;
}

function published({ session, publication, address }) {
  const path = `/published/${publication.slug}`;
  return html`<div class="halves"><div>
      <p class="quiet">${publication.title || session.title}</p>
      <h1 class="voice">${t("What was said can be read now")}</h1>
      <p class="wall-address">${address}${path}</p>
    </div><div class="wall-qr"><img class="qr" src="/cafe/${session.id}/wall/${publication.slug}.svg"
      alt=${t("A QR code with the address")}></div></div>`;
}
