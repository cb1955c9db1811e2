"""The plan block."""

from __future__ import annotations

from tests.markdown_page import Pages, text_of

PLAN = """/// plan | One behaviour
    id: plan-first
    minutes: 5

Choose *one*.
///
"""


def test_fields(pages: Pages) -> None:
    section = pages.html(PLAN).find("section")
    assert text_of(section.find("p[@class='kind']")) == "Plan · 5 minutes"
    labels = {label.get("for"): text_of(label) for label in section.findall("label")}
    fields = [*section.findall("textarea"), section.find("input")]
    assert [labels[field.get("id")] for field in fields] == [
        "If this happens",
        "I will",
        "Whom I tell",
        "When I look back",
    ]
    assert [field.get("name") for field in fields] == [
        "plan-first-if",
        "plan-first-then",
        "plan-first-tell",
        "plan-first-date",
    ]


def test_right_use_says_nothing(pages: Pages) -> None:
    assert pages.messages(PLAN) == []
