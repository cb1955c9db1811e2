"""Citations, and the sources that they lead to."""

from __future__ import annotations

import pytest

from course.marks.references import read_bibliography
from course.model import blocks, text_of
from tests.markdown_page import Pages

ZHU = (
    "Zhu, M., Yang, Y., & Hsee, C. K. (2018). The mere urgency effect. "
    "Journal of Consumer Research, 45(3), 673–690. https://doi.org/10.1093/jcr/ucy008"
)


def test_citation(pages: Pages) -> None:
    span = pages.html("So [@zhu2018].").find("p/span[@data-cite]")
    assert text_of(span) == "(Zhu et al., 2018)"
    assert dict(span.find("a").attrib) == {
        "data-source": "zhu2018",
        "href": "reference/sources.md#zhu2018",
        "title": ZHU,
    }


def test_several_keys_are_sorted_and_the_same_year_is_told_apart(pages: Pages) -> None:
    span = pages.html("[@zhu2018; @kotter1990hbr; @kotter1990book]").find("p/span")
    assert text_of(span) == "(Kotter, 1990a; Kotter, 1990b; Zhu et al., 2018)"


def test_page_ends_with_its_references(pages: Pages) -> None:
    article = pages.html("[@zhu2018]\n\n[@zhu2018; @kotter1990hbr]\n\nThe end.")
    *_, references = blocks(article)
    assert references.kind == "references"
    assert references.element is article[-1]
    assert [text_of(item) for item in references.element.findall("details/ul/li")] == [
        "Kotter, J. P. (1990b). What leaders really do. Harvard Business Review.",
        ZHU,
    ]
    assert references.element.xpath(".//a/@href") == ["https://doi.org/10.1093/jcr/ucy008"]
    (heading,) = references.element.findall("h2")
    assert references.element.get("aria-labelledby") == heading.get("id")
    assert text_of(heading) == "Sources on this page"
    # A phone folds them, and says how many there are.
    (summary,) = references.element.findall("details[@data-fold]/summary")
    assert text_of(summary) == "2 sources"


def test_page_without_citations_has_no_references(pages: Pages) -> None:
    assert pages.html("Plain.").find("section") is None


def test_each_unknown_key_is_told_with_its_line(pages: Pages) -> None:
    messages = pages.messages("Yes [@zhu2018].\n\nNo [@zhu2018; @zhu2081].")
    assert messages == [
        'docs/text.md:3: source "zhu2081" is not in the bibliography: '
        "add it to docs/reference/sources.bib, or correct the key"
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "  year = {2018},\n",
            "  year = {2018}\n",
            "docs/reference/sources.bib:4: syntax error: '}' expected: "
            "correct the entry: each field is name = {text}, with a comma after it",
        ),
        (
            "  limits = {Cases.},\n",
            "",
            'docs/reference/sources.bib:15: source "kotter1990book": limits missing: '
            "add what is missing",
        ),
        (
            "@book{",
            "@pamphlet{",
            'docs/reference/sources.bib:15: source "kotter1990book": the type @pamphlet is not '
            "known: use one of @article, @book, @incollection, @inproceedings, @misc, @techreport",
        ),
        (
            "{kotter1990hbr,",
            "{kotter1990book,",
            "docs/reference/sources.bib:24: repeated bibliography entry: kotter1990book: "
            "give each source a key of its own",
        ),
        (
            "year = {1990},\n  title = {A",
            "year = {about 1990},\n  title = {A",
            'docs/reference/sources.bib:15: source "kotter1990book": the year is "about 1990": '
            "write four digits",
        ),
    ],
)
def test_mistakes_in_the_file(pages: Pages, old: str, new: str, problem: str) -> None:
    change(pages, old, new)
    bibliography = read_bibliography(pages.course)
    assert [str(problem) for problem in bibliography.problems] == [problem]
    assert "kotter1990hbr" in bibliography.sources or "kotter1990hbr" in old


def change(pages: Pages, old: str, new: str) -> None:
    """Change the bibliography of a course."""
    text = pages.bibliography.read_text("utf-8")
    assert old in text
    pages.bibliography.write_text(text.replace(old, new), "utf-8")


def test_a_percent_sign_does_not_end_the_text(pages: Pages) -> None:
    change(pages, "Urgency draws", "In 7% urgency draws")
    found = read_bibliography(pages.course).sources["zhu2018"].notes["finding"]
    assert found == "In 7% urgency draws people."


def test_titles_are_set_with_care(pages: Pages) -> None:
    title = "{A}dministrative science {&} the manager's *work*: {W}hat for?"
    change(pages, "A force for change", title)
    reference = pages.html("[@kotter1990book]").find("section/details/ul/li")
    assert text_of(reference) == (
        "Kotter, J. P. (1990a). Administrative science & the manager’s *work*: What for?"
    )
