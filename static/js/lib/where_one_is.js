/** On a phone the navigation is longer than the screen: begin with the page one is on. */
export function showWhereOneIs(document = globalThis.document) {
  document.querySelector(".steps [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
}
