"""The question block."""

from __future__ import annotations

import pytest

from tests.markdown_page import Pages, text_of

QUESTION = """Before.

/// question | Which step is a *second-order* fix?
    id: focus-q-cause
    objective: focus-cause

- [ ] Show the trick

    It comes back.

- [x] Change the cause

    It need not return.

    - neither today nor tomorrow

- [ ] Keep a `spare`

    The cause stays.
///
"""


def test_html(pages: Pages) -> None:
    section = pages.html(QUESTION).find("section")
    assert section.attrib == {
        "class": "question",
        "id": "focus-q-cause",
        "data-objective": "focus-cause",
    }
    assert text_of(section.find("fieldset/legend")) == "Which step is a second-order fix?"
    buttons = section.findall("fieldset/ol/li/input")
    assert [b.get("value") for b in buttons] == ["1", "2", "3"]
    assert {(b.get("type"), b.get("name")) for b in buttons} == {("radio", "focus-q-cause")}
    labels = section.findall("fieldset/ol/li/label")
    assert [label.get("for") for label in labels] == [button.get("id") for button in buttons]
    assert [text_of(label) for label in labels] == [
        "Show the trick",
        "Change the cause",
        "Keep a spare",
    ]
    assert labels[2].find("code").text == "spare"


def test_reasons_stand_behind_one_disclosure(pages: Pages) -> None:
    details = pages.html(QUESTION).find("section/details")
    reasons = details.findall("ol/li")
    assert [reason.get("class") for reason in reasons] == ["reason", "reason right", "reason"]
    assert text_of(reasons[0]) == "Not this one. It comes back."
    assert text_of(reasons[1]) == "Right. It need not return. neither today nor tomorrow"


def test_reason_without_a_blank_line(pages: Pages) -> None:
    tight = QUESTION.replace("Show the trick\n\n    It", "Show the trick\n    It")
    reasons = pages.html(tight).findall("section/details/ol/li")
    assert text_of(reasons[0]) == "Not this one. It comes back."


def test_scene_stands_above_the_options(pages: Pages) -> None:
    scene = QUESTION.replace("- [ ] Show", "A printer jams.\n\n- [ ] Show")
    section = pages.html(scene).find("section")
    assert [child.tag for child in section] == ["p", "div", "fieldset", "p", "p", "details"]
    assert text_of(section.find("div")) == "A printer jams."
    assert pages.html(QUESTION).find("section/div") is None


def test_right_use_says_nothing(pages: Pages) -> None:
    assert pages.messages(QUESTION) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[x]", "[ ]"), "no option is marked right: mark one with [x]"),
        (("- [ ] Keep", "- [x] Keep"), "2 options are marked right: leave [x] on one"),
        (
            ("    It comes back.\n", ""),
            "option A has no reason: write the reason below it, indented by four spaces",
        ),
        (
            ("- [ ] Keep", "- Keep"),
            'it does not end with one list of options: write each as "- [ ] …", '
            "its text indented below",
        ),
        (
            ("    The cause stays.\n", "    The cause stays.\n\nAfter.\n"),
            'it does not end with one list of options: write each as "- [ ] …", '
            "its text indented below",
        ),
    ],
)
def test_wrong_use_names_the_line_of_the_block(
    pages: Pages, change: tuple[str, str], message: str
) -> None:
    wrong = QUESTION.replace(*change)
    assert pages.messages(wrong) == [f'docs/text.md:3: question "focus-q-cause": {message}']


def test_all_mistakes_of_a_question_are_told(pages: Pages) -> None:
    wrong = QUESTION.replace("[x]", "[ ]").replace("    The cause stays.\n", "")
    assert len(pages.messages(wrong)) == 2


def test_a_label_that_is_no_mark_is_told(pages: Pages) -> None:
    message = (
        'docs/text.md:3: question "focus-q-cause": an option is marked "[yes]": write [ ] or [x]'
    )
    assert message in pages.messages(QUESTION.replace("[x]", "[yes]"))
