/* Mirror: every entry once more, in a store that is on the disk at once. A browser writes the first
   one up to a minute late, and what is in neither when it is killed is lost. */

const ENTRIES = "entries";
let mirror = null;
let isCopying = false;
const uncopied = new Map();

/* Where nothing is left of what this very tab has written, somebody has cleared the first store: a
   browser that was killed would have forgotten what the tab remembers too. */
function openMirror() {
  try {
    const cleared = names().length ? 0 : Number(sessionStorage.getItem(PREFIX));
    const request = indexedDB.open(PREFIX, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES);
    request.onsuccess = () => {
      mirror = request.result;
      takeFromMirror(cleared);
    };
  } catch { /* The browser blocks its store. */ }
}

/* What was removed is noted too: the browser may be killed before it has removed it. */
function copyToMirror(name, text) {
  uncopied.set(name, text ?? JSON.stringify({ value: "", when: Date.now() }));
  try {
    sessionStorage.setItem(PREFIX, Date.now());
  } catch { /* It is full, or blocked. */ }
  copyAll();
}

/* One writing after another: what is typed meanwhile is in the next. */
function copyAll() {
  if (!mirror || isCopying || !uncopied.size) return;
  isCopying = true;
  const writing = mirror.transaction(ENTRIES, "readwrite", { durability: "strict" });
  const store = writing.objectStore(ENTRIES);
  for (const [name, text] of uncopied) store.put(text, name);
  uncopied.clear();
  writing.oncomplete = writing.onabort = () => {
    isCopying = false;
    copyAll();
  };
  writing.commit();
}

function takeFromMirror(cleared) {
  const store = mirror.transaction(ENTRIES, "readwrite").objectStore(ENTRIES);
  const names = store.getAllKeys();
  const texts = store.getAll();
  texts.onsuccess = () => {
    const isNewer = (name, at) => !uncopied.has(name) && takeEntry(store, name, texts.result[at]);
    if (texts.result.every((text) => parse(text).when <= cleared)) store.clear();
    else if (names.result.filter(isNewer).length) showFromStore();
    copyAll();
  };
}

/* Returns whether the mirror has a newer entry, which is taken. */
function takeEntry(store, name, text) {
  const mine = getEntry(name);
  const theirs = parse(text);
  if (!theirs.value && mine === null) store.delete(name);
  if (mine === text || parse(mine).when >= theirs.when) return false;
  return storeEntry(name, theirs.value ? text : null);
}
