"""The addresses in a built page, and the files of the site that they lead to."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from course.site.facts import fact
from course.site.page import Page

# The relations of a `link` element for which a browser asks a server for something.
LOADING = {
    "apple-touch-icon",
    "dns-prefetch",
    "icon",
    "manifest",
    "mask-icon",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "prerender",
    "stylesheet",
}
# These say where the page or a translation is published: an address, not a link to follow.
STATING = {"canonical", "alternate"}
ATTRIBUTES = {
    *("href", "src", "srcset", "imagesrcset", "poster", "data", "action", "formaction"),
    "xlink:href",
}


@dataclass(frozen=True)
class Link:
    """An address in a page.

    Attributes:
        element: the element that has it.
        address: the address as it is written.
        loads: whether the browser goes there without being asked by the reader.
    """

    element: HtmlElement
    address: str
    loads: bool

    @property
    def foreign(self) -> bool:
        """Whether the address names a host."""
        parts = urlsplit(self.address)
        return bool(parts.netloc) or parts.scheme in ("http", "https", "ws", "wss")

    @property
    def internal(self) -> bool:
        """Whether the address is one of the site."""
        parts = urlsplit(self.address)
        return not parts.scheme and not parts.netloc


def links(page: Page) -> list[Link]:
    """Return every address of a page as it was read, in order."""
    if page.links is None:
        page.links = list(links_in(page))
    return page.links


def links_in(page: Page) -> Iterator[Link]:
    """Yield every address of a page, in order."""
    for element in page.tree.iter("*"):
        for name, value in element.items():
            if name in ATTRIBUTES and (name != "data" or element.tag == "object"):
                relations = set(element.get("rel", "").lower().split())
                if element.tag == "link" and relations & STATING:
                    continue
                loads = element.tag not in ("a", "area") and (
                    element.tag != "link" or bool(relations & LOADING)
                )
                for address in addresses(name, value):
                    yield Link(element, address, loads)


def addresses(name: str, value: str) -> list[str]:
    """Return the addresses in the value of an attribute."""
    if name.endswith("srcset"):
        return [part.split()[0] for part in value.split(",") if part.strip()]
    return [value.strip()]


def base_path(pages: Sequence[Page]) -> str:
    """Return the path under which the site is published, such as `/` or `/course/`.

    The canonical address of any page tells it: what is left without the path of the page.
    """
    for page in pages:
        for address in canonical(page):
            path = unquote(urlsplit(address).path)
            if path.endswith(f"/{page.folder}"):
                return path.removesuffix(page.folder)
    return "/"


@fact
def canonical(page: Page) -> list[str]:
    """Return the addresses that a page states as its own."""
    links = page.tree.iter("link")
    return [link.get("href", "") for link in links if link.get("rel") == "canonical"]


def target(page: Page, address: str, base: str) -> str | None:
    """Return the path in the site that an address leads to.

    Arguments:
        page: the page that has the address.
        address: an internal address.
        base: the path under which the site is published.

    Returns:
        A path such as `dimensions/focus/`, `` for the first page; none for a path outside
        the site.
    """
    path = unquote(urlsplit(address).path)
    if not path:
        return page.name
    if path.startswith("/"):
        if not f"{path}/".startswith(base):
            return None
        path = path.removeprefix(base.rstrip("/"))
    else:
        path = f"/{posixpath.dirname(page.name)}/{path}"
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def find_file(path: str | None, files: Container[str]) -> str | None:
    """Return the file that a server gives for a path in the site, or none.

    Arguments:
        path: a path as `target` gives it.
        files: the paths of all files of the site.
    """
    if path is None:
        return None
    index = f"{path}/index.html".lstrip("/")
    return path if path in files else index if index in files else None
