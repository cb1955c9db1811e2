/* Mirror: every entry once more, in a store that is on the disk at once. A browser writes the first
   one up to a minute late, and what is in neither when it is killed is lost. */

const ENTRIES = "entries";
let mirror = null;
let isCopying = false;
const uncopied = new Map();

function openMirror() {
  try {
    const request = indexedDB.open(PREFIX, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES);
    request.onsuccess = () => {
      mirror = request.result;
      takeFromMirror();
    };
  } catch { /* The browser blocks its store. */ }
}

/* What was removed is noted too: the browser may be killed before it has removed it. */
function copyToMirror(name, text) {
  uncopied.set(name, text ?? JSON.stringify({ value: "", when: Date.now() }));
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

function takeFromMirror() {
  const store = mirror.transaction(ENTRIES, "readwrite").objectStore(ENTRIES);
  const names = store.getAllKeys();
  const texts = store.getAll();
  texts.onsuccess = () => {
    const isNewer = (name, at) => !uncopied.has(name) && takeEntry(store, name, texts.result[at]);
    if (names.result.filter(isNewer).length) showFromStore();
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
