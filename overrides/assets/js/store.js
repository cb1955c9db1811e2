/* The store: one key for each answer, with a value and the time at which it was written. */

/* Readers' answers are kept under these names: none may ever change. */
const COURSE = TEXT.store;
/* This script is one folder below the root of the site. */
const ROOT = new URL("..", document.currentScript.src);
/* Two copies of the site at one host are two notebooks; those opened from folders are one. */
const PATH = ROOT.protocol === "file:" ? "/" : ROOT.pathname;
/* In a learning management system, the frame that the page is in has the name of the learner's own
   notebook: several learners may use one browser. */
const PREFIX = globalThis.name.startsWith("notebook:") ? name : `${PATH}${COURSE}/2/`;

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
function storeEntry(name, text) {
  try {
    if (text === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
    refused.delete(name);
  } catch {
    refused.set(name, text);
    addEventListener("beforeunload", askToStay);
  }
  if (snapshot) put(snapshot, name, text);
  return !refused.has(name);
}

function setEntry(name, text) {
  copyToMirror(name, text);
  return storeEntry(name, text);
}

function askToStay(event) {
  if ([...refused.values()].some(Boolean)) event.preventDefault();
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
  const { value, when, words } = parseJson(text);
  return typeof value === "string" && isTime(when)
    ? {
      value,
      when: Math.min(when, Date.now()),
      words: typeof words === "string" ? words : undefined,
    }
    : { value: text ?? "", when: 0 };
}

const getEntry = (name) => entries().get(nameOf(name))?.get(name) ?? null;
const has = (name) => getEntry(name) !== null;
const parsed = (name) => parse(getEntry(name));
const read = (name) => parsed(name).value;
/* The words of a choice stay with it: its option may get others. */
const makeEntry = (value, when = Date.now(), words) =>
  value ? JSON.stringify({ value, when, words }) : null;
const write = (name, value, words) => setEntry(name, makeEntry(value, Date.now(), words));
const remove = (name) => setEntry(name, null);

const names = () => [...entries().values()].flatMap((together) => [...together.keys()]).sort();
/* A name with a dot is a note of a script. */
const answers = () => names().filter((name) => !name.includes("."));
const copiesOf = (name) => [...entries().get(name)?.keys() ?? []].filter((copy) => copy !== name);
