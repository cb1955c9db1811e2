/* Kept: whether a page shows more than an empty one, before any touch. */

/* In a folder or a frame of a learning management system, nothing is won by waiting. */
function isKept() {
  try {
    const isOurs = (key) => key.includes(`${TEXT.store}/`);
    return globalThis.name || location.protocol === "file:" ||
      Object.keys(localStorage).some(isOurs);
  } catch {
    return false;
  }
}

/* Of a browser that was killed, only the second copy on the disk may be left. */
async function askMirror() {
  try {
    const copies = await indexedDB.databases();
    if (copies.some(({ name }) => name.includes(`${TEXT.store}/`))) loadAnswers();
  } catch { /* The browser blocks its store, or names no copies. */ }
}
