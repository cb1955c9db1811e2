/* Undo: one step back after a file was loaded or everything was deleted. */

/* The entries before and after it. */
let step = null;
const canUndo = () => step !== null;
const forgetUndo = () => step = null;

const allEntries = () => new Map(names().map((name) => [name, getEntry(name)]));

function remember(act) {
  const before = allEntries();
  act();
  step = { before, after: allEntries() };
}

function deleteAll({ dataset }) {
  if (!confirm(dataset.ask)) return;
  remember(() => names().forEach(remove));
  tellNotebook("deleted");
}

/* What was written since then, here or in another tab, stays, and has the text before beside it. */
function undo() {
  const { before, after } = step;
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [text = null, left = null] = [before.get(name), after.get(name)];
    if (getEntry(name) === left) setEntry(name, text);
    else if (!isChoice(name)) addCopy(name, read(name), parse(text).value);
  }
  forgetUndo();
  tellNotebook("undone");
}
