"""Keys: what a reader chose, or wrote beside, is kept by its words and not by its place.

So options, items and pairs can be put into another order. Other words are another option: nobody
has chosen it yet.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from xml.etree.ElementTree import Element

LENGTH = 6


def keys_of(texts: Sequence[str]) -> list[str]:
    """Return a key for each text of a block: lower-case letters and digits, the same for the same.

    Signs, spaces and capitals do not count, unless some texts differ in nothing else. Texts that
    are the same have their numbers.
    """
    plain = ["".join(filter(str.isalnum, text.casefold())) for text in texts]
    if is_distinct(plain) and all(plain):
        return list(map(_digest, plain))
    if is_distinct(texts):
        return list(map(_digest, texts))
    return [str(number) for number in range(1, len(texts) + 1)]


def is_distinct(texts: Sequence[str]) -> bool:
    """Tell whether no text is there twice."""
    return len(set(texts)) == len(texts)


def keep(section: Element, names: Sequence[str], ends: Sequence[str]) -> None:
    """State the names that a block keeps answers under, and those that they once had.

    Arguments:
        section: the element of the block.
        names: the names, in order.
        ends: what stood behind the id when answers were kept by their place, such as `2`.
    """
    section.set("data-keeps", " ".join(names))
    section.set("data-placed", " ".join(f"{section.get('id')}-{end}" for end in ends))


def _digest(text: str) -> str:
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:LENGTH]
