import { Ticker } from "../lib/countdown.js";
import { startPage } from "../lib/page.js";
import { StatusLine } from "../lib/status_line.js";
import { t } from "../lib/words.js";
import { Desk } from "./desk.js";
import { followKeyboard } from "./viewport.js";

followKeyboard();
const started = await startPage();
const { store, rows, link, outbox, clock } = started;
new StatusLine({ element: document.getElementById("status"), link, outbox, store, clock }).start();
const desk = new Desk({ ...started, element: document.getElementById("live") });
await desk.start();

const ticker = new Ticker({
  clock,
  read: () => desk.session ?? { deadline: null, paused_left: null },
  tick(left) {
    const countdown = document.getElementById("countdown");
    if (countdown) {
      const counts = desk.countsDown(left);
      countdown.textContent = counts ? words(left) : "";
      countdown.toggleAttribute("data-soon", counts && left.phase !== "calm" && desk.session.phase === "running");
    }
    if (desk.left.phase !== left.phase) {
      desk.left = left;
      desk.draw();
    }
  },
  region: document.getElementById("spoken"),
});
ticker.start();
rows.subscribe(() => ticker.refresh());

function words({ text, phase, paused }) {
  if (paused) {
    return t("Paused");
  }
  if (desk.session?.phase === "switching") {
    return t("Next round in {time}", { time: text });
  }
  return phase === "grace" || phase === "over" ? t("Finish your sentence") : text;
}
