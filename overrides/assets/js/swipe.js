/* Swipe: from the end of a long card, a reader comes to the next one, and not below it. */

const shownCards = new WeakMap();

function showTopOfCard({ target: deck }) {
  if (deck === document || !deck.matches("[data-part=deck]")) return;
  const placeOf = (element) => element.getBoundingClientRect();
  const isShown = (card) =>
    Math.abs(placeOf(card).left - placeOf(deck).left) < card.offsetWidth / 2;
  const card = [...deck.children].find(isShown);
  const isNew = card !== (shownCards.get(deck) ?? deck.firstElementChild);
  const top = placeOf(card).top - find(".md-header").offsetHeight;
  if (isNew && top < 0) scrollBy(0, top);
  shownCards.set(deck, card);
}
