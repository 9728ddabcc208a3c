import { sectionsIn, shownFor } from "./picking.js";

const sections = sectionsIn(document);

/** Show only what was said where this phone's person sat, as the part of the address after # tells. */
function pick() {
  const shown = shownFor(location.hash, sections);
  const own = shown !== null;
  document.getElementById("own").hidden = !own;
  document.querySelector(".became__tables").hidden = own;
  sections.forEach(({ element, key }) => {
    element.hidden = own && !shown.has(key);
  });
  document.querySelectorAll(".became__table").forEach((table) => {
    table.hidden = own && [...table.querySelectorAll(".became__round")].every((round) => round.hidden);
  });
}

document.getElementById("all").addEventListener("click", () => {
  location.hash = "choose";
  document.querySelector(".became__tables a")?.focus();
});
addEventListener("hashchange", pick);
pick();
