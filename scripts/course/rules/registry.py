"""Every rule, and the stage at which it runs.

A rule takes the material of a course and yields the problems in it. What the printed editions need,
`course.print` checks by rules of the same kind: it alone knows its editions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from course.problems import Problem
from course.rules import (
    cues,
    drawings,
    figures,
    files,
    heads,
    kit,
    links,
    mark,
    markup,
    published,
    questions,
    reading,
    security,
    source_files,
    structure,
    tables,
    terms,
    text_lines,
    units,
    words,
)
from course.rules.material import Material, Unknown

Rule = Callable[[Material], Iterator[Problem]]

RULES: dict[str, tuple[Rule, ...]] = {
    # Before the build, on the source files.
    "source": (
        source_files.check_utf8,
        heads.check_front_matter,
        text_lines.check_lines,
        tables.check_tables,
        files.check_files,
        drawings.check_drawings,
        source_files.check_snippets,
        source_files.check_text_only,
        source_files.check_bibliography,
        mark.check_marks,
        words.check_words,
    ),
    # On each built page by itself, before anything is copied from one to another and again after.
    # What they find hangs on nothing but the page: one that did not change is not read again.
    "page": (
        markup.check_fences,
        markup.check_ids,
        structure.check_headings,
        structure.check_pictures,
        structure.check_addresses_of_links,
        structure.check_captions,
        links.check_addresses,
        security.check_hosts,
        security.check_refused,
    ),
    # On all built pages, likewise.
    "built": (
        markup.check_block_ids,
        markup.check_ratings,
        links.check_links,
        links.check_navigation,
        links.check_moved,
        security.check_asset_hosts,
        units.check_known_objectives,
        kit.check_handouts,
        kit.check_places,
        kit.check_empty_links,
    ),
    # On a finished site: what a whole course keeps, and one that is begun cannot.
    "course": (
        heads.check_titles,
        files.check_first_page,
        published.check_published,
        units.check_parts,
        units.check_rated,
        units.check_served_objectives,
        units.check_earlier,
        units.check_minutes,
        units.check_questions,
        units.check_words,
        kit.check_sums,
        kit.check_slides,
        figures.check_figures,
        terms.check_links_to_terms,
        terms.check_unused_terms,
        questions.check_options,
        questions.check_wording,
        questions.check_patterns,
        cues.check_cues,
        cues.check_reasons,
        reading.check_sentences,
        reading.check_means,
        reading.check_grades,
        reading.check_pronouns,
        reading.check_signs,
        reading.check_spelling,
    ),
}


@dataclass(frozen=True)
class Report:
    """What rules found: the problems, in order, and a line for each rule that proved nothing."""

    problems: list[Problem]
    unproved: list[str]


def run(stage: str, material: Material) -> list[Problem]:
    """Return the problems that the rules of a stage find, each once, in order."""
    return examine(RULES[stage], material).problems


def examine(rules: Iterable[Rule], material: Material) -> Report:
    """Run rules on a course."""
    problems: set[Problem] = set()
    unproved = []
    for rule in rules:
        material.looked_for, material.looked_at = "page", 0
        try:
            problems.update(rule(material))
        except Unknown as unknown:
            unproved.append(f"{name_of(rule)} is left out: {unknown}")
            continue
        if not material.looked_at:
            what = material.looked_for
            unproved.append(f"{name_of(rule)} looked at nothing: the course has no {what}")
    return Report(sorted(problems), unproved)


def name_of(rule: Rule) -> str:
    """Return the name of a rule: its module and its function, such as `units.parts`."""
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__.removeprefix('check_')}"
