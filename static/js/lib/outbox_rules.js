/** The server takes messages up to 64 KB and closes the line on a longer one; some of that is wrapping. */
const LARGEST = 60_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Fields that are no text a person has written. */
const NOT_TEXT = /^(id|kind|source|base|version|mode|choice|.*_id|.*_ids|.*_version)$/;

/** Whether an operation could never be sent: it would close the line each time and block all that comes after it. */
export function tooLarge({ id, name, data }) {
  return new TextEncoder().encode(JSON.stringify({ id, name, data })).length > LARGEST;
}

/** Milliseconds to wait after so many failures. Spread widely, so that a hall does not come back as one. */
export function waitBefore(failures, random = Math.random) {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
  return wait * (0.5 + random());
}

/** The texts of operations, one paragraph each, for pasting anywhere. */
export function asPlainText(operations) {
  return operations.map(({ data }) => textsIn(data).join("\n")).filter(Boolean).join("\n\n");
}

function textsIn(data) {
  if (typeof data === "string") {
    return data.trim() ? [data.trim()] : [];
  }
  if (Array.isArray(data)) {
    return data.flatMap(textsIn);
  }
  if (data && typeof data === "object") {
    return Object.entries(data).flatMap(([field, value]) => (NOT_TEXT.test(field) ? [] : textsIn(value)));
  }
  return [];
}

/** Nothing but the operation itself is kept: no time, nobody's own name. An anonymous idea leaves no trace once saved. */
export const asStored = ({ id, name, data, stream, writer, error }) => ({ id, name, data, stream, writer, error });
