/* Notebook: every answer below what was asked, which is read on its page. */

const ANSWER = "[data-part=answer]";
const NOTEBOOK = "[data-part=answers]";
/* A story keeps its path beside its answers. */
const isShown = (name) => !name.includes(".") || name.endsWith(".path");

/* What each part of the notebook has from its page: nothing yet, what is on its way, or everything;
   or the page cannot be read. */
const ASKED = "asked";
const AGAIN = "asked-again";
const READ = "read";
const UNREAD = "unread";

/* Done when no page is on its way. */
let reading = Promise.resolve();

function showNotebook() {
  const notebook = find(NOTEBOOK);
  if (!notebook) return;
  find("[data-do=undo]").disabled = !canUndo();
  const held = heldBy(names().filter(isShown));
  for (const part of pageParts()) showPart(part, held.get(part));
  const asked = new Set(all("[data-kept]", notebook).map(({ dataset }) => dataset.kept));
  const waiting = new Set(pageParts().filter(isUnread).flatMap((part) => held.get(part) ?? []));
  /* What is no longer asked has its name, as there is nothing else to show it by. */
  const removed = answers().filter((name) => !asked.has(name) && !waiting.has(name));
  const place = find("[data-part=removed]", notebook);
  showAnswers(place, removed.map(unasked));
  place.hidden = !removed.length;
  find("[data-part=nothing]").hidden = find(ANSWER, notebook) !== null;
  readParts(pageParts().filter((part) => held.has(part)));
}

const pageParts = () => all(`${NOTEBOOK} > [data-ids]`);
const isUnread = ({ dataset }) => dataset.state !== READ;

/* The names of entries by the part of the notebook that they belong to. */
function heldBy(names) {
  const parts = partsById();
  const held = new Map();
  for (const name of names) {
    for (const part of idsIn(name).flatMap((id) => parts.get(id) ?? [])) {
      held.set(part, [...held.get(part) ?? [], name]);
    }
  }
  return held;
}

/* Until its page is read, a part has what the store knows. */
function showPart(part, names = []) {
  if (isUnread(part)) showAnswers(part, names.map(unasked));
  for (const place of all("[data-kept]", part)) showPlace(place);
  for (const each of [...all("section", part), part]) each.hidden = !find(ANSWER, each);
}

function showPlace(place) {
  const { kept, values } = place.dataset;
  place.hidden = !has(kept);
  const text = values ? wordsOfChoice(parsed(kept), JSON.parse(values)) : read(kept);
  showAnswers(place, place.hidden ? [] : [answerOf(kept, "", text)]);
}

/* What is shown already stays: to lay a long notebook out anew is slow. */
function showAnswers(place, wanted) {
  const shown = all(`:scope > ${ANSWER}`, place);
  const isSame = (answer, at) => answer.isEqualNode(wanted[at]);
  if (shown.length === wanted.length && shown.every(isSame)) return;
  shown.forEach((answer) => answer.remove());
  place.append(...wanted);
}

function answerOf(name, label, text) {
  const others = copiesOf(name)
    .flatMap((copy) => [make("p", {}, TEXT.other), written(read(copy))]);
  return makePart("answer", "div", {}, label, written(text), ...others);
}

const written = (text) => makePart("written", "p", {}, text);
const unasked = (name) => answerOf(name, name, parsed(name).words ?? read(name));

/* A choice keeps values: only with the words of their options, a reader can read them. An option
   that has other words now is told by those that were chosen. */
function wordsOfChoice({ value, words }, known) {
  const values = value.split(" ");
  return values.every((each) => Object.hasOwn(known, each))
    ? values.map((each) => known[each]).join(" ")
    : words || fill(TEXT.gone, { value });
}

function tellNotebook(message, counts = {}) {
  refresh();
  const text = find(`[data-message=${message}]`).textContent;
  find("[data-part=status]").textContent = fill(text, counts);
}
