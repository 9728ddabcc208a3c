/**
 * Take the secret behind the # of the address into the page's form, and out of the address: what stands there ends up in
 * histories and screenshots. `data-fragment="send"` sends the form at once, `"ask"` waits for the button.
 */
export function takeFragment({ document, location, history }) {
  const secret = decodeURIComponent(location.hash.slice(1));
  const form = document.querySelector("[data-fragment]");
  if (secret === "" || form === null) {
    return false;
  }
  history.replaceState(null, "", location.pathname);
  form.elements.secret.value = secret;
  document.querySelector("[data-sending]")?.removeAttribute("hidden");
  document.querySelector("[data-without-secret]")?.setAttribute("hidden", "");
  if (form.dataset.fragment === "send") {
    form.requestSubmit();
  }
  return true;
}

const taken = () => takeFragment(globalThis);
if (globalThis.document) {
  taken();
  // Scanning another code into the same tab changes only what is behind the #.
  globalThis.addEventListener("hashchange", taken);
}
