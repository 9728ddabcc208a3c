/**
 * Keep the page as tall as what can be seen above the keyboard, so that the field is never under it.
 *
 * Chrome does it by itself (interactive-widget=resizes-content); Safari only tells how tall the rest is.
 */
export function followKeyboard({ window = globalThis.window, root = document.documentElement } = {}) {
  const { visualViewport } = window;
  if (!visualViewport) {
    return;
  }
  const fit = () => {
    root.style.setProperty("--seen-height", `${Math.round(visualViewport.height)}px`);
    // Safari scrolls the page to show the field; with the right height there is nothing to scroll to.
    if (visualViewport.offsetTop > 0) {
      window.scrollTo(0, 0);
    }
  };
  visualViewport.addEventListener("resize", fit);
  visualViewport.addEventListener("scroll", fit);
  fit();
}
