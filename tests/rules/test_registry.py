"""Every rule is registered, runs at its stage, and is known to authors."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import course.rules
from course.rules.material import Material
from course.rules.registry import RULES, examine, name_of, run
from course.rules.units import check_parts
from course.settings import read_course
from course.site.page import read_pages
from tests.rules.small import ROOT, SmallCourse

NAMES = {
    "source": "source_files.utf8 heads.front_matter text_lines.lines tables.tables files.files "
    "drawings.drawings source_files.snippets source_files.text_only "
    "source_files.bibliography mark.marks words.words",
    "page": "markup.fences markup.ids structure.headings structure.pictures "
    "structure.addresses_of_links structure.captions links.addresses security.hosts "
    "security.refused",
    "built": "markup.block_ids markup.ratings links.links links.navigation links.moved "
    "security.asset_hosts units.known_objectives kit.handouts kit.places kit.empty_links",
    "course": "heads.titles files.first_page published.published units.parts "
    "units.rated units.served_objectives units.earlier units.minutes units.questions "
    "units.words kit.sums kit.slides figures.figures terms.links_to_terms "
    "terms.unused_terms "
    "questions.options questions.wording questions.patterns cues.cues cues.reasons "
    "reading.sentences reading.means reading.grades reading.pronouns reading.signs "
    "reading.spelling",
}


@pytest.mark.parametrize("stage", NAMES)
def test_each_stage_has_its_rules(stage: str) -> None:
    assert [name_of(rule) for rule in RULES[stage]] == NAMES[stage].split()


def test_every_rule_of_every_module_is_registered() -> None:
    written = set()
    for found in pkgutil.iter_modules(course.rules.__path__):
        module = import_module(f"course.rules.{found.name}")
        own = vars(module).values()
        rules = [each for each in own if getattr(each, "__module__", "") == module.__name__]
        written |= {each for each in rules if getattr(each, "__name__", "").startswith("check_")}
    assert written == {rule for rules in RULES.values() for rule in rules}


def test_authors_are_told_of_each_rule() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    names = [name_of(rule) for rules in RULES.values() for rule in rules]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_a_rule_that_looked_at_nothing_says_so(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, units={})
    small.build()
    report = examine([check_parts], small.material)
    assert report.problems == []
    assert report.unproved == [
        "units.parts looked at nothing: the course has no page of a unit with units: parts"
    ]


def test_a_course_without_anything_breaks_no_rule(tmp_path: Path) -> None:
    small = SmallCourse(tmp_path, activities=[], units={}, pages={})
    small.page("index.md", "Read this.\n")
    small.build()
    assert {stage: run(stage, small.material) for stage in RULES} == {stage: [] for stage in RULES}


def test_problems_come_in_order_and_once(small: SmallCourse) -> None:
    for name in "ba":
        small.html(f"{name}/index.html", '<a href="x/">x</a><a href="x/">x</a>', "\n[x](x/)\n")
    found = [str(problem) for problem in run("built", small.material) if "“x/”" in problem.what]
    assert [message.partition(": ")[0] for message in found] == ["docs/a.md:2", "docs/b.md:2"]


@pytest.mark.slow
def test_every_rule_has_something_to_look_at_in_this_course(site: Path) -> None:
    course = read_course(ROOT / "mkdocs.yml")
    material = Material(course, read_pages(site, course.docs), site)
    report = examine([rule for rules in RULES.values() for rule in rules], material)
    assert report.problems == []
    # There is one language, and every picture is a drawing that a page includes.
    unproved = [line.partition(" ")[0] for line in report.unproved]
    assert unproved == ["words.words", "structure.pictures"]
