/* Review: the questions of finished pages come back after one week and after four. */

const CARD = "[data-block=review] [data-copy]";
const REVIEW = "[data-part=tools][data-review]";
const NEVER = "–"; /* The day of a card that does not come back. */
const reviewOf = (id) => `${id}.review`;

function dayAfter(when, days) {
  const day = new Date(when);
  day.setDate(day.getDate() + days);
  /* The day of the reader's clock: a text in ISO form is otherwise one of Greenwich. */
  return new Date(day - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const today = () => dayAfter(Date.now(), 0);

const doneNames = () => names().filter((name) => name.endsWith(DONE));

/* With a wrong clock, a page may be finished on a day to come, which is read as now, each day anew.
   So that its questions ever come back, the first now is kept. */
function settleFutureTimes() {
  for (const name of doneNames()) {
    const { value, when, words } = parsed(name);
    const text = makeEntry(value, when, words);
    if (text !== getEntry(name)) setEntry(name, text);
  }
}

const donePages = () =>
  doneNames().map((name) => {
    const { value, when } = parsed(name);
    const [, ...ids] = value.split(" ");
    return { name, ids, week: dayAfter(when, 7), month: dayAfter(when, 28) };
  });

const cards = () =>
  donePages().flatMap(({ ids, week, month }) =>
    ids.map((id) => ({ id, month, day: read(reviewOf(id)) || week }))
  );

const dueCards = () => cards().filter(({ day }) => day <= today());

/* The id of the question that a card is a copy of. */
const idOf = (card) => card.dataset.copy.split("#")[1];

function addReview() {
  const template = find("template[data-part=review]");
  if (!template || find(REVIEW)) return;
  for (const card of all(CARD)) card.append(template.content.cloneNode(true));
  endRemovedCards();
  if (dueCards().length) onlyDue(find("[data-do=onlyDue]"));
}

/* A question that is no longer in the course would stay due for ever. */
function endRemovedCards() {
  const here = new Set(all(CARD).map(idOf));
  for (const { id, day } of cards()) {
    if (!here.has(id) && day !== NEVER) write(reviewOf(id), NEVER);
  }
}

function showReview() {
  const days = new Map(cards().map(({ id, day }) => [id, day]));
  for (const card of all(CARD)) {
    const day = days.get(idOf(card));
    find(`${REVIEW} output`, card).textContent = day ? fill(TEXT.due, { day }) : "";
  }
}

function onlyDue(button) {
  const only = button.ariaPressed !== "true";
  button.ariaPressed = only;
  const due = new Set(dueCards().map(({ id }) => id));
  for (const card of all(CARD)) {
    card.hidden = only && !due.has(idOf(card));
    find(`[data-origin-of="${idOf(card)}"]`).hidden = card.hidden;
  }
}

const seen = (button) => review(button, ({ month }) => month > today() ? month : NEVER);
const again = (button) => review(button, () => dayAfter(Date.now(), 3));

function review(button, nextDay) {
  const section = button.closest("[data-copy]");
  const card = cards().find(({ id }) => id === idOf(section));
  forgetChoices(section);
  forgetGuess(section);
  if (card) write(reviewOf(card.id), nextDay(card));
  showReview();
  showProgress();
}
