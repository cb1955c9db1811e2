"""The prose can be read: easy but not chopped, its words known, its people of both genders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from course.problems import Problem
from course.rules.material import Material, Unknown
from course.site.page import Page
from course.site.prose import RUNNING, Sentence

RE_LETTERS = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
# What ends a sentence; a heading or the name of a thing is none.
ENDS = (".", "!", "?", "”", "“", "»", "«")
# Below this number of sentences, their mean length says nothing; of pronouns, their share.
ENOUGH = 12
# The least part of "he" and of "she" among both.
LEAST_SHARE = 0.4


def check_sentences(material: Material) -> Iterator[Problem]:
    """Name every sentence that is too long."""
    for sentence in material.each("sentence", material.sentences):
        most = material.course.prose_of(sentence.page.path).sentence
        if sentence.words > most:
            what = f"the sentence has {sentence.words} words"
            yield sentence.problem(what, f"make it {most} or fewer, or two")


def check_means(material: Material) -> Iterator[Problem]:
    """Name every page whose sentences are too short or too long on average.

    Short sentences in a row leave it to the reader how one thought follows from another; that is
    harder for those who know little of the subject.

    Source: McNamara, D. S., Kintsch, E., Songer, N. B., & Kintsch, W. (1996), on cohesion of texts,
    https://doi.org/10.1207/s1532690xci1401_1
    """
    lengths: dict[Page, list[int]] = {}
    for sentence in whole_sentences(material):
        lengths.setdefault(sentence.page, []).append(sentence.words)
    enough = [(page, found) for page, found in lengths.items() if len(found) >= ENOUGH]
    for page, found in material.each("page with a dozen of sentences", enough):
        least, most = material.course.prose_of(page.path).mean
        mean = sum(found) / len(found)
        if not least <= mean <= most:
            what = f"its sentences have {mean:.1f} words on average"
            remedy = "divide some" if mean > most else "join those that belong together"
            yield page.problem(what, f"{remedy}, to {least} to {most} words", page.tree, "title:")


def check_grades(material: Material) -> Iterator[Problem]:
    """Name every page that is too hard to read, or that is probably chopped."""
    number = Counter(each.page for each in whole_sentences(material))
    for page, grade in material.each("page with sentences", grades(material)):
        least, most = material.course.prose_of(page.path).grade
        what = f"the reading grade is {grade:.1f}, not {least} to {most}"
        if grade > most:
            yield page.problem(what, "use shorter words and sentences", page.tree, "title:")
        elif grade < least and number[page] >= ENOUGH:
            remedy = "join sentences that are chopped, with words that say how they belong together"
            yield page.problem(what, remedy, page.tree, "title:")


def grades(material: Material) -> Iterator[tuple[Page, float]]:
    """Yield the reading grade of each page with prose, in the formula of the course's language."""
    formula = material.of_language("grade")
    whole = whole_sentences(material)
    for page in material.pages:
        if own := [each.text for each in whole if each.page is page]:
            yield page, formula(own)


def whole_sentences(material: Material) -> list[Sentence]:
    """Return the sentences that run on: no headings, names of things, or options to choose from."""
    return [each for each in running_sentences(material) if each.text.endswith(ENDS)]


def running_sentences(material: Material) -> list[Sentence]:
    """Return the sentences of text that runs on, with what is left of one in a list."""
    return [each for each in material.sentences if each.element.tag in RUNNING]


def lines_of_grades(material: Material) -> list[str]:
    """Return a line on the reading grade of each page; none where there is no formula for it."""
    found = grades(material) if material.language.grade else ()
    return [f"{grade:5.1f}  {page.path}" for page, grade in found]


def check_pronouns(material: Material) -> Iterator[Problem]:
    """Check that the people of the course are of both genders, about as often."""
    pronouns = material.of_language("pronouns")
    counts = {name: Counter[Page]() for name in pronouns}
    for sentence in material.sentences:
        # A quoted word is spoken about.
        text = material.language.unquoted(sentence.text)
        for name, pattern in pronouns.items():
            counts[name][sentence.page] += len(pattern.findall(text))
    total = sum(count.total() for count in counts.values())
    uses = counts.items() if total >= ENOUGH else ()
    for name, count in material.each("dozen of pronouns", uses):
        if count.total() < LEAST_SHARE * total:
            lacks = {
                page: sum(c[page] for c in counts.values()) - 2 * count[page] for page in count
            }
            page = max(lacks, key=lambda page: lacks[page])
            said = ", ".join(f"“{each}” {found.total()}" for each, found in counts.items())
            here = ", ".join(f"“{each}” {found[page]}" for each, found in counts.items())
            what = f"over the course, its forms with it, {said}; on this page, {here}"
            remedy = f"let some people be “{name}”, in every role and kind of choice"
            yield page.problem(what, remedy, page.tree, "title:")


def check_signs(material: Material) -> Iterator[Problem]:
    """Check that no sign of an activity stands for its name within a sentence."""
    about = material.language.about_signs
    signs = "".join(activity.sign for activity in material.course.activities)
    after = material.of_language("after_noun")
    running = [s for s in running_sentences(material) if signs and not about.search(s.text)]
    for sentence in material.each("sentence of a course with activities", running):
        for found in re.finditer(rf"(?<![(“„«»{signs}])[{signs}]+", sentence.text):
            if after.match(sentence.text, found.end()):
                yield sentence.problem(f"a bare {found[0]}", "write the name of what it stands for")
                break


def check_spelling(material: Material) -> Iterator[Problem]:
    """Check that every word is in the dictionary, or in the list of the course's own words."""
    try:
        from spellchecker import SpellChecker  # a build does without it
    except ImportError as error:
        raise Unknown("pyspellchecker is not there: run scripts/check") from error

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
