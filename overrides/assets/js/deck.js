/* Decks: blocks of one series that follow one another, beside each other on a phone.
   The build holds them together: see `scripts/course/marks/decks.py`. */

function numberDecks() {
  for (const deck of all("[data-part=deck]")) numberCards([...deck.children]);
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
