"""Makes a built site complete: checks it, fills its places, repairs the theme's HTML.

It knows nothing of the tool that built the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from course.files import write_file
from course.kept import kept
from course.marks.mistakes import told
from course.problems import Problem, in_order
from course.published import take_along
from course.rules.links import anchors, check_navigation, inside, menu
from course.rules.material import Material
from course.rules.registry import run
from course.rules.units import objectives
from course.settings import Course
from course.site.agenda import fill_agendas
from course.site.assets import join_assets
from course.site.bundle import join_bundle, settings_of
from course.site.copies import fill_copies
from course.site.facts import named_by, statements, title
from course.site.gather import following_addresses, gather, ids_of, mark_on
from course.site.links import canonical
from course.site.map import fill_maps, section
from course.site.minutes import stated_minutes
from course.site.notebook import add_notebook
from course.site.numbering import counted
from course.site.page import Page, pages_in
from course.site.places import dates, draw_marks, fill_places
from course.site.policy import hashes_of
from course.site.references import empty_addresses
from course.site.shown import finished
from course.site.theme import drop_unused, join_theme, logos
from course.site.times import fill_times

# What is asked of pages after their trees were let go.
OF_RULES = (anchors, inside, menu, objectives, empty_addresses)
OF_STEPS = (statements, following_addresses, title, canonical, section, stated_minutes, counted)
FACTS = (*OF_RULES, *OF_STEPS, dates, ids_of, hashes_of, logos, mark_on)


def check_sources(course: Course) -> list[Problem]:
    """Return the problems of the source files, in order."""
    return run("source", Material(course))


def check_built(material: Material, sources: Sequence[Problem] = ()) -> list[Problem]:
    """Return the problems of a built site, after those of its sources.

    Arguments:
        material: the course, with the pages of its site.
        sources: the problems of its source files.
    """
    # A page of HTML among the sources is told as such.
    docs = material.course.docs
    pages = [page for page in material.pages if not (docs / page.name).is_file()]
    if len(pages) < len(material.pages):
        material = replace(material, pages=pages)
    in_pages = [problem for page in material.pages for problem in told(page)]
    built = [*check_pages(material, pages), *run("built", material)]
    # Of a page that was left beside the others, that is all that is told.
    left = set(check_navigation(material))
    files = {each.file for each in left}
    built = [each for each in built if each in left or each.file not in files]
    return in_order(sources, in_pages, built)


def check_pages(material: Material, pages: Sequence[Page]) -> list[Problem]:
    """Return the problems of each of some pages by itself."""
    return [problem for page in pages for problem in check_page(material, page)]


def check_page(material: Material, page: Page) -> list[Problem]:
    """Return the problems of a page by itself, and find what is asked of it later."""
    if page.problems is None:
        alone = replace(material, pages=[page])
        page.problems = kept(written(page), lambda: run("page", alone))
        for find in FACTS:
            find(page)
    page.let_go()
    return page.problems


def written(page: Page) -> Iterator[str]:
    """Yield what names a page by itself, and where its problems are placed."""
    yield from named_by("check_page", page, None)
    for name, lines in page.source.files if page.source else ():
        yield "\n".join((name, *lines))


def finish(site: Path, course: Course, sources: Sequence[Problem] = ()) -> list[Problem]:
    """Check a built site, and finish it in place if there is no problem.

    A site that is finished already stays as it is. Of one page at a time there is a tree, which
    takes twenty times the memory of its text; what other pages need of it are facts.

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
    material = Material(course, site=site)
    pages = []
    for page in draw_marks(pages_in(site, course.docs), course):
        check_page(material, page)
        pages.append(page)
    # What could not be read is told, and not filled.
    if not sources and not any(map(told, pages)):
        pages = take_along(pages, course)
        pages = fill_places(pages, course)
    # A mistake is told where it was made, before any copy of it is gathered.
    material.pages = pages
    problems = check_built(material, sources)
    if problems:
        return problems
    material.pages = ()  # so that no page is held twice
    for fill in (fill_times, fill_maps, fill_copies, fill_agendas):
        pages = fill(pages, course)
        # For the facts that the next step asks of them.
        check_pages(material, pages)
    pages = gather(pages)
    check_pages(material, pages)
    material.pages = pages = add_notebook(pages, course)
    problems = sorted({*check_pages(material, pages), *run("built", material)})
    if problems:
        return problems
    settings = settings_of(pages)
    material.pages = ()  # as above
    pages = finished(pages, site, course.words)
    write_pages(site, pages)
    join_theme(site, pages, [html for *_, html in settings.get("parts", ())])
    join_bundle(site, settings)
    drop_unused(site)
    return []


def write_pages(site: Path, pages: Sequence[Page]) -> None:
    """Write the pages that changed.

    Arguments:
        site: the folder of the site.
        pages: its pages, as they are published.
    """
    for page in pages:
        file = site / page.name
        # An address that a page once had has no folder yet.
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_bytes() != page.data:
            write_file(file, page.data)
