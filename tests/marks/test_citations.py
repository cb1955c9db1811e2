"""Citations, and the sources that they lead to."""

from __future__ import annotations

import pytest

from course.marks.bibtex import TYPES
from course.marks.references import read_bibliography
from course.model import blocks, text_of
from course.rules.material import Material
from course.rules.source_files import check_bibliography
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
        'docs/text.md:3: source "zhu2081" is not in the bibliography: write @zhu2018'
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "  year = {2018},\n",
            "  year = {2018}\n",
            "docs/reference/sources.bib:3: a comma is missing: write one at the end",
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
            f"known: use one of @{', @'.join(TYPES)}",
        ),
        (
            "{kotter1990hbr,",
            "{kotter1990book,",
            'docs/reference/sources.bib:24: two sources have the key "kotter1990book", '
            "or keys that differ by capitals alone: give each one of its own",
        ),
        (
            "year = {1990},\n  title = {A",
            "year = {about 1990},\n  title = {A",
            'docs/reference/sources.bib:17: source "kotter1990book": the year is "about 1990": '
            "write four digits",
        ),
    ],
)
def test_mistakes_in_the_file(pages: Pages, old: str, new: str, problem: str) -> None:
    change(pages, old, new)
    bibliography = read_bibliography(pages.course)
    assert told(pages) == [problem]
    assert "kotter1990hbr" in bibliography.sources or "kotter1990hbr" in old


def told(pages: Pages) -> list[str]:
    """Return what is told of the bibliography of a course."""
    return list(map(str, check_bibliography(Material(pages.course))))


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


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[see @zhu2018]", "(see Zhu et al., 2018)"),
        ("[@zhu2018, p. 4]", "(Zhu et al., 2018, p. 4)"),
        ("[@zhu2018 chapter 2]", "(Zhu et al., 2018, chapter 2)"),
        ("[-@zhu2018]", "(2018)"),
        (
            "[see @zhu2018, p. 4; cf. @kotter1990hbr]",
            "(see Zhu et al., 2018, p. 4; cf. Kotter, 1990b)",
        ),
    ],
)
def test_words_around_a_key_stand_in_the_brackets(pages: Pages, written: str, shown: str) -> None:
    assert pages.messages(f"So {written}.") == []
    assert text_of(pages.html(f"So {written}.").find("p")) == f"So {shown}."


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("[@zhu2018; @zhu2018]", 'source "zhu2018" is cited twice in one place: name it once'),
        ("@zhu2018 says", "“@zhu2018” is no citation: write [@zhu2018]"),
        ("so [zhu2018]", "“[zhu2018]” is no citation: write [@zhu2018]"),
        ("so (zhu2018)", "“(zhu2018)” is no citation: write [@zhu2018]"),
    ],
)
def test_what_is_meant_as_a_citation_is_told(pages: Pages, written: str, message: str) -> None:
    assert pages.messages(written) == [f"docs/text.md:1: {message}"]


REST = "year = {2021}, title = {A}, finding = {F.}, limits = {L.}, checked = {C.}"


# Entries as programs and publishers write them, and how they are set.
@pytest.mark.parametrize(
    ("kind", "fields", "reference"),
    [
        (
            "misc",
            "author = {Doe, J.}, doi = {https://doi.org/10.1000/x}",
            "https://doi.org/10.1000/x",
        ),
        ("misc", "author = {Doe, J.}, doi = {doi: 10.1000/x}", "https://doi.org/10.1000/x"),
        (
            "article",
            "author = {Doe, J.}, doi = {10.1002/(SICI)1097-0266(1997)18:5<377::AID>3.0.CO;2-L}",
            "https://doi.org/10.1002/(SICI)1097-0266(1997)18:5<377::AID>3.0.CO;2-L",
        ),
        ("article", "author = {Doe, J.}, journal = {A &amp; B &lt; C}", "A. A & B < C."),
        ("article", "author = {Doe, J.}, journal = {A <i>b</i> p < .05}", "A. A B P < .05."),
        ("misc", "author = {Doe, J. and others}", "Doe, J., et al. (2021)."),
        ("misc", "author = {Doe, J. and Roe, R. and others}", "Doe, J., Roe, R., et al. (2021)."),
        ("misc", "author = {King, Jr., Martin}", "King, M., Jr. (2021)."),
        ("misc", "author = {山田, 太郎}", "山田 太郎. (2021)."),
        ("misc", "author = {Doe, J.}, url = {https://e.org/a_b~c%20d}", "https://e.org/a_b~c%20d"),
        ("misc", "author = {Doe, J.}, url = {https://e.org/a\\_b}", "https://e.org/a_b"),
        ("misc", "author = {Doe, J.}, howpublished = {\\url{https://e.org/x}}", "https://e.org/x"),
        ("online", "author = {Doe, J.}, url = {https://e.org/}", "https://e.org/"),
        ("phdthesis", "author = {Doe, J.}, school = {Old School}", "Old School."),
        (
            "incollection",
            "author = {Doe, J.}, booktitle = {Big}, editor = {Roe, R.}, edition = {2}",
            "In R. Roe (ed.), Big (2nd edn).",
        ),
    ],
)
def test_entries_as_programs_write_them(
    pages: Pages, kind: str, fields: str, reference: str
) -> None:
    entry = f"@{kind}{{Doe2021, {fields}, {REST}}}\n"
    pages.bibliography.write_text(entry, "utf-8")
    assert told(pages) == []
    assert reference in text_of(pages.html("[@Doe2021]").find("section/details/ul/li"))


def test_each_of_many_works_in_a_year_has_its_letter(pages: Pages) -> None:
    entries = (f"@misc{{k{n}, author = {{Doe, J.}}, {REST}}}\n" for n in range(30))
    pages.bibliography.write_text("".join(entries), "utf-8")
    found = {each.citation for each in read_bibliography(pages.course).sources.values()}
    assert {"Doe, 2021a", "Doe, 2021i", "Doe, 2021z", "Doe, 2021ad"} <= found
    assert len(found) == 30


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("author = {Doe, J.; Roe, R.},", '4: source "a": “;” stands between names: write “and”'),
        ("author = {Doe, J. & Roe, R.},", '4: source "a": “&” stands between names: write “and”'),
        ("author = {Doe, J., Roe, R., Poe, E.},", "4: commas stand between names: “Doe, J.,"),
        ("auhtor = {Doe, J.},", '4: source "a": there is no field "auhtor": write author'),
        ("author = {Doe, J.}, doi = {the web},", '4: source "a": "the web" is no DOI: write it'),
        ("author = {Doe, J.},\n  note = {A {brace},", "5: a brace is not closed: close it at"),
    ],
)
def test_what_programs_write_wrong_is_told(pages: Pages, fields: str, message: str) -> None:
    text = f"@misc{{b, author = {{B}}, {REST}}}\n\n@misc{{a,\n  {fields}\n  {REST}\n}}\n"
    pages.bibliography.write_text(text, "utf-8")
    (problem,) = told(pages)
    assert problem.startswith(f"docs/reference/sources.bib:{message}")
    # What cites it is right.
    assert pages.messages("So [@a].") == []
