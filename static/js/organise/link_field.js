/** Move the secret of a personal link from the page's address into its field, and out of the browser's history. */
export function takeLinkFromAddress({ location, history, document } = globalThis) {
  const place = document.querySelector("[data-link-field]");
  const secret = location.hash.slice(1) || place?.querySelector("input").value;
  if (!place || !secret) {
    return false;
  }
  place.querySelector("input").value = secret;
  place.hidden = place.querySelector("[aria-invalid]") === null;
  history.replaceState(null, "", location.pathname);
  return true;
}

takeLinkFromAddress();
