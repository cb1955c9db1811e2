"""Decks: questions or cases that follow one another, beside each other on a phone.

They are held together here, since a script that did so would let a browser lay them out twice.
"""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

IN_DECK = ("question", "decision")


class DecksTreeprocessor(Treeprocessor):
    """Put blocks of one series that follow one another into a deck."""

    def run(self, root: Element) -> None:
        """Find them among the blocks that stand in the page itself."""
        for series, found in groupby(list(root), lambda element: element.get("data-series")):
            cards = list(found)
            if series in IN_DECK and len(cards) > 1:
                deck = Element("div", {"data-part": "deck"})
                root.insert(list(root).index(cards[0]), deck)
                for card in cards:
                    root.remove(card)
                    deck.append(card)
