"""Options that a reader can mark by the activity that they draw on."""

from __future__ import annotations

import pytest

from course.model import text_of
from tests.blocks.samples import DECISION, block_of
from tests.markdown_page import Pages

MARKED = DECISION.replace("[x] Go", "[x] ■▲ Go").replace("[ ] Stay", "[ ] ■ Stay")


def test_a_sign_is_no_part_of_the_words_and_each_option_can_be_marked(pages: Pages) -> None:
    block = block_of(pages, MARKED)
    assert block.choices[0].options == {"jtioeg": "Go", "hg7bkk": "Stay"}
    assert block.keeps == ["a-late", "a-late-mark-jtioeg", "a-late-mark-hg7bkk"]
    marked = block.element.xpath(".//li[@data-option]/@data-mark")
    assert marked == ["+".join(each.name for each in pages.course.activities), marked[1]]
    assert marked[1] == pages.course.activities[0].name
    # The course's own marks are told with the consequences.
    hidden = block.element.xpath(".//li/*[@data-part='course-mark'][@hidden]")
    assert [text_of(part)[0] for part in hidden] == ["■", "■"]


def test_without_signs_there_is_nothing_to_mark(pages: Pages) -> None:
    block = block_of(pages, DECISION)
    assert block.keeps == ["a-late"]
    assert block.parts("marks") == []


@pytest.mark.parametrize("sign", ["", "▲■ "])
def test_all_options_have_a_known_sign_or_none_has(pages: Pages, sign: str) -> None:
    told = pages.messages(MARKED.replace("■ Stay", f"{sign}Stay"))
    assert [line.partition(": ")[2] for line in told] == [
        'decision "a-late": option B does not begin with one of the signs ■, ▲, ■▲: '
        "let every option begin with one, or none"
    ]
