/* Files: a notebook to load again; what is here already stays. */

/* In bytes: no store of a browser has more. */
const MAX_FILE = 2e7;
const MAX_ENTRIES = 2000;
/* The version of a file. */
const VERSION = 1;

function download() {
  const kept = names().map((name) => [name, parsed(name)]);
  const file = { course: COURSE, version: VERSION, answers: Object.fromEntries(kept) };
  save("notebook.json", "application/json", JSON.stringify(file, null, 1));
  write(DOWNLOADED, "yes");
  showProgress();
}

async function loadFile({ target }) {
  const file = target.matches("[data-do=load]") && target.files[0];
  if (!file) return;
  const told = { new: 0, beside: 0, left: 0, invalid: 0, full: 0, names: [] };
  let message = "large";
  try {
    if (file.size <= MAX_FILE) message = await load(await file.text(), told);
  } catch {
    message = "unreadable";
  }
  /* The reader has gone to another page before anything was loaded. */
  if (!target.isConnected) return;
  tellNotebook(message, { ...told, names: told.names.length ? `: ${told.names.join(", ")}` : "" });
  /* The same file can be chosen once more. */
  target.value = "";
}

/* Returns the name of the message to show. */
async function load(text, told) {
  const { course, version, answers } = parseJson(text);
  if (!(answers instanceof Object) || !isTime(version) || version === 0) return "unknown";
  if (course !== COURSE) return "other";
  if (version > VERSION) return "newer";
  const loaded = Object.entries(answers);
  if (loaded.length > MAX_ENTRIES) return "large";
  /* What older names stand for, and which answers are choices, is told by their pages. */
  readParts([...heldBy(Object.keys(answers).filter((name) => NAME.test(name))).keys()]);
  await reading;
  if (!find(NOTEBOOK)) return "";
  const known = whatIsKnown();
  remember(() => {
    for (const [name, entry] of loaded) {
      const result = loadEntry(name, entry, known);
      told[result]++;
      if (["invalid", "full"].includes(result)) nameEntry(name, told.names);
    }
  });
  return told.full ? "full" : "loaded";
}

function nameEntry(name, told) {
  if (told.length === 5) told.push("…");
  if (told.length < 5) told.push(name.slice(0, 50));
}

/* Returns the name of its count. */
function loadEntry(given, entry, known) {
  if (!isEntry(given, entry, known)) return "invalid";
  const { value, when, words } = entry;
  const { name = given, places } = known.was.get(given) ?? {};
  const field = nameOf(name);
  if (field === name && !has(name)) {
    const kept = name.endsWith(DONE) ? onlyKnown(value, known) : atPlace(value, places);
    return setOrDrop(name, makeEntry(kept, when, words)) ? "new" : "full";
  }
  if (isChoice(field) || [field, ...copiesOf(field)].map(read).includes(value)) return "left";
  if (copiesOf(field).length >= MAX_COPIES) return "invalid";
  return addCopy(field, read(field), value) ? "beside" : refused.size ? "full" : "left";
}

/* What is not stored is still in the file. */
function setOrDrop(name, text) {
  const isKept = setEntry(name, text);
  if (!isKept) remove(name);
  return isKept;
}

/* Of two choices or notes, none can be shown beside the other. */
const isChoice = (name) =>
  name.includes(".") || parsed(name).words ||
  find(`[data-kept="${CSS.escape(name)}"][data-values]`);
