/**
 * A random identifier (UUID version 4), made on the phone, so that a command sent twice has one effect.
 * `crypto.randomUUID` exists only in secure contexts; a hall's own network without TLS has none.
 */
export function newId(source = globalThis.crypto) {
  if (source.randomUUID) {
    return source.randomUUID();
  }
  const bytes = source.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * The same identifier for the same values, so that doing a thing again, after a reload or in another tab, is doing it
 * once. Not `crypto.subtle`: that too needs a secure context.
 */
export function idFrom(...values) {
  const text = JSON.stringify(values);
  return [1, 2, 3, 4].map((seed) => mixed(text, seed).toString(16).padStart(8, "0")).join("");
}

/** 32 bits of a text, others for each seed (the mixing is that of MurmurHash3). */
function mixed(text, seed) {
  let hash = Math.imul(seed, 0x9e3779b1);
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0xcc9e2d51);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
