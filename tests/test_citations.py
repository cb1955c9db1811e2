"""Citations and the bibliography."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.markdown.references import parse, read_bibliography
from tests.markdown_page import Pages, text_of

ZHU = (
    "Zhu, M., Yang, Y., & Hsee, C. K. (2018). The mere urgency effect. "
    "Journal of Consumer Research, 45(3), 673–690. https://doi.org/10.1093/jcr/ucy008"
)


def test_citation(pages: Pages) -> None:
    span = pages.html("So [@zhu2018].").find("p/span[@class='citation']")
    assert text_of(span) == "(Zhu et al., 2018)"
    link = span.find("a")
    assert link.get("href") == "reference/sources.md#zhu2018"
    assert link.get("title") == ZHU


def test_several_keys_are_sorted_and_the_same_year_is_told_apart(pages: Pages) -> None:
    span = pages.html("[@zhu2018; @kotter1990hbr; @kotter1990book]").find("p/span")
    assert text_of(span) == "(Kotter, 1990a; Kotter, 1990b; Zhu et al., 2018)"


def test_page_ends_with_its_references(pages: Pages) -> None:
    article = pages.html("[@zhu2018]\n\n[@zhu2018; @kotter1990hbr]\n\nThe end.")
    assert article[-1].get("class") == "references"
    assert [text_of(item) for item in article[-1].findall("ul/li")] == [
        "Kotter, J. P. (1990b). What leaders really do. Harvard Business Review.",
        ZHU,
    ]
    addresses = [link.get("href") for link in article[-1].iter("a")]
    assert addresses == ["https://doi.org/10.1093/jcr/ucy008"]


def test_page_without_citations_has_no_references(pages: Pages) -> None:
    assert pages.html("Plain.").find("section") is None


def test_each_unknown_key_is_told_with_its_line(pages: Pages) -> None:
    messages = pages.messages("Yes [@zhu2018].\n\nNo [@zhu2018; @zhu2081].")
    assert messages == [
        'docs/text.md:3: source "zhu2081" is not in the bibliography: '
        "add it to docs/reference/sources.bib, or correct the key"
    ]


def test_bibliography_block(pages: Pages) -> None:
    article = pages.html("/// bibliography\n///")
    sections = article.findall("div[@class='sources']/section")
    assert [section.get("id") for section in sections] == [
        "kotter1990book",
        "kotter1990hbr",
        "zhu2018",
    ]
    assert [text_of(note) for note in sections[1].find("dl")] == [
        "Found",
        "Complexity & change.",
        "Limits",
        "An essay.",
        "Checked",
        "In part.",
    ]
    assert sections[0].find("p/i").text == "A force for change"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ("  year = {2018},\n", "  year = {2018}\n"),
            "docs/reference/sources.bib:4: syntax error: '}' expected: "
            "correct the entry: each field is name = {text}, with a comma after it",
        ),
        (
            ("  limits = {Cases.},\n", ""),
            'docs/reference/sources.bib:15: source "kotter1990book": limits missing: '
            "add what is missing",
        ),
        (
            ("@book{", "@pamphlet{"),
            'docs/reference/sources.bib:15: source "kotter1990book": the type @pamphlet is not '
            "known: use one of @article, @book, @incollection, @inproceedings, @misc, @techreport",
        ),
        (
            ("{kotter1990hbr,", "{kotter1990book,"),
            "docs/reference/sources.bib:24: repeated bibliography entry: kotter1990book: "
            "give each source a key of its own",
        ),
        (
            ("year = {1990},\n  title = {A", "year = {about 1990},\n  title = {A"),
            'docs/reference/sources.bib:15: source "kotter1990book": the year is "about 1990": '
            "write four digits",
        ),
    ],
)
def test_mistakes_in_the_file(pages: Pages, change: tuple[str, str], problem: str) -> None:
    text = pages.bibliography.read_text("utf-8")
    pages.bibliography.write_text(text.replace(*change), "utf-8")
    found = [str(problem) for problem in parse(Path("docs/reference/sources.bib"))[1]]
    assert found == [problem]


def test_the_other_sources_are_still_there(pages: Pages) -> None:
    text = pages.bibliography.read_text("utf-8")
    pages.bibliography.write_text(text.replace("  year = {2018},", "  year = {2018}"), "utf-8")
    known = read_bibliography(Path("docs/reference/sources.bib")).sources
    assert {"kotter1990book", "kotter1990hbr"} <= set(known)


def test_a_percent_sign_does_not_end_the_text(pages: Pages) -> None:
    text = pages.bibliography.read_text("utf-8")
    pages.bibliography.write_text(text.replace("Urgency draws", "In 7% urgency draws"), "utf-8")
    found = read_bibliography(pages.bibliography).sources["zhu2018"].notes["finding"]
    assert found == "In 7% urgency draws people."


def test_titles_are_set_with_care(pages: Pages) -> None:
    text = pages.bibliography.read_text("utf-8")
    title = "{A}dministrative science {&} the manager's work: {W}hat for?"
    pages.bibliography.write_text(text.replace("A force for change", title), "utf-8")
    reference = pages.html("[@kotter1990book]").find("section/ul/li")
    assert text_of(reference) == (
        "Kotter, J. P. (1990a). Administrative science & the manager’s work: What for?"
    )
