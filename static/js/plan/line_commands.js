/** Only what a browser opens as a page; the server holds it to the same. */
export const isWebAddress = (text) => /^https?:\/\/\S+$/.test(text.trim());

/** What a line of the page becomes as a command: `[name, data]`, or null while it cannot be sent as it stands. */
export function commandOfLine(key, text) {
  const [kind, id, field] = key.split("/");
  const said = text.trim();
  if ((field === "title" && said === "") || (field === "anchoring_link" && said !== "" && !isWebAddress(said))) {
    return null;
  }
  return [`change_${kind}`, { [`${kind}_id`]: id, [field]: said }];
}
