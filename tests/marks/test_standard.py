"""Callouts, notes, tasks, short forms and code, as other tools have them."""

from __future__ import annotations

import pytest

from tests.markdown_page import Pages, text_of


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ('!!! warning "Mind the clerk"\n    She is new.\n', "warning", "Mind the clerk"),
        ("!!! danger\n    She is new.\n", "warning", "Warning"),
        ("!!! info\n    She is new.\n", "note", "Note"),
        ("> [!NOTE]\n> She is new.\n", "note", "Note"),
        ("> [!CAUTION]\n> She is new.\n", "warning", "Warning"),
        ("> [!TIP] Own words\n> She is new.\n", "tip", "Own words"),
    ],
)
def test_a_callout_says_what_it_is(pages: Pages, text: str, kind: str, title: str) -> None:
    assert pages.messages(text) == []
    (callout,) = pages.html(text).xpath("div[@data-callout]")
    assert (callout.get("data-callout"), callout.get("role"), callout.get("class")) == (
        kind,
        "note",
        None,
    )
    assert [text_of(each) for each in callout] == [title, "She is new."]
    assert callout[0].get("data-part") == "callout-title"


def test_what_folds_is_a_disclosure_like_others(pages: Pages) -> None:
    (details,) = pages.html('??? tip "Open me"\n    A hint.\n').xpath("details")
    assert dict(details.attrib) == {}
    assert [each.tag for each in details] == ["summary", "p"]


def test_a_task_has_a_box_with_words_for_who_hears_the_page(pages: Pages) -> None:
    (listed,) = pages.html("- [ ] Call\n- [x] Book\n").xpath("ul")
    boxes = listed.xpath("li/span[@data-part='box']")
    assert [(text_of(box), box.get("aria-label")) for box in boxes] == [
        ("☐", "to do"),
        ("☑", "done"),
    ]
    assert listed.get("data-list") == "tasks"


def test_a_note_leads_there_and_back_in_the_words_of_the_language(pages: Pages) -> None:
    tree = pages.html("Early.[^a]\n\n[^a]: At *five*.\n")
    (there,) = tree.xpath("//a[@data-note='there']")
    (back,) = tree.xpath("//a[@data-note='back']")
    assert tree.xpath("//*[@id=$id]", id=there.get("href")[1:])
    assert back.get("title") == "Back to note 1 in the text"
    assert tree.xpath("//div[@data-part='notes']//em")
    assert ":" not in "".join(tree.xpath("//@id"))


def test_a_short_form_has_its_meaning(pages: Pages) -> None:
    tree = pages.html("The HR team.\n\n*[HR]: Human resources\n")
    assert tree.xpath("//abbr/@title") == ["Human resources"]


def test_code_in_a_list_is_code_and_keeps_its_language(pages: Pages) -> None:
    tree = pages.html("1. Open\n\n    ```sh\n    ls -l\n    echo\n    ```\n\n2. Close\n")
    assert tree.xpath("ol/li/pre/code/text()") == ["ls -l\necho"]
    assert tree.xpath("//code/@class") == ["language-sh"]
    assert len(tree.xpath("ol/li")) == 2


def test_a_block_shown_as_code_is_none(pages: Pages) -> None:
    assert pages.messages("- Item\n\n    ```\n    /// nothing | here\n    ```\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 or $6.",
        "At 12:30 or 1:2:3.",
        "Five * three, 2 ** 3.",
        "A `**` and ``a ` b``.",
        "A \\*star, a \\`tick, a \\[[x\\]].",
        "<https://example.org/a_b__c>",
        "[words](https://example.org/a*b)",
        "A file name_with_lines and a_b.",
        "Text <!-- a note\nover two lines --> and more.",
        "<!-- *\n\n/// nothing\n\n[[nothing]] [@nobody] -->\n\nText.",
    ],
)
def test_what_is_no_mark_is_no_mistake(pages: Pages, text: str) -> None:
    assert pages.messages(text) == []
