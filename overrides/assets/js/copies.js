/* Two texts for one field, from two tabs or from a file: the other one is kept beside it. */

/* Returns whether there was another text, and it is kept. */
function addCopy(name, mine, theirs) {
  if (!theirs || [mine, ...copiesOf(name).map(read)].includes(theirs)) return false;
  let number = 1;
  while (has(`${name}.other${number}`)) number++;
  return write(`${name}.other${number}`, theirs);
}

function showCopies() {
  removeAll("[data-part=other]");
  for (const field of all(FIELD).filter(isText)) {
    const others = copiesOf(field.name).filter((copy) => read(copy) !== field.value);
    field.after(...others.map(showCopy));
  }
}

function showCopy(copy) {
  const other = find("#other").content.cloneNode(true);
  find("[data-part=written]", other).textContent = read(copy);
  for (const button of all("button", other)) button.value = copy;
  return other;
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
