"""The decision block."""

from __future__ import annotations

from tests.markdown_page import Pages, text_of

DECISION = """/// decision | Two hours
    id: focus-ward
    objective: focus-cause

Things go missing.

What does Achieng do?

- [ ] Do the favours

    The drips are missing.

- [x] Trace the shortage

    One colleague complains.

- [ ] Rest

    The rest is needed.
///
"""


def test_html(pages: Pages) -> None:
    section = pages.html(DECISION).find("section")
    assert section.get("aria-labelledby") == section.find("h3").get("id") == "focus-ward-title"
    assert text_of(section.find("div[@class='content']")) == "Things go missing."
    assert text_of(section.find("fieldset/legend")) == "What does Achieng do?"
    assert len(section.findall("fieldset/ol/li/input")) == 3


def test_each_option_has_its_consequence(pages: Pages) -> None:
    consequences = pages.html(DECISION).findall(".//div[@class='consequences']/details")
    assert [text_of(c.find("summary")) for c in consequences] == [
        "If you choose A",
        "If you choose B",
        "If you choose C",
    ]
    assert [c.get("class") for c in consequences] == [
        "consequence",
        "consequence best",
        "consequence",
    ]
    assert text_of(consequences[1].find("p")) == "Best fit. One colleague complains."


def test_a_case_without_its_question_is_told(pages: Pages) -> None:
    wrong = DECISION.replace("Things go missing.\n\nWhat does Achieng do?\n\n", "")
    assert pages.messages(wrong) == [
        'docs/text.md:1: decision "focus-ward": no paragraph asks for the decision: '
        "write one right above the options"
    ]


def test_no_best_fit_is_told(pages: Pages) -> None:
    assert pages.messages(DECISION.replace("[x]", "[ ]")) == [
        'docs/text.md:1: decision "focus-ward": no option is marked the best fit: mark one with [x]'
    ]


def test_a_missing_consequence_is_told(pages: Pages) -> None:
    assert pages.messages(DECISION.replace("    The rest is needed.\n", "")) == [
        'docs/text.md:1: decision "focus-ward": option C has no consequence: '
        "write the consequence below it, indented by four spaces"
    ]
