/* Cards: the questions of a review, taken from their pages one after another. */

/* What names ids, or fields, of the same page. */
const NAMING = [
  ...["id", "name", "for", "data-for", "data-keeps", "data-was"],
  ...["aria-labelledby", "aria-describedby", "aria-controls"],
];

/* How many cards come in one task: each time, the browser looks at all of them again. */
const AT_ONCE = 8;

/* The id of the question that a card is a copy of. */
const questionOf = (card) => card.dataset.copy.split("#")[1];
const toolsOf = (review) => find("[data-do=everyQuestion]", review.parentElement);

/* One question of each page in turn, of those that are wanted. */
function inTurn(isWanted) {
  const pages = reviewLines().map((line) => ({ line, ids: idsOf(line).filter(isWanted) }));
  const rounds = Math.max(0, ...pages.map(({ ids }) => ids.length));
  return Array.from(
    { length: rounds },
    (_, at) =>
      pages.filter(({ ids }) => at < ids.length).map(({ line, ids }) => ({ line, id: ids[at] })),
  )
    .flat();
}

/* The cards come in their order, each as soon as the pages of those before it are read. */
async function showCards(isEvery) {
  const review = find(REVIEW);
  const due = new Set(dueCards().map(({ id }) => id));
  const wanted = inTurn((id) => isEvery || due.has(id));
  const place = makePart("cards", "div");
  place.dataset.block = "gather";
  removeAll("[data-part=cards]", review);
  review.prepend(place);
  const rest = cards().length ? TEXT.nothingDue : "";
  tellCards(review, wanted.length > 0, wanted.length ? TEXT.reading : rest);
  const taken = new Map();
  let added = 0;
  for await (const [line, page] of pagesOf([...new Set(wanted.map(({ line }) => line))])) {
    taken.set(line, page && takeCards(page, line, wanted));
    while (taken.has(wanted[0]?.line)) {
      /* The reader has gone to another page, or wants other cards. */
      if (!place.isConnected) return;
      addCard(place, wanted.shift(), taken);
      if (++added % AT_ONCE === 0) await nextTask();
    }
  }
  if (!taken.size || !place.isConnected) return;
  refresh();
  tellCards(review, false, find("[data-part=unread]", place) ? TEXT.unreadSome : "");
}

function tellCards(review, isBusy, text) {
  review.ariaBusy = isBusy;
  for (const list of all("ul:has(> [data-ids])", review)) list.hidden = isBusy;
  say(toolsOf(review), text);
}

const takeCards = (page, line, wanted) =>
  new Map(
    wanted.filter((each) => each.line === line)
      .map(({ id }) => [id, page.getElementById(id)])
      .filter(([, question]) => question)
      .map(([id, question]) => [id, copyOf(question, line)]),
  );

/* As the build copies a block (`scripts/course/site/gather.py`): its ids, names and addresses are
   those of this page. */
function copyOf(question, line) {
  const { page, prefix } = line.dataset;
  const { href } = linkOf(line);
  question.dataset.copy = `${page}#${question.id}`;
  removeAll("[class=caption-prefix]", question);
  for (const each of [question, ...all("*", question)]) {
    delete each.dataset.number;
    for (const { name, value } of [...each.attributes]) {
      if (NAMING.includes(name)) each.setAttribute(name, value.replace(/\S+/g, `${prefix}-$&`));
      else if (name === "href" || name === "src") each.setAttribute(name, new URL(value, href));
      else if (value.startsWith("url(#")) {
        each.setAttribute(name, value.replace("#", `#${prefix}-`));
      }
    }
  }
  return document.adoptNode(question);
}

function addCard(place, { line, id }, taken) {
  const { href, textContent } = linkOf(line);
  const origin = makePart("origin", "p", {}, make("a", { href: `${href}#${id}` }, textContent));
  const card = taken.get(line)?.get(id);
  if (card) {
    place.append(origin, card);
    openCard(card);
  } else if (!taken.get(line)) {
    const again = actionButton("cardsAgain", TEXT.readAgain);
    place.append(origin, makePart("unread", "p", {}, TEXT.unread, " ", again));
    /* Once is enough. */
    taken.set(line, new Map());
  }
}

function openCard(card) {
  for (const tools of all("[data-part$=tools]", card)) tools.hidden = false;
  card.append(find("template[data-part=review]").content.cloneNode(true));
  renameIn(card);
  prepareReasons(card);
  restoreAnswers(card);
  checkable(card).forEach(showFeedback);
  all(GUESS, card).forEach(showGuess);
  showReview();
}

function cardsAgain() {
  const button = toolsOf(find(REVIEW));
  button.focus();
  showCards(button.ariaPressed === "true");
}
