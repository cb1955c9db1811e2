/* Known: what a file may bring. */

/* In letters: a field takes the first number, and took more once; a note never needs the third. */
const MAX_LENGTH = 1e5;
const MAX_LOADED = 1e6;
const MAX_NOTE = 1e4;
const NAME = /^[\w%./-]{1,200}$/;
/* The notes of a block, by its id. */
const NOTE = /\.(checked|path|at|review)$/;

/* The parts of the notebook by the ids of their blocks, and of the copies of these in a review. */
const partsById = () =>
  new Map(
    pageParts().flatMap((part) => {
      const { prefix } = part.dataset;
      const ids = idsOf(part).flatMap((id) => prefix ? [id, `${prefix}-${id}`] : [id]);
      return ids.map((id) => [id, part]);
    }),
  );

/* The name of an answer is the id of its block, or begins with it and a hyphen. */
const idsIn = (name) => {
  const parts = nameOf(name).replace(NOTE, "").split("-");
  return parts.map((_part, at) => parts.slice(0, at + 1).join("-"));
};

/* The ids of blocks that keep an answer, or did so once; the pages; answers by their older names. */
const whatIsKnown = () => ({
  ids: new Set([...partsById().keys(), ...find(NOTEBOOK).dataset.gone.split(" ")]),
  pages: new Set(menu().map(pageOf)),
  was: renamed(document),
});

function isKnown(name, { ids, pages }) {
  if (name === LAST || name === DOWNLOADED) return true;
  if (name.endsWith(DONE)) return pages.has(name.slice(0, -DONE.length));
  const found = idsIn(name);
  return NOTE.test(name) ? ids.has(found.pop()) : found.some((id) => ids.has(id));
}

function isEntry(name, entry, known) {
  const { value, when, words = "" } = entry ?? {};
  const most = nameOf(name).includes(".") ? MAX_NOTE : MAX_LOADED;
  return NAME.test(name) && isKnown(name, known) && isTime(when) &&
    typeof value === "string" && value && value.length <= most &&
    typeof words === "string" && words.length <= MAX_NOTE;
}

/* A finished page names its questions. */
function onlyKnown(value, { ids }) {
  const [done, ...questions] = value.split(" ");
  return [done, ...new Set(questions.filter((id) => ids.has(id)))].join(" ");
}
