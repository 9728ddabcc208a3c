/** Small conveniences of the organisers' pages. Everything works without them. */
import { copyTextToClipboard } from "../lib/clipboard.js";
import { showWhereOneIs } from "../lib/where_one_is.js";

const offerCopying = (button) => {
  const field = button.parentElement.querySelector("[data-copy-from]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (await copyTextToClipboard(field.value)) {
      button.textContent = button.dataset.copied;
    } else {
      field.select();
    }
  });
};

/** A link to a part that is folded together opens it. */
const openTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
  }
};

for (const button of document.querySelectorAll("[data-copy]")) {
  offerCopying(button);
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
showWhereOneIs();
// A picture wider than the screen begins with what is next in it.
for (const element of document.querySelectorAll(".scroll-x [data-in-view]")) {
  const frame = element.closest(".scroll-x");
  const { left } = element.getBoundingClientRect();
  frame.scrollLeft += left - frame.getBoundingClientRect().left - 0.6 * frame.clientWidth;
}
// Paper cannot be unfolded.
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details.returning")) {
    part.open = true;
  }
});
addEventListener("hashchange", openTarget);
openTarget();
document.querySelector("[aria-invalid='true']")?.focus();
