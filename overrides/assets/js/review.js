/* Review: the questions of finished pages come back after one week and after four. */

const REVIEW = "[data-block=review] [data-mixed]";
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

const reviewLines = () => all(`${REVIEW} [data-ids]`);

function addReview() {
  if (!find(REVIEW)) return;
  endRemovedCards();
  showCards(false);
}

/* A question that is no longer in the course would stay due for ever. */
function endRemovedCards() {
  const here = new Set(reviewLines().flatMap(idsOf));
  for (const { id, day } of cards()) {
    if (!here.has(id) && day !== NEVER) write(reviewOf(id), NEVER);
  }
}

function showReview() {
  const days = new Map(cards().map(({ id, day }) => [id, day]));
  for (const card of all(`${REVIEW} [data-copy]`)) {
    const day = days.get(questionOf(card));
    find("[data-review] output", card).textContent = day ? fill(TEXT.due, { day }) : "";
  }
}

function everyQuestion(button) {
  const isEvery = button.ariaPressed !== "true";
  button.ariaPressed = isEvery;
  showCards(isEvery);
}

const seen = (button) => review(button, ({ month }) => month > today() ? month : NEVER);
const again = (button) => review(button, () => dayAfter(Date.now(), 3));

function review(button, nextDay) {
  const section = button.closest("[data-copy]");
  const card = cards().find(({ id }) => id === questionOf(section));
  forgetChoices(section);
  forgetGuess(section);
  if (card) write(reviewOf(card.id), nextDay(card));
  showReview();
  showProgress();
}
