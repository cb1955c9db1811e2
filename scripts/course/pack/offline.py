"""The site as it opens by a double click, from a folder: links to files, search without a server.

A browser lets a page from a folder ask for no other file by script, and start no worker. So the
index of search is a script, which the theme loads from a folder by itself, and its worker runs in a
frame: https://github.com/squidfunk/iframe-worker, of which `files` has a copy. What review and
notebook read on other pages is beside each of these as a script too.
"""

from __future__ import annotations

import json
import posixpath
import textwrap
from pathlib import Path
from urllib.parse import quote, urldefrag, urlsplit

from lxml.html import HtmlElement, tostring

from course.manifest import MANIFEST
from course.model import blocks
from course.print.downloads import FOLDER, clear_cards
from course.settings import Course
from course.site.bundle import BUNDLE, without_instant
from course.site.links import base_path, find_file, links, target
from course.site.page import Page
from course.site.policy import policy_element

FILES = Path(__file__).with_name("files")
WORKER = "iframe-worker.js"
LICENCE = "LICENSE-iframe-worker.txt"
INDEX = "search/search_index.json"
# What is of use at an address alone, or to who wrote the code.
LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", MANIFEST)
KINDS_LEFT_OUT = (".map",)
# From a folder, no file counts as the page's own, and scripts in frames have no hash. Nothing is
# asked of any host but the one that the page itself came from.
OWN = "'self' file: data: blob:"
POLICY = (
    f"default-src {OWN}; script-src {OWN} 'unsafe-inline'; object-src 'none'; "
    "media-src 'none'; base-uri 'none'; form-action 'none'"
)


class OfflineSite:
    """A finished site, and what becomes of it in a folder.

    Arguments:
        site: the folder of the site.
        course: the course.

    Attributes:
        files: every file by its path, as it opens from a folder.
        asked: the scripts that tell what the pages ask; where there is a server, none is needed.
        framed: every page, as it stands in a frame: links to other hosts open another window.
        finishing: the pages that a reader can mark as finished, as the script names them.
        index: what search knows, with the addresses of files; nothing without search.
    """

    def __init__(self, site: Path, course: Course) -> None:
        self.course = course
        self.site = site
        self.names = {name for name in names_of(site) if is_kept(name) and not self.leads_on(name)}
        self.base = base_path([Page("index.html", self.text("index.html"))])
        self.files: dict[str, bytes] = {}
        self.asked: dict[str, bytes] = {}
        self.framed: dict[str, bytes] = {}
        self.finishing: list[str] = []
        self.index = self.new_index() if INDEX in self.names else ""
        for name in sorted(self.names - {INDEX}):
            if name.endswith(".html"):
                self.add(Page(name, self.text(name)))
            else:
                self.files[name] = (site / name).read_bytes()
            if BUNDLE.search(name):
                self.files[name] = without_instant(self.text(name)).encode()
        if self.index:
            self.files["search/search_index.js"] = f"var __index = {self.index}".encode()
            for name in (WORKER, LICENCE):
                self.files[f"assets/{name}"] = (FILES / name).read_bytes()

    def text(self, name: str) -> str:
        """Return the text of a file of the site."""
        return (self.site / name).read_text("utf-8")

    def leads_on(self, name: str) -> bool:
        """Tell whether a file is no more than an old address of a page, which no link has."""
        return name.endswith(".html") and 'http-equiv="refresh"' in self.text(name)

    def new_index(self) -> str:
        """Return what search knows, with the addresses of files."""
        index = json.loads(self.text(INDEX))
        for entry in index["docs"]:
            path, fragment = urldefrag(entry["location"])
            entry["location"] = joined(find_file(path.strip("/"), self.names) or path, fragment)
        return json.dumps(index, ensure_ascii=False, separators=(",", ":"))

    def add(self, page: Page) -> None:
        """Add a page, which is changed for it."""
        if any(blocks(page.tree, "finish")):
            self.finishing.append(page.folder.rstrip("/"))
        for link in links(page):
            address = link.element.get("href")
            if address and link.internal and (found := self.address(page, address)):
                link.element.set("href", found)
        if (policy := policy_element(page.tree)) is not None:
            policy.set("content", POLICY)
        clear_cards(page, self.course.words)
        worker = posixpath.relpath(f"assets/{WORKER}", posixpath.dirname(page.name) or ".")
        for charset in page.tree.xpath("//head/meta[@charset]")[: bool(self.index)]:
            page.insert_after(charset, f'\n      <script src="{worker}"></script>')
        self.files[page.name] = page.render().encode()
        if text := asking(page.tree):
            written = json.dumps(text, ensure_ascii=False)
            self.asked[f"{page.name}.js"] = f"document.currentScript.page = {written};".encode()
        for link in links(page):
            if link.foreign and link.element.tag == "a":
                link.element.set("target", "_blank")
                link.element.set("rel", "noopener")
        self.framed[page.name] = page.render().encode()

    def address(self, page: Page, address: str) -> str | None:
        """Return the address of the file that a link leads to; none if it stays on the page."""
        if not urlsplit(address).path:
            return None
        file = find_file(target(page, address, self.base), self.names)
        if file is None:
            return None
        path = posixpath.relpath(file, posixpath.dirname(page.name) or ".")
        return joined(quote(path), urlsplit(address).fragment)

    @property
    def readme(self) -> bytes:
        """What tells how to open it."""
        course, words = self.course, self.course.words
        lines = [
            course.title,
            *words("pack.readme").splitlines(),
            words("print.release", version=course.version, date=words.date(course.released)),
        ]
        return "\n\n".join(textwrap.fill(line, 78) for line in lines if line).encode() + b"\n"


def names_of(site: Path) -> set[str]:
    """Return the paths of all files of a site."""
    return {each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file()}


def is_kept(name: str) -> bool:
    """Tell whether a file of the site goes into a folder; what is downloaded does not go along."""
    is_download = name.startswith(f"{FOLDER}/") and not name.endswith(".html")
    return not (is_download or name in LEFT_OUT or name.endswith(KINDS_LEFT_OUT))


def asking(root: HtmlElement) -> str:
    """Return the blocks of a page that keep an answer, as HTML."""
    keeping = [block.element for block in blocks(root, copies=True) if block.keeps]
    outer = [each for each in keeping if not any(up in keeping for up in each.iterancestors())]
    return "".join(tostring(each, encoding="unicode", with_tail=False) for each in outer)


def joined(path: str, fragment: str) -> str:
    """Return an address of a path and, if there is one, a fragment."""
    return f"{path}#{fragment}" if fragment else path
