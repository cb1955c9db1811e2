"""A figure is cited, and stands in what the course says of its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.rules.figures import check_figures, numbers
from tests.rules.small import SmallCourse


def found(small: SmallCourse, text: str, path: str = "units/hat.md") -> list[str]:
    small.page(path, text)
    return small.found(check_figures)


def test_figures_have_one_form() -> None:
    assert numbers("1,114 firms, 0.51 and -.24, in 2013.") == ["1114", ".51", "-.24", "2013"]


def test_a_figure_that_its_source_has(small: SmallCourse) -> None:
    text = "## Findings\n\nOutput rose 17% in 1114 firms, by .51 [@bloom2013]. Of 2013, more.\n"
    assert found(small, text.replace("Of 2013", "In 2013 [@bloom2013]")) == []


def test_a_figure_without_a_source(small: SmallCourse) -> None:
    assert found(small, "## Findings\n\nIt rose 17% in India.\n") == [
        "docs/units/hat.md:8: “It rose 17% in India. …”: a figure without its source"
    ]


def test_a_figure_cited_in_another_sentence(small: SmallCourse) -> None:
    assert found(small, "## Findings\n\nIt rose 17%. So it was said [@bloom2013].\n") == [
        "docs/units/hat.md:8: “It rose 17%. …”: a figure without its source"
    ]


@pytest.mark.parametrize("figure", ["18", "51", "7"])
def test_a_figure_that_its_source_does_not_have(small: SmallCourse, figure: str) -> None:
    # The pages of the source, and where it was looked up, are no finding.
    assert found(small, f"## Findings\n\nIt rose {figure}% [@bloom2013].\n") == [
        f"docs/units/hat.md:8: “It rose {figure}%. …”: {figure} is not in the entry of bloom2013"
    ]


def test_a_scene_may_count(small: SmallCourse) -> None:
    assert found(small, "## Guess\n\nAt 10:40 lunch for 320 is due.\n") == []


def test_a_statistic_is_one_of_research_anywhere(small: SmallCourse) -> None:
    assert len(found(small, "## Guess\n\nThe effect was small (d = 0.2).\n")) == 1


def test_the_article_has_figures_of_research_alone(small: SmallCourse) -> None:
    assert len(found(small, "Lunch for 320 is due.\n", "article.md")) == 1


def test_a_heading_and_the_page_of_the_sources_state_nothing(small: SmallCourse) -> None:
    small.page("sources.md", "Of these, 90% are articles.\n\n/// bibliography\n///\n")
    assert found(small, "## Findings\n\n### Of 17% in 3 firms\n") == []


def test_a_language_without_names_for_parts(tmp_path: Path) -> None:
    assert len(found(SmallCourse(tmp_path, "xx"), "## Findings\n\nIt is step 2.\n")) == 1


def test_a_number_may_count_parts_of_the_course(tmp_path: Path) -> None:
    text = "## Findings\n\nIt is step 2, and Modules 3.1 and 4b, 5.\n\nModule 2 is next.\n"
    assert found(SmallCourse(tmp_path, numbered=["module", "modules"]), text) == []
    assert len(found(SmallCourse(tmp_path), text)) == 2
    # A word that ends alike counts none.
    other = "## Findings\n\nOf submodule 2.\n"
    assert len(found(SmallCourse(tmp_path, numbered=["module"]), other)) == 1


def test_a_course_in_another_language_has_its_own_words_for_parts(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, "xx", numbered=["Modul"])
    assert found(small, "## Findings\n\nEs ist Modul 2, 3.\n") == []


ESTIMATE = """## Findings

/// estimate | In how many did output rise?
    id: e
    objective: hem
    unit: of 100 firms
    range: 0 to 100

Of every 100 firms in a group of {group}, in how many did output rise?

- [{number}] It rose in many of them [@bloom2013].
///
"""


def test_an_estimate_is_cited_in_its_finding(small: SmallCourse) -> None:
    text = ESTIMATE.format(group="1,114", number=17)
    assert found(small, text) == []


def test_what_is_found_in_an_estimate_stands_in_a_source(small: SmallCourse) -> None:
    text = ESTIMATE.format(group=99, number=18)
    assert [problem.partition(": ")[2] for problem in found(small, text)] == [
        'estimate "e": 18 is not in the entry of a source it cites',
        "“Of every 100 firms in a …”: 99 is not in the entry of bloom2013",
    ]


FRAMES = """
/// frames | How many rise?
    id: f
    data: firms.csv
    kind: lines

- [1] At first 18 rise.
- [2] Then 19 rise.
- [3] At last 20 rise.
///

/// figure-caption
After an argument [@bloom2013].
All 99 firms are invented.
///
"""


def test_a_figure_of_invented_data_answers_for_its_numbers(small: SmallCourse) -> None:
    rows = "state,Year,Firms\na,1,18\na,2,19\nb,1,19\nb,2,20\nc,1,20\nc,2,20\n"
    small.write("docs/units/figures/firms.csv", rows)
    text = ESTIMATE.format(group=99, number=18).replace(" [@bloom2013]", "") + FRAMES
    assert found(small, text) == []
    (told,) = found(small, text.replace("[18]", "[17]"))
    assert 'estimate "e": 17 is not in the entry of a source it cites' in told
