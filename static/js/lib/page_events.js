/** Tell when the page comes back into view and when the browser thinks that the network went or came. */
export function watchPage({ document, window, inView, online, offline }) {
  const visible = () => document.visibilityState === "hidden" || inView();
  document?.addEventListener("visibilitychange", visible);
  window?.addEventListener("online", online);
  window?.addEventListener("offline", offline);
  return () => {
    document?.removeEventListener("visibilitychange", visible);
    window?.removeEventListener("online", online);
    window?.removeEventListener("offline", offline);
  };
}
