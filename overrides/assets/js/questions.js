/* Questions and decisions: the reason for the reader's own choice first, the others on request. */

const GROUP = "fieldset[data-right]";
/* What is chosen; the buttons for marks, which are inside of an option, are no choice. */
const CHOSEN = `${GROUP} input:checked:not([data-part=marks] *)`;
const FEEDBACK = "[data-part=feedback]";
/* A feedback has “data-reason” too, but is for no name. */
const REASON = "[data-reason][data-for]";

/* The note of a block that was checked: “own” for the reason of the own choice, or “all”. */
const noteOf = (section) => `${section.id}.checked`;

const checkable = (within) =>
  new Set(all(GROUP, within).map((group) => group.closest("[data-block]")));

function setChecked(section, state) {
  write(noteOf(section), state);
  showFeedback(section);
}

function showFeedback(section) {
  /* A choice whose option has other words now is none. */
  const state = find(CHOSEN, section) && read(noteOf(section));
  const reasons = all(REASON, section);
  const shown = [];
  for (const place of all(FEEDBACK, section)) {
    /* It is in one element with its option, or with all options of its group. */
    const box = state && find(CHOSEN, place.parentElement);
    const reason = box ? reasons.find(({ dataset }) => isReasonFor(dataset, box)) : null;
    showReason(place, reason, box);
    shown.push(reason);
  }
  for (const reason of reasons) reason.hidden = shown.includes(reason);
  for (const others of all("[data-answers]", section)) {
    others.hidden = !state || reasons.every((reason) => reason.hidden);
    others.open = state === "all";
  }
  for (const button of all("[data-do=tryAgain]", section)) button.hidden = !state;
  showMarks(section);
}

/* The reason of an item is the same, whatever was chosen for it. */
const isReasonFor = (reason, { name, value }) =>
  reason.for === name && (reason.value ?? value) === value;

/* It is read aloud when it changes, and only then. */
function showReason(place, reason, box) {
  const isRight = reason && box.value === box.closest(GROUP).dataset.right;
  const copy = reason ? copyReason(reason, isRight) : make("div");
  if (place.textContent !== copy.textContent) place.replaceChildren(...copy.childNodes);
  if (isRight) place.dataset.reason = "right";
  else delete place.dataset.reason;
}

function copyReason(reason, isRight) {
  const copy = reason.cloneNode(true);
  /* The option has its mark already. */
  removeAll("summary, [data-part=course-mark]", copy);
  /* The mark of an item names its group, and not whether the choice was right. */
  if (!reason.dataset.value) {
    find("[data-part=mark]", copy).prepend(isRight ? TEXT.right : TEXT.wrong, " ");
  }
  return copy;
}

/* What is hidden is not counted, so that each reason is given the letter of its option. */
function prepareReasons(within) {
  for (const reason of all(`li${REASON}`, within)) {
    reason.value = [...reason.parentElement.children].indexOf(reason) + 1;
  }
  for (const summary of all("[data-part=reasons] > summary", within)) {
    summary.textContent = TEXT.others;
  }
}

function check(button) {
  const section = button.closest("[data-block]");
  const isAnswered = find(CHOSEN, section) !== null;
  say(button, isAnswered ? "" : TEXT.choose);
  if (isAnswered) setChecked(section, "own");
}

function tryAgain(button) {
  const section = button.closest("[data-block]");
  forgetChoices(section);
  find(`${GROUP} input`, section).focus();
}

function forgetChoices(section) {
  for (const { name } of all(CHOSEN, section)) {
    write(name, "");
    show(name, "");
  }
  setChecked(section, "");
}

/* The click comes before the reasons open or close. */
function noteOthers({ target }) {
  const reasons = target.closest("summary")?.closest("[data-part=reasons]");
  if (reasons) write(noteOf(reasons.closest("[data-block]")), reasons.open ? "own" : "all");
}
