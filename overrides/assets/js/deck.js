/* Decks: blocks of one series that follow one another, beside each other on a phone. */

const IN_DECK = ["question", "decision"];

/* Where there is no script, they stay below one another. */
function makeDecks() {
  for (const series of IN_DECK) {
    const card = `[data-series=${series}]`;
    for (const first of all(`article > ${card}:not(${card} + ${card}):has(+ ${card})`)) {
      const deck = makePart("deck", "div");
      first.before(deck);
      while (deck.nextElementSibling?.matches(card)) deck.append(deck.nextElementSibling);
      numberCards([...deck.children]);
    }
  }
}

/* Only the edge of the next card is seen, so the head of each says how many there are. */
function numberCards(cards) {
  const count = cards.length;
  cards.forEach((card, index) => {
    const place = makePart("card", "span", {}, fill(TEXT.card, { number: index + 1, count }));
    find("[data-part=kind]", card).append(" ", place);
    /* WebKit shows what the keyboard comes to, and goes back to the card before. */
    card.addEventListener("focusin", () => card.parentElement.scrollLeft = card.offsetLeft);
  });
}
