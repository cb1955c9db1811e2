"""Makes a built site complete: checks it, fills its places, repairs the theme's HTML.

It knows nothing of the tool that built the pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from course.files import write_file
from course.kept import KEPT, digest
from course.marks.mistakes import told
from course.problems import Problem, in_order
from course.published import take_along
from course.rules.links import outside
from course.rules.material import Material
from course.rules.registry import run
from course.settings import Course
from course.site.agenda import fill_agendas
from course.site.assets import join_assets
from course.site.bundle import join_bundle, settings_of
from course.site.copies import fill_copies
from course.site.gather import gather
from course.site.map import fill_maps
from course.site.moved import moved_pages, name_moved
from course.site.notebook import add_notebook
from course.site.numbering import number_blocks
from course.site.page import Page, parse, read_pages, without_space
from course.site.places import describe, fill_places, name_dates, name_sheets
from course.site.policy import apply_policy, uncovered_scripts
from course.site.references import name_numbers
from course.site.repairs import repair
from course.site.theme import drop_unused, join_theme, lighten
from course.site.times import fill_times


def check_sources(course: Course) -> list[Problem]:
    """Return the problems of the source files, in order."""
    return run("source", Material(course))


def check_built(
    material: Material, sources: Sequence[Problem] = (), good: set[str] | None = None
) -> list[Problem]:
    """Return the problems of a built site, after those of its sources.

    Arguments:
        material: the course, with the pages of its site.
        sources: the problems of its source files.
        good: the keys of pages that have no mistake of their own; others are added.
    """
    # A page of HTML among the sources is told as such.
    docs = material.course.docs
    pages = [page for page in material.pages if not (docs / page.name).is_file()]
    material = replace(material, pages=pages)
    in_pages = [problem for page in material.pages for problem in told(page)]
    built = [*check_pages(material, set() if good is None else good), *run("built", material)]
    # Of a page that was left beside the others, that is all that is told.
    left = {page.problem("", "", page.tree, "title:").file for page in outside(material)}
    built = [each for each in built if each.file not in left or "navigation" in each.what]
    return in_order(sources, in_pages, built)


def check_pages(material: Material, good: set[str]) -> list[Problem]:
    """Return the problems of each page by itself; one that had none and did not change has none."""
    problems = []
    for page in material.pages:
        key = digest([page.name, page.text, *(page.source.lines if page.source else ())])
        if key not in good:
            found = run("page", replace(material, pages=[page]))
            problems += found
            good.update([] if found else [key])
    return problems


def finish(site: Path, course: Course, sources: Sequence[Problem] = ()) -> list[Problem]:
    """Check a built site, and finish it in place if there is no problem.

    A site that is finished already stays as it is.

    Arguments:
        site: the folder of the built site.
        course: the course; messages name paths from its folder.
        sources: the problems of its source files, which may explain others.

    Returns:
        The problems, in order. If there is one, no page has been written.

    Raises:
        RuntimeError: if the policy did not cover a script; then none has been written either.
    """
    join_assets(site, course.words.entry("script"))
    # A page that is filled takes the place of the one that was read, so that few trees are held.
    pages = read_pages(site, course.docs)
    before = {page.name: page.text for page in pages}
    good = KEPT[0].good if KEPT else set()
    # A mistake is told where it was made, before any copy of it is gathered.
    problems = check_built(Material(course, pages, site), sources, good)
    if problems:
        return problems
    take_along(pages, course)
    pages = fill_maps(fill_times(fill_places(pages, course), course), course)
    pages = fill_agendas(fill_copies(pages, course), course)
    pages = add_notebook(gather(pages), course)
    material = Material(course, pages, site)
    problems = sorted({*check_pages(material, good), *run("built", material)})
    if problems:
        return problems
    number_blocks(pages)
    name_numbers(pages, course.words)
    name_dates(pages)
    for page in pages:
        repair(page, course.words)
        describe(page)
        name_sheets(page, course.words)
    settings = settings_of(pages)
    for page in pages:
        lighten(page, site)
    name_moved(pages)
    pages += moved_pages(pages)
    apply_policy(pages)
    write_pages(site, pages, before)
    join_theme(site)
    join_bundle(site, settings)
    drop_unused(site)
    return []


def write_pages(site: Path, pages: Sequence[Page], before: Mapping[str, str]) -> None:
    """Write the pages that changed.

    Arguments:
        site: the folder of the site.
        pages: its pages.
        before: the text of each page as it was read, by name.

    Raises:
        RuntimeError: if a page has a script that its own policy would refuse.
    """
    finished = {page: without_space(page.render()) for page in pages}
    for page, text in finished.items():
        if uncovered_scripts(parse(text)):
            raise RuntimeError(f"{page.file}: the policy does not cover an inline script")
    for page, text in finished.items():
        if text != before.get(page.name):
            # An address that a page once had has no folder yet.
            (site / page.name).parent.mkdir(parents=True, exist_ok=True)
            write_file(site / page.name, text)
