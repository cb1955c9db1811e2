/* Fields: every field with a name, in a block that says what it keeps. */

const FIELD = "[data-keeps] :is(textarea, input, select)[name]";
const KEPT = "[data-part=kept]";
const isBox = ({ type }) => type === "radio" || type === "checkbox";
const isText = (field) => !isBox(field) && !field.matches("select");
const fieldsOf = (name) => all(`${FIELD}[name="${CSS.escape(name)}"]`);
const fieldNames = (within) => new Set(all(FIELD, within).map(({ name }) => name));

/* What this page last saw in the store: another value there is from another tab. */
const known = new Map();
const noteStored = (name) => known.set(name, parse(stored(name)).value);

function valueOf(name) {
  const given = fieldsOf(name).filter((field) => !isBox(field) || field.checked);
  return given.map(({ value }) => value).join(" ");
}

function show(name, value) {
  noteStored(name);
  for (const field of fieldsOf(name)) {
    if (isBox(field)) field.checked = isChosen(field, value);
    else field.value = value;
  }
}

/* Several boxes of one name keep their values together. The box of a finished page keeps more than
   it is known by: a course may get another question later. */
function isChosen(box, value) {
  if (box.type === "radio") return box.value === value;
  return value.split(" ").includes(box.value.split(" ")[0]);
}

function restoreAnswers(within = document) {
  for (const name of fieldNames(within)) show(name, read(name));
  for (const area of all("textarea", within)) area.maxLength = MAX_LENGTH;
}

/* From its history, a browser shows a page as it was, or writes what its fields had into a new one:
   what is in the store is newer. */
function showPage({ persisted }) {
  if (persisted) here = "";
  if (persisted || [...fieldNames()].some((name) => valueOf(name) !== read(name))) showFromStore();
}

function keepAnswer({ target }) {
  if (!target.matches(FIELD)) return;
  const { name } = target;
  const value = valueOf(name);
  const theirs = parse(stored(name)).value;
  if (isText(target) && theirs !== known.get(name)) addCopy(name, value, theirs);
  tell(target, write(name, value, wordsFor(name)));
  noteStored(name);
  if (isText(target)) showCopies();
  else afterChoice(target);
  if (target.matches(GUESS)) hideFinding(target);
}

/* What was chosen, as a reader has seen it. */
function wordsFor(name) {
  const [box] = name.includes(".") ? [] : fieldsOf(name).filter(({ checked }) => checked);
  return box?.labels[0]?.textContent.trim();
}

function afterChoice(box) {
  const section = box.closest("[data-right]")?.closest("[data-block]");
  if (box.closest("[data-part=marks]")) showMarks(section);
  else if (section) setChecked(section, "");
  showProfile();
  showProgress();
}

/* To hear it once on a page is enough; that a text is not kept has to be heard each time. */
function tell(field, isKept) {
  const place = find(KEPT, field.closest("[data-keeps]"));
  const isSaid = all(KEPT).some((other) => other !== place && other.textContent === TEXT.kept);
  const isFull = field.value.length >= MAX_LENGTH;
  const text = !isKept ? TEXT.notKept : isFull ? TEXT.fieldFull : isSaid ? "" : TEXT.kept;
  if (!place || place.textContent === text) return;
  place.textContent = text;
  if (text === TEXT.kept && answers().length === 1) advise(place);
}

/* With the first answer of all; a browser that can, is asked to lose nothing. */
function advise(place) {
  const line = makePart("advice", "p", { ariaLive: "polite" });
  place.after(line);
  line.textContent = TEXT.advice;
  navigator.storage?.persist?.();
}

/* Other projects at the same address have keys too; without a key, everything was removed. */
function takeFromOtherTab({ key }) {
  if (key === null || key.startsWith(PREFIX)) showFromStore();
}

function showFromStore() {
  for (const name of fieldNames()) {
    /* What is being edited, or kept here alone, is never replaced. */
    const isBusy = refused.has(name) || fieldsOf(name).includes(document.activeElement);
    if (!isBusy) show(name, read(name));
  }
  refresh();
}

/* A field clips its text on paper, and a date is written as its reader writes it: the text is printed
   in its place. */
function printText() {
  removeAll("[data-part=mirror]");
  for (const field of all("textarea, [type=date]")) {
    if (field.value) field.before(makePart("mirror", "p", {}, textOf(field)));
  }
}

function textOf({ value, valueAsDate }) {
  const form = { dateStyle: "long", timeZone: "UTC" };
  return valueAsDate?.toLocaleDateString(document.documentElement.lang, form) ?? value;
}
