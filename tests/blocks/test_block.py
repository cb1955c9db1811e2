"""What each kind of block says of itself in its data attributes, as every layer reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.blocks import kinds
from course.model import Answer, blocks, text_of
from tests.blocks import samples
from tests.blocks.samples import EMPTY, block_of, unit_page
from tests.markdown_page import COURSE, Pages

# Of each block: kind, series, id, objective and minutes; its title; the line that tells its kind.
FACTS = """
EXERCISE: exercise exercise a-write a-one 4 | Sort two days | Exercise · 4 minutes
TABLE: exercise exercise a-table a-one 6 | Who can do what? | Exercise · 6 minutes
CHECKS: exercise exercise a-checks a-one 1 | Before you go | Exercise · 1 minute
BOXES: exercise exercise a-boxes a-one 2 | What if? | Exercise · 2 minutes
SKETCH: exercise exercise a-sketch a-one 3 | Who talks to whom? | Exercise · 3 minutes
ESTIMATE: estimate question a-guess a-one 0 | How many told somebody? | Finding · estimate it first
QUESTION: question question a-q a-one 0 | Which one? | Question
SORT: sort question a-sort a-one 0 | Where does each belong? | Question · sort
MATCH: match question a-match a-one 0 | What goes with what? | Question · match
DECISION: decision decision a-late a-one 0 | A late call | Decision
PLAN: plan plan a-plan - 5 | One change | Plan · 5 minutes
RATING: rating - a-rating - 3 | How often? | Rating · 3 minutes
PROFILE: profile - a-profile - 0 | |
STORY: scene - mon - 0 | Monday | Scene 1
PATH: story - - - 0 | |
WHEN: when - - - 0 | |
DEBRIEF: debrief - - - 0 | |
ANSWER: answer - answer-1 - 0 | |
ACTIVITY: activity - a-line - 12 | A line across the room | Activity · 12 minutes
SLIDE: slide slide a-slide - 0 | Two hats | Slide
SESSION: session - a-session - 60 | An hour | Session · 60 minutes
CARDS: cards - a-cards - 0 | Three statements | Cards
CASES: cards - a-deck - 0 | The cases | Cards
CASE: case - - - 0 | |
"""
# Its parts, in order.
PARTS = """
EXERCISE: kind title prompt label textarea kept
TABLE: kind title prompt cells kept
CHECKS: kind title prompt checks kept
BOXES: kind title boxes kept
SKETCH: kind title prompt label textarea kept
ESTIMATE: kind title content guess kept tools compared range finding
QUESTION: kind fieldset kept tools reasons
SORT: kind fieldset kept tools reasons
MATCH: kind fieldset kept tools reasons
DECISION: kind title content fieldset kept tools consequences
PLAN: kind title prompt label textarea label textarea label textarea label input kept
RATING: kind title scale statements kept
PROFILE:
STORY: kind title happens label textarea kept ways
PATH: details p
WHEN: condition p
DEBRIEF: p
ANSWER: summary p
ACTIVITY: kind title facts content
SLIDE: kind title shown div
SESSION: kind title content
CARDS: kind title content fronts
CASES: kind title content cases
CASE: case content
"""
# Of each choice: name, stem and right value; then each value, whether it is right, and the reason.
CHOICES = """
QUESTION: a-q | Which one? | uik5lu
QUESTION: g7ulow wrong: Not this one. It comes back.
QUESTION: uik5lu right: Right. It stays away. today
SORT: a-sort-zuvzav | Plan it. | dwjihw
SORT: - right: Later. Not due.
SORT: a-sort-sniiol | Pay. | 5vplti
SORT: - right: Now. Due.
MATCH: a-match-v563sa | The stool | ijwz77
MATCH: - right: B: one leg. It stands in mud.
MATCH: a-match-ydo4if | The cow | fio3ep
MATCH: - right: A: Four legs? It walks.
DECISION: a-late | What now? | jtioeg
DECISION: jtioeg right: If you choose A Best fit. You sleep.
DECISION: hg7bkk wrong: If you choose B You yawn.
"""
GROUPS = {"5vplti": "Now", "dwjihw": "Later"}
PARTNERS = {"fio3ep": "A Four legs?", "ijwz77": "B one leg"}
STEPS = "almost never", "seldom", "sometimes", "often", "almost always"
RATED = {str(step): f"{step}, {words}" for step, words in enumerate(STEPS, 1)}
LABELS = {"if": "If this happens", "then": "I will", "tell": "Whom I tell"}
LABELS["date"] = "When I look back"
RATINGS = {"manage": "I write it down.", "lead": "I say why."}
ANSWERS = {
    "EXERCISE": [Answer("a-write")],
    "TABLE": [
        Answer("a-table-vzjns5-jydubb", "Close the till"),
        Answer("a-table-2rzv4o-b25ufh", "Row 2 – Task"),
        Answer("a-table-2rzv4o-n3idg4", "Row 2 – Who"),
        Answer("a-table-2rzv4o-jydubb", "Row 2"),
    ],
    "CHECKS": [
        Answer("a-checks-uxba7j", "", {"1": "The door"}),
        Answer("a-checks-6ahepl", "", {"1": "The till"}),
    ],
    "BOXES": [
        Answer("a-boxes-k5c2at", "If it …"),
        Answer("a-boxes-ufi6gg", "I will …"),
    ],
    "SKETCH": [Answer("a-sketch")],
    "ESTIMATE": [Answer("a-guess", "Your guess of 1000 nurses")],
    "QUESTION": [Answer("a-q", "", {"g7ulow": "The first", "uik5lu": "The second"})],
    "SORT": [
        Answer("a-sort-zuvzav", "Plan it.", GROUPS),
        Answer("a-sort-sniiol", "Pay.", GROUPS),
    ],
    "MATCH": [
        Answer("a-match-v563sa", "The stool", PARTNERS),
        Answer("a-match-ydo4if", "The cow", PARTNERS),
    ],
    "DECISION": [Answer("a-late", "", {"jtioeg": "Go", "hg7bkk": "Stay"})],
    "PLAN": [Answer(f"a-plan-{end}", label) for end, label in LABELS.items()],
    "RATING": [Answer(f"a-rating-focus-{name}", asked, RATED) for name, asked in RATINGS.items()],
    "STORY": [Answer("mon.path"), Answer("mon-reason", "Your choice, and why")],
}
TEXTS = {line.split(":")[0]: "" for line in FACTS.split("\n") if line}
TEXTS = {name: getattr(samples, name) for name in TEXTS}
each_kind = pytest.mark.parametrize("name", TEXTS)


def lines_of(table: str, name: str) -> list[str]:
    """Return the lines of a table that are about a sample."""
    lines = [line.partition(":") for line in table.splitlines()]
    return [line.strip() for about, _, line in lines if about == name]


@each_kind
def test_facts_and_parts(pages: Pages, name: str) -> None:
    block = block_of(pages, TEXTS[name])
    facts = [block.kind, block.series, block.id, block.get("objective"), str(block.minutes)]
    kind = "".join(text_of(line) for line in block.parts("kind"))
    line = " | ".join([" ".join(fact or "-" for fact in facts), block.title, kind])
    assert [" ".join(line.split())] == lines_of(FACTS, name)
    parts = [part.get("data-part") or part.tag for part in block.element]
    assert [" ".join(parts)] == lines_of(PARTS, name)
    heading = block.element.find("h3")
    assert block.element.get("aria-labelledby") == (None if heading is None else heading.get("id"))


@each_kind
def test_what_it_keeps(pages: Pages, name: str) -> None:
    block = block_of(pages, TEXTS[name])
    assert block.answers == ANSWERS.get(name, [])
    # What is in a field is kept; a path has no field.
    names = block.element.xpath(".//*[self::input or self::textarea]/@name")
    assert {*names} == {kept for kept in block.keeps if "." not in kept}


@each_kind
def test_what_is_right_and_why(pages: Pages, name: str) -> None:
    found = []
    for choice in block_of(pages, TEXTS[name]).choices:
        found.append(f"{choice.name} | {choice.stem} | {choice.right}")
        for value, reason in choice.reasons.items():
            found.append(f"{value or '-'} {reason.get('data-reason')}: {text_of(reason)}")
            # The editions without answers leave out what holds a reason.
            assert reason.xpath("ancestor::*[@data-answers]")
    assert found == lines_of(CHOICES, name)


@pytest.mark.parametrize("name", ["QUESTION", "SORT", "MATCH", "DECISION"])
def test_a_choice_can_be_checked(pages: Pages, name: str) -> None:
    block = block_of(pages, TEXTS[name])
    (tools,) = block.parts("tools")
    assert tools.get("hidden") is not None
    check = "showConsequence" if name == "DECISION" else "check"
    assert tools.xpath("button[@type='button']/@data-do") == [check, "tryAgain"]
    places = [*block.parts("kept"), *block.parts("feedback")]
    assert {place.get("role") for place in places} == {"status"}
    for button in block.element.iter("input"):
        assert button.getparent().get("data-option") == button.get("value")


def test_right_use_says_nothing_gives_each_id_once_and_names_each_field(pages: Pages) -> None:
    unit_page(pages)
    text = "\n".join([*TEXTS.values(), *EMPTY.values()])
    assert pages.messages(text) == []
    tree = pages.html(text)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for field in tree.xpath("//input | //textarea"):
        assert text_of(tree.xpath("//label[@for=$id]", id=field.get("id"))[0])


def test_each_kind_has_a_sample(pages: Pages) -> None:
    named = {block_of(pages, text).kind for text in TEXTS.values()}
    assert kinds(pages.course).keys() == named | EMPTY.keys() | {"frames", "more", "say"}


OWN_KIND = """
from course.blocks.block import CourseBlock

class Letter(CourseBlock):
    NAME, REQUIRED, KEEPS = "letter", ("id",), True

    def on_create(self, parent):
        return self.element(parent)
"""


def test_a_course_can_bring_a_kind_of_its_own(pages: Pages) -> None:
    Path("letter.py").write_text(OWN_KIND, "utf-8")
    Path("mkdocs.yml").write_text(f"{COURSE}    kinds: [letter.py]\n", "utf-8")
    block = block_of(pages, "/// letter\n    id: a-letter\n///\n")
    assert (block.kind, block.id, block.keeps) == ("letter", "a-letter", ["a-letter"])
    (message,) = pages.messages("/// letter\n///")
    assert message.startswith('docs/text.md:1: letter: option "id" is missing: ')


def test_a_block_with_a_mistake_is_literal_text(pages: Pages) -> None:
    article = pages.html(samples.EXERCISE.replace("minutes: 4", "minutes: soon"))
    assert "/// exercise" in article.text_content()
    assert not list(blocks(article))


def test_one_minute_is_singular(pages: Pages) -> None:
    (line,) = block_of(pages, samples.EXERCISE.replace("minutes: 4", "minutes: 1")).parts("kind")
    assert text_of(line) == "Exercise · 1 minute"
