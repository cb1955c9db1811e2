"""No kind of word tells right options from wrong ones, over the course.

A reader who has met a few questions learns that the careful option is right, or the one with two
steps, and then needs the page no more. So each cue must be about as common in right as in wrong
options. That no rule can count is for a test with people (`course.blind`).

Sources: Millman, J., Bishop, C. H., & Ebel, R. (1965), on test-wiseness, such as absolutes in wrong
options, https://doi.org/10.1177/001316446502500304; Haladyna, T. M., Downing, S. M., &
Rodriguez, M. C. (2002), guidelines for items, https://doi.org/10.1207/S15324818AME1503_5
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from string import ascii_uppercase

from course.model import Choice
from course.problems import Problem
from course.rules.material import Material
from course.rules.questions import OPTIONS, choices, problem, problem_of_all
from course.site.prose import count_words

# Below this number of options with a cue, it says nothing.
ENOUGH = 6
# Of options with a cue one in three is right by chance. Half or double of that is told apart from
# chance by readers, and is seldom luck where a cue is common.
FEWEST, MOST = Fraction(1, 2 * OPTIONS), Fraction(1, 2)

# The text of a reason without its verdict, and without the words that open it.
BESIDE = ".//text()[not(ancestor::summary or ancestor::*[@data-part='mark' or @data-cite])]"


def check_cues(material: Material) -> Iterator[Problem]:
    """Check that each cue is in right options about as often as in wrong ones."""
    cues = material.of_language("cues")
    found = [each for each in choices(material) if len(each[2].options) == OPTIONS]
    for name, pattern in material.each("choice with three options", cues.items() if found else ()):
        having = [
            (value == each[2].right, each)
            for each in found
            for value, words in each[2].options.items()
            if pattern.search(words)
        ]
        right = [each for is_right, each in having if is_right]
        wrong = [each for is_right, each in having if not is_right]
        if len(having) < ENOUGH or FEWEST <= Fraction(len(right), len(having)) <= MOST:
            continue
        what = f"{name} are in {len(having)} options, of which {len(right)} are right"
        often, seldom = ("right", "wrong") if len(right) > len(wrong) else ("wrong", "right")
        remedy = f"write some {often} options without them, or use them in {seldom} ones"
        yield problem_of_all((right if often == "right" else wrong)[0], what, remedy)


def check_reasons(material: Material) -> Iterator[Problem]:
    """Check that whoever chose wrong is told more than that."""
    for page, block, choice in material.each("choice", choices(material)):
        least = material.course.prose_of(page.path).reason
        for letter, words in reasons_of_wrong(choice):
            if words < least:
                what = f"has {words} words of reason for {letter}"
                yield problem(page, block, what, f"write {least} or more")


def reasons_of_wrong(choice: Choice) -> Iterator[tuple[str, int]]:
    """Yield the letter of each wrong option, and the words of its reason beside the verdict."""
    for letter, value in zip(ascii_uppercase, choice.options, strict=False):
        if value != choice.right and value in choice.reasons:
            yield letter, len(count_words(" ".join(choice.reasons[value].xpath(BESIDE))))
