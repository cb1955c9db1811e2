/* Files: a notebook to load again; what is here already stays. */

const NAME = /^\w[\w./-]{0,99}$/;
const MAX_FILE = 5e6;
const MAX_ENTRIES = 2000;
const MAX_LENGTH = 1e5;

/* What was here before a file was loaded or everything was deleted. */
let before = null;
const canUndo = () => before !== null;
const forgetUndo = () => before = null;

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
  const counts = { new: 0, beside: 0, left: 0, invalid: 0 };
  tellNotebook(file.size > MAX_FILE ? "large" : load(await file.text(), counts), counts);
  /* The same file can be chosen once more. */
  target.value = "";
}

/* Returns the name of the message to show. */
function load(text, counts) {
  const { course, version, answers } = parseJson(text);
  if (!(answers instanceof Object) || !isTime(version) || version === 0) return "unknown";
  if (course !== COURSE) return "other";
  if (version > VERSION) return "newer";
  const loaded = Object.entries(answers);
  if (loaded.length > MAX_ENTRIES) return "large";
  remember();
  for (const [name, entry] of loaded) counts[loadEntry(name, entry)]++;
  return refused.size ? "full" : "loaded";
}

/* Returns the name of its count. */
function loadEntry(name, entry) {
  const { value, when } = entry ?? {};
  const isValid = NAME.test(name) && typeof value === "string" && value &&
    value.length <= MAX_LENGTH && isTime(when);
  if (!isValid) return "invalid";
  if (!has(name)) {
    setEntry(name, makeEntry(value, when));
    return "new";
  }
  const field = nameOf(name);
  return !isChoice(field) && addCopy(field, read(field), value) ? "beside" : "left";
}

/* Of two choices or notes, none can be shown beside the other. */
const isChoice = (name) => name.includes(".") || find(`[data-kept="${name}"][data-values]`);

function remember() {
  before = names().map((name) => [name, getEntry(name)]);
}

function deleteAll({ dataset }) {
  if (!confirm(dataset.ask)) return;
  remember();
  names().forEach(remove);
  tellNotebook("deleted");
}

function undo() {
  names().forEach(remove);
  for (const [name, text] of before) setEntry(name, text);
  forgetUndo();
  tellNotebook("undone");
}
