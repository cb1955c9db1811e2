/* The store: one key for each answer, with a value and the time at which it was written. */

/* Readers' answers are kept under these names: neither may ever change. */
const COURSE = TEXT.store;
const VERSION = 1;
/* In a learning management system, the frame that the page is in has the name of the learner's own
   notebook: several learners may use one browser. */
const PREFIX = globalThis.name.startsWith("notebook:") ? name : `${COURSE}/${VERSION}/`;

/* A copy of another text for a field has the field's name, and a number. */
const COPY = /\.other\d+$/;
const nameOf = (copy) => copy.replace(COPY, "");

/* What the browser refuses to store, for as long as the page is open; null is a removed entry. */
const refused = new Map();

/* All entries, each together with its copies: to ask the browser for one at a time is slow. */
let snapshot = null;

function entries() {
  if (!snapshot) {
    snapshot = readStore();
    /* It lasts for one event; before the next one, another tab may have written. */
    queueMicrotask(() => snapshot = null);
  }
  return snapshot;
}

function readStore() {
  const read = new Map();
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) put(read, key.slice(PREFIX.length), localStorage.getItem(key));
    }
  } catch { /* The browser blocks its store. */ }
  for (const [name, text] of refused) put(read, name, text);
  return read;
}

function put(read, name, text) {
  const together = read.get(nameOf(name)) ?? new Map();
  read.set(nameOf(name), together);
  if (text === null) together.delete(name);
  else together.set(name, text);
}

/* What the browser itself has, without what it refused. */
function stored(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/* Returns whether the browser stores it. */
function setEntry(name, text) {
  try {
    if (text === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
    refused.delete(name);
  } catch {
    refused.set(name, text);
  }
  if (snapshot) put(snapshot, name, text);
  return !refused.has(name);
}

function parseJson(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

const isTime = (when) => Number.isFinite(when) && when >= 0;

/* What is no entry is a text of the reader's; a time to come is of a wrong clock. */
function parse(text) {
  const { value, when } = parseJson(text);
  return typeof value === "string" && isTime(when)
    ? { value, when: Math.min(when, Date.now()) }
    : { value: text ?? "", when: 0 };
}

const getEntry = (name) => entries().get(nameOf(name))?.get(name) ?? null;
const has = (name) => getEntry(name) !== null;
const parsed = (name) => parse(getEntry(name));
const read = (name) => parsed(name).value;
const makeEntry = (value, when = Date.now()) => value ? JSON.stringify({ value, when }) : null;
const write = (name, value) => setEntry(name, makeEntry(value));
const remove = (name) => setEntry(name, null);

const names = () => [...entries().values()].flatMap((together) => [...together.keys()]).sort();
/* A name with a dot is a note of a script. */
const answers = () => names().filter((name) => !name.includes("."));
const copiesOf = (name) => [...entries().get(name)?.keys() ?? []].filter((copy) => copy !== name);
