"""A learning management system in a page: it plays a package, and keeps what it is told.

The other side of the talk is `scorm-again`, which many systems use. It is reached by an address of
its own, and the package by one below, as in a system.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import BrowserContext, FrameLocator, Page, Route

from course.commands.server import TYPES
from tests.npm import package

ADDRESS = "http://system.test/"
VERSION = "3.4.3"
LEARNER = {"1.2": {"core": {"student_id": "anna"}}, "2004": {"learner_id": "anna"}}
# `prepare` may change the interface, as a system that is slow or broken has it.
PAGE = """<!doctype html><title>System</title><script src="{script}"></script>
<script>
  const settings = {{ autocommit: false, logLevel: 5 }};
  const api = new {kind}(settings);
  api.loadFromJSON({record});
  const log = [];
  api.on("{commit}", () => log.push("commit"));
  const interface_ = {{}};
  for (const name of {names}) {{
    interface_[name] = (...values) => {{
      log.push([name, ...values]);
      return api[name](...values);
    }};
  }}
  const offer = () => window.{interface} = interface_;
  const prepare = {prepare};
  prepare(offer, interface_);
</script>
<iframe src="sco/scorm.html" style="width: 1300px; height: 700px"></iframe>"""
NAMES = ["Initialize", "GetValue", "SetValue", "Commit"]
STANDARDS = {
    "1.2": ("scorm12", "Scorm12API", "API", [*(f"LMS{name}" for name in NAMES), "LMSFinish"]),
    "2004": ("scorm2004", "Scorm2004API", "API_1484_11", [*NAMES, "Terminate"]),
}
AT_ONCE = "(offer) => offer()"


class System:
    """A system that plays one package to one learner at a time.

    Arguments:
        context: the browser of the learner.
        standard: the standard, `1.2` or `2004`.
        file: the package.
    """

    def __init__(self, context: BrowserContext, standard: str, file: Path) -> None:
        self.standard = standard
        self.script, self.kind, self.interface, self.names = STANDARDS[standard]
        self.library = package("scorm-again", VERSION) / "dist" / f"{self.script}.min.js"
        self.files = zipfile.ZipFile(file)
        self.missing: list[str] = []
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.context = context
        self.record: Any = {}
        self.prepare = AT_ONCE
        context.route("**/*", self.answer)

    def answer(self, route: Route) -> None:
        """Answer a request with a page of the system or a file of the package."""
        url = route.request.url
        if not url.startswith(ADDRESS):
            self.foreign.append(url)
            return route.abort()
        path = unquote(urlsplit(url).path).lstrip("/")
        if not path:
            return route.fulfill(body=self.page_text(), content_type="text/html; charset=utf-8")
        if path == "script.js":
            return route.fulfill(path=self.library, content_type="text/javascript")
        name = path.removeprefix("sco/")
        if name not in self.files.namelist():
            self.missing.append(path)
            return route.fulfill(status=404, body="")
        kind = TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
        return route.fulfill(body=self.files.read(name), content_type=kind)

    def page_text(self) -> str:
        """Return the page that plays the package."""
        return PAGE.format(
            script="script.js",
            kind=self.kind,
            record=json.dumps(self.record or LEARNER[self.standard]),
            commit="LMSCommit" if self.standard == "1.2" else "Commit",
            names=json.dumps(self.names),
            interface=self.interface,
            prepare=self.prepare,
        )

    def launch(self) -> Page:
        """Open the package, and return the page."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(ADDRESS)
        return page


def player(page: Page) -> FrameLocator:
    """Return the page of the package that holds the site."""
    return page.frame_locator("iframe")


def course(page: Page) -> FrameLocator:
    """Return the page of the course that is open."""
    return player(page).frame_locator("iframe")
