"""Makes a built site complete: gathers, checks, mends the theme's HTML, adds the policy."""

from __future__ import annotations

from pathlib import Path

from course.problems import Problem
from course.rules.objectives import check_known
from course.site.accessibility import repair
from course.site.description import describe
from course.site.gather import gather
from course.site.notebook import add_notebook
from course.site.page import Page, read_pages, write_file
from course.site.policy import apply_policy, check_charset, check_refused, uncovered_scripts
from course.site.rules import check_all


def finish(site: Path, docs: Path) -> list[Problem]:
    """Check a built site, and finish it in place if there is no problem.

    A site that is finished already stays as it is.

    Arguments:
        site: the folder of the built site.
        docs: the folder of the Markdown sources; messages name paths from its parent.

    Returns:
        The problems, in order. If there is one, nothing has been written.

    Raises:
        RuntimeError: if the policy did not cover a script; then nothing has been written either.
    """
    found = read_pages(site, docs)
    before = {page.name: page.text for page in found}
    # A mistake is told where it was made, before any copy of it is gathered.
    problems = check(found, site, docs)
    if problems:
        return problems
    pages = add_notebook(gather(found))
    problems = check(pages, site, docs)
    if problems:
        return problems
    for page in pages:
        repair(page)
        describe(page)
    apply_policy(pages)
    finished = {page: page.render() for page in pages}
    for page, text in finished.items():
        if any(uncovered_scripts(Page(page.name, text))):
            raise RuntimeError(f"{page.file}: the policy does not cover an inline script")
    for page, text in finished.items():
        if text != before[page.name]:
            write_file(site / page.name, text)
    return []


def check(pages: list[Page], site: Path, docs: Path) -> list[Problem]:
    """Return the problems that every rule of the build finds, in order."""
    problems = {
        *check_all(pages, site, docs),
        *check_charset(pages),
        *check_refused(pages),
        *check_known(pages),
    }
    return sorted(problems)
