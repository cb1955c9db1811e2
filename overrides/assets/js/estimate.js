/* Estimate: what was found, once the reader has guessed, with the guess beside it. */

const GUESS = "input[data-right]";
const localNumber = (text) => Number(text).toLocaleString(document.documentElement.lang);

function showFinding(button) {
  const section = button.closest("[data-block]");
  const field = find(GUESS, section);
  const isGuess = field.value !== "" && field.matches(":in-range");
  const range = { min: localNumber(field.min), max: localNumber(field.max) };
  say(button, isGuess ? "" : fill(TEXT.guess, range));
  if (!isGuess) return;
  write(noteOf(section), "all");
  showGuess(field);
}

function showGuess(field) {
  const section = field.closest("[data-block]");
  const isShown = field.value !== "" && read(noteOf(section)) !== "";
  const finding = find("[data-part=finding]", section);
  finding.hidden = !isShown;
  finding.open = isShown;
  /* What it says is said beside the guess. */
  const found = find("[data-part=found]", finding);
  found.hidden = isShown;
  const guessed = fill(TEXT.guessed, { guess: localNumber(field.value) });
  const compared = find("[data-part=compared]", section);
  const text = isShown ? `${guessed} ${found.textContent}` : "";
  if (compared.textContent !== text) compared.textContent = text;
  const line = find("[data-part=range]", section);
  line.hidden = !isShown;
  mark(line, "guessed", field.value, field);
  mark(line, "right", field.dataset.right, field);
}

function mark(line, name, value, { min, max }) {
  const share = (value - min) / (max - min);
  find(`[data-mark=${name}]`, line).style.setProperty("--at", `${100 * share}%`);
}

function hideFinding(field) {
  write(noteOf(field.closest("[data-block]")), "");
  showGuess(field);
}

function forgetGuess(section) {
  for (const field of all(GUESS, section)) {
    write(field.name, "");
    show(field.name, "");
    hideFinding(field);
  }
}
