"""The blocks that ask: question, sort, match and decision."""

from __future__ import annotations

import pytest

from course.model import text_of
from tests.blocks.samples import DECISION, MATCH, QUESTION, SORT, block_of
from tests.markdown_page import Pages


def test_what_a_question_asks_about_stands_above_its_options(pages: Pages) -> None:
    block = block_of(pages, QUESTION.replace("- [ ] The first", "It *rains*.\n\n- [ ] The first"))
    content, fieldset = block.element[1:3]
    assert (content.get("data-part"), text_of(content), fieldset.tag) == (
        "content",
        "It rains.",
        "fieldset",
    )


@pytest.mark.parametrize(
    ("old", "new"), [("first\n\n    It", "first\n    It"), ("It comes", "- It comes")]
)
def test_a_reason_may_follow_at_once_or_begin_with_a_list(pages: Pages, old: str, new: str) -> None:
    (choice,) = block_of(pages, QUESTION.replace(old, new)).choices
    first, _ = choice.options
    assert choice.options[first] == "The first"
    assert choice.reasons[first][0].tag == "p"
    assert text_of(choice.reasons[first]) == "Not this one. It comes back."


def test_options_and_reasons_have_letters_and_keep_their_marks(pages: Pages) -> None:
    element = block_of(pages, QUESTION).element
    assert [listed.get("type") for listed in element.iter("ol")] == ["A", "A"]
    assert element.find(".//li/p/strong[@data-part='mark']").text == "Not this one."
    assert element.find(".//label/code").text == "second"
    assert element.find(".//legend/em").text == "one"
    assert element.find(".//details//li/ul/li").text == "today"


def test_partners_are_in_alphabetical_order_whatever_their_capitals(pages: Pages) -> None:
    block = block_of(pages, MATCH)
    (partners,) = block.parts("partners")
    assert [text_of(partner) for partner in partners] == ["Four legs?", "one leg"]
    assert partners.get("type") == "A"
    # The letter is for the eye; who hears the page hears the words.
    letter, words = block.element.find(".//label")
    assert (letter.get("aria-hidden"), words.get("class")) == ("true", "visually-hidden")


def test_the_groups_are_heads_for_the_eye_alone(pages: Pages) -> None:
    (heads,) = block_of(pages, SORT).parts("groups")
    assert [text_of(head) for head in heads] == ["Now", "Later"]
    assert heads.get("aria-hidden") == "true"
    assert heads.getnext().get("data-part") == "items"
    assert block_of(pages, MATCH).parts("groups") == []


@pytest.mark.parametrize(("text", "keys"), [(SORT, ["Later", "Now"]), (MATCH, ["B", "A"])])
def test_a_key_names_the_group_of_each_item(pages: Pages, text: str, keys: list[str]) -> None:
    assert block_of(pages, text).element.xpath(".//@data-key") == keys


def test_what_asks_for_a_decision_stands_no_longer_in_the_case(pages: Pages) -> None:
    assert [text_of(case) for case in block_of(pages, DECISION).parts("content")] == ["It is late."]


NO_LABEL = 'one of the {} has no brackets: begin it as "- [{}] …"'
LOOSE = "a text between or below the options belongs to none of them: indent it by four"


# What to change in a right block, and how the message to its author begins.
@pytest.mark.parametrize(
    ("text", "old", "new", "message"),
    [
        (QUESTION, "[x]", "[ ]", "no option is marked right: mark one with [x]"),
        (QUESTION, "[ ]", "[X]", "2 options are marked right: leave [x] on one"),
        (QUESTION, "[ ]", "[yes]", 'an option is marked "[yes]": write [ ] or [x]'),
        (QUESTION, "    It comes back.\n", "", "option A has no reason: write the reason below"),
        (QUESTION, "- [ ] The", "- The", NO_LABEL.format("options", " ")),
        (QUESTION, "- today\n", "- today\n\nAfter.\n", LOOSE),
        (QUESTION, "- [x] The `second`", "Or\n\n- [x] That", LOOSE),
        (
            SORT,
            "[Now]",
            "[Nov]",
            'an item belongs to "Nov", which is no group: use one of Now, Later',
        ),
        (SORT, "    Due.\n", "", "item B has no reason: write the reason below"),
        (SORT, "- [Now]", "- Now", NO_LABEL.format("items", "Group")),
        (MATCH, "[Four legs?]", "[one leg]", "two items have the same partner: use sort, or"),
        (MATCH, "- [one leg]", "-", NO_LABEL.format("pairs", "Partner")),
        (DECISION, "It is late.\n\nWhat now?", "", "no paragraph asks for the decision: write one"),
        (DECISION, "- [ ] Stay", "- Stay", NO_LABEL.format("options", " ")),
        (DECISION, "[x]", "[ ]", "no option is marked the best fit: mark one with [x]"),
        (DECISION, "    You yawn.\n", "", "option B has no consequence: write the consequence"),
        (DECISION, "- [ ] Stay\n\n    You yawn.\n", "", "it has fewer than two options: write"),
    ],
)
def test_wrong_use_names_the_line_of_the_block(
    pages: Pages, text: str, old: str, new: str, message: str
) -> None:
    name, id_ = text.split()[1], text.partition("id: ")[2].split()[0]
    (told,) = pages.messages(f"Before.\n\n{text.replace(old, new, 1)}")
    place, _, said = told.partition(": ")
    assert said.startswith(f'{name} "{id_}": {message}')
    # It is that of the block, or below it.
    assert int(place.removeprefix("docs/text.md:")) >= 3


def test_all_mistakes_of_a_block_are_told(pages: Pages) -> None:
    wrong = QUESTION.replace("[x]", "[ ]").replace("    It comes back.\n", "")
    assert len(pages.messages(wrong)) == 2
