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
