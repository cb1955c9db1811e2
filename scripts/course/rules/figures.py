"""A figure has its source in the same sentence, and stands in what the course says of that source.

So no figure is passed on from memory, and a reader can look it up in one step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from course.marks.bibtex import parse
from course.marks.latex import as_text
from course.model import HEADINGS, text_of
from course.problems import Problem
from course.rules.material import Material
from course.settings import Course
from course.site.prose import Sentence, part_of

RE_NUMBER = re.compile(r"(?<![\w.])-?\.?\d(?:[\d.,]*\d)?")
# What the course says of a source, and when it appeared.
STATING = ("finding", "limits", "year")
# Asks for a number before it tells the one that was found.
ESTIMATE = "estimate"
# “For how many of every 100” is a way to ask for a share, in whatever form the source has it.
SHARE = "100"
ESTIMATES = f"ancestor-or-self::*[@data-block='{ESTIMATE}']"
# What follows a block, or the deck that it is the last of.
NEXT = "(following-sibling::* | parent::*[@data-part='deck']/following-sibling::*)[1]"
# Drawn from data of the course, which its sentences are checked against; with its caption, and the
# estimate right before it, which supposes what is drawn.
BLOCK = "descendant-or-self::*[@data-block='frames']"
DRAWN = f"""ancestor-or-self::*[@data-block='frames' or self::figure[{BLOCK}]
    or (@data-block='{ESTIMATE}' and {NEXT}/{BLOCK})]"""
# A figure right after an estimate shows what it asks for.
AFTER = f"{NEXT}/{BLOCK}//*[@data-part='says']"
RE_STATISTIC = re.compile(r"\d ?%|\b[dgrRN] = ")


def check_figures(material: Material) -> Iterator[Problem]:
    """Check every sentence that states a figure of research, and the finding of every estimate.

    An estimate asks before it tells, so that what it cites in its finding is cited for all of it.
    """
    known = numbers_of_sources(material.course)
    stating = [(s, found) for s in material.sentences if (found := figures(s, material))]
    for sentence, found in material.each("figure of research", stating):
        around = sentence.element.xpath(ESTIMATES)
        keys = sentence.keys or (cited(around[0]) if around else ())
        if not keys:
            yield sentence.problem("a figure without its source", "cite it in this sentence")
            continue
        stated = {number for key in keys for number in known.get(key, ())}
        for number in found:
            if number not in stated and not (around and number == SHARE):
                what = f"{number} is not in the entry of {', '.join(keys)}"
                remedy = "correct the figure, or add it to finding or limits of the source"
                yield sentence.problem(what, remedy)
    yield from findings(material, known)


def findings(material: Material, known: dict[str, set[str]]) -> Iterator[Problem]:
    """Yield each estimate whose number is neither in a source that it cites nor in its figure."""
    for page, block in material.blocks:
        if block.kind != ESTIMATE:
            continue
        stated = {number for key in cited(block.element) for number in known.get(key, ())}
        stated.update(*(numbers(text_of(says)) for says in block.element.xpath(AFTER)))
        for found in numbers(" ".join(block.element.xpath(".//input/@data-right"))):
            if found not in stated:
                what = f'estimate "{block.id}": {found} is not in the entry of a source it cites'
                remedy = "cite the source in the finding, or correct the number"
                yield page.problem(what, remedy, block.element, f"id: {block.id}")


def cited(element: HtmlElement) -> tuple[str, ...]:
    """Return the keys that are cited in an element."""
    return tuple(map(str, element.xpath(".//*[@data-cite]//@data-source")))


def figures(sentence: Sentence, material: Material) -> list[str]:
    """Return the figures of a sentence, if it is one that states research."""
    course = material.course
    if sentence.page.path == course.sources or sentence.element.tag in HEADINGS:
        return []
    if sentence.element.xpath(DRAWN) and not sentence.keys:
        return []
    text = without_labels(sentence.text, material)
    research = sentence.page.path == course.research or (
        course.units.has(sentence.page.path) and part_of(sentence.element) == course.units.research
    )
    # Elsewhere a scene may count vans or minutes.
    return numbers(text) if research or RE_STATISTIC.search(text) else []


def without_labels(text: str, material: Material) -> str:
    """Return a text without the numbers that only count parts of the course, such as “step 2”."""
    language = material.language
    words = [*filter(None, [language.labels]), *map(re.escape, material.course.numbered)]
    number = r"\d[\d.]*[a-z]?\b"
    pattern = rf"\b(?:{'|'.join(words)}) {number}(?:(?:{language.joins}) {number})*"
    return re.sub(pattern, "", text, flags=re.IGNORECASE) if words else text


def numbers_of_sources(course: Course) -> dict[str, set[str]]:
    """Return the numbers in the entry of each source, by its key."""
    if not course.bibliography:
        return {}
    data, _ = parse(course.docs / course.bibliography)
    return {
        key: set(numbers(" ".join(as_text(entry.fields.get(name, "")) for name in STATING)))
        for key, entry in data.entries.items()
    }


def numbers(text: str) -> list[str]:
    """Return the numbers of a text in one form: 1,114 as 1114, 0.51 as .51."""
    return [
        re.sub(r"^(-?)0\.", r"\1.", number.replace(",", "")) for number in RE_NUMBER.findall(text)
    ]
