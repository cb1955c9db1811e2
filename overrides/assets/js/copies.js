/* Two texts for one field, from two tabs or from a file: the other one is kept beside it. */

const MAX_COPIES = 20;

/* Returns whether there was another text, and it is kept. What goes on from a copy takes its place;
   after the last of the copies, a text is added to it. */
function addCopy(name, mine, theirs) {
  const copies = copiesOf(name);
  if (!theirs || [mine, ...copies.map(read)].some((text) => text.startsWith(theirs))) return false;
  const before = copies.find((copy) => theirs.startsWith(read(copy)));
  if (before) return write(before, theirs);
  let number = 1;
  while (number < MAX_COPIES && has(`${name}.other${number}`)) number++;
  const copy = `${name}.other${number}`;
  return write(copy, [read(copy), theirs].filter(Boolean).join("\n\n"));
}

function showCopies() {
  removeAll("[data-part=other]");
  for (const field of all(FIELD).filter(isText)) {
    const others = copiesOf(field.name).filter((copy) => read(copy) !== field.value);
    field.after(...others.map(showCopy));
  }
}

function showCopy(copy) {
  const use = actionButton("useOther", TEXT.useOther, copy);
  const keep = actionButton("keepMine", TEXT.keepMine, copy);
  const written = makePart("written", "p", {}, read(copy));
  const said = make("p", {}, TEXT.another);
  return makePart("other", "div", { role: "alert" }, said, written, make("p", {}, use, " ", keep));
}

function useOther({ value: copy }) {
  const mine = valueOf(nameOf(copy));
  show(nameOf(copy), read(copy));
  settle(copy, mine);
}

const keepMine = ({ value: copy }) => settle(copy, "");

/* Only if the field's own text is stored may its copy go. */
function settle(copy, other) {
  const [field] = fieldsOf(nameOf(copy));
  tell(field, write(field.name, field.value) && write(copy, other));
  field.focus();
  showCopies();
}
