"""Opens the site of a course in a browser, from its folder and at an address of its own."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Route

from course.commands.server import TYPES
from tests.courses.build import Built

ADDRESS = "http://course.test/"


def open_course(page: Page, built: Built, path: str = "", copies: tuple[str, ...] = ()) -> None:
    """Open a page of a course; what it asks for comes from the folder of the site.

    Arguments:
        page: the tab of the browser.
        built: the course.
        path: the address of the page in the site.
        copies: the paths at which the site is a second and a third time.
    """

    def answer(route: Route) -> None:
        asked = unquote(urlsplit(route.request.url).path).lstrip("/")
        for copy in copies:
            asked = asked.removeprefix(copy)
        file = built.site / asked
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        file = file if found else built.site / "404.html"
        kind = TYPES.get(PurePosixPath(file.name).suffix, "application/octet-stream")
        route.fulfill(status=200 if found else 404, path=file, content_type=kind)

    # The newest route is asked first. An older one stays for what the page before still asks for:
    # without it, the browser would take over an answer that is on its way.
    page.route(f"{ADDRESS}**", answer)
    page.goto(ADDRESS + path)
