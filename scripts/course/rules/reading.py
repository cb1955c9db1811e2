"""The prose can be read: its grade is low, its sentences short, its words known and fair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.problems import Problem
from course.rules.material import Material
from course.site.page import Page

# In years of school: many read in a second language, or tired.
HIGHEST_GRADE = 10
LONGEST_SENTENCE = 30
RE_LETTERS = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")


def check_sentences(material: Material) -> Iterator[Problem]:
    """Name every sentence that is too long."""
    for sentence in material.each("sentence", material.sentences):
        if sentence.words > LONGEST_SENTENCE:
            what = f"the sentence has {sentence.words} words"
            yield sentence.problem(what, f"make it {LONGEST_SENTENCE} or fewer, or two")


def check_grades(material: Material) -> Iterator[Problem]:
    """Name every page that is too hard to read."""
    for page, grade in material.each("page with sentences", grades(material)):
        if grade > HIGHEST_GRADE:
            what = f"the reading grade is {grade:.1f}"
            yield page.problem(what, "use shorter words and sentences", page.tree, "title:")


def grades(material: Material) -> Iterator[tuple[Page, float]]:
    """Yield the reading grade of each page with prose, in the formula of the course's language."""
    formula = material.of_language("grade")
    for page in material.pages:
        own = (each.text for each in material.sentences if each.page is page)
        # A heading or the name of a thing is no sentence.
        whole = [text for text in own if text.endswith((".", "!", "?", "”", "“", "»", "«"))]
        if whole:
            yield page, formula(whole)


def lines_of_grades(material: Material) -> list[str]:
    """Return a line on the reading grade of each page; none where there is no formula for it."""
    found = grades(material) if material.language.grade else ()
    return [f"{grade:5.1f}  {page.path}" for page, grade in found]


def check_pronouns(material: Material) -> Iterator[Problem]:
    """Check that nobody is "he" by default."""
    pattern, remedy = material.of_language("pronouns")
    for sentence in material.each("sentence", material.sentences):
        if found := pattern.search(material.language.unquoted(sentence.text)):
            yield sentence.problem(f'"{found[0]}"', remedy)


def check_spelling(material: Material) -> Iterator[Problem]:
    """Check that every word is in the dictionary, or in the list of the course's own words."""
    from spellchecker import SpellChecker  # a build does without it

    course = material.course
    own = course.overrides / "words" / f"{course.words.language}-spelling.txt"
    checker = SpellChecker(material.of_language("dictionary"), distance=1)
    if own.is_file():
        checker.word_frequency.load_words(own.read_text("utf-8").split())
    for sentence in material.each("sentence", material.sentences):
        for word in RE_LETTERS.findall(sentence.text):
            plain = word.replace("’", "'").lower()
            if not checker.known({plain, plain.removesuffix("'s")}):
                remedy = f"correct it, or add it to {own.relative_to(course.file.parent)}"
                yield sentence.problem(f'"{word}" is not a known word', remedy)
