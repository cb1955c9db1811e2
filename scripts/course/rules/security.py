"""A page loads nothing from another host, and has nothing that its security policy would refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from course.problems import Problem
from course.rules.material import Material
from course.site.links import links
from course.site.page import Page
from course.site.policy import is_content

REFUSED_ELEMENTS = {"style", "base", "object", "embed", "iframe", "frame", "audio", "video"}
# A page has these from its templates alone: the policy would let them do what they do.
REFUSED_IN_CONTENT = {"script", "meta", "link"}
SENDING = ("action", "formaction", "srcdoc", "ping")
# Browsers read an address without these.
RE_UNREAD = re.compile(r"[\x00-\x20]+")
# Not the addresses inside the text of a picture, such as the namespace in a data: address.
CSS_HOST = re.compile(
    r"""(?:url\(\s*|@import\s+|image-set\(\s*)["']?\s*((?:(?:https?|wss?):)?//[^"')\s]+)""",
    re.IGNORECASE,
)
SCRIPT_HOST = re.compile(r"""["'`]((?:https?:|wss?:)?//[^"'`\s]+)""", re.IGNORECASE)
RE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def check_hosts(material: Material) -> Iterator[Problem]:
    """A page loads nothing from another host."""
    for page in material.pages:
        loaded = (link for link in links(page) if link.loads)
        for link in material.each("picture, style sheet or script", loaded):
            if link.foreign:
                what = f"the browser would load “{link.address}” from another host"
                host = urlsplit(link.address).netloc
                yield page.problem(what, own_copy(material), link.element, link.address, host)


def check_asset_hosts(material: Material) -> Iterator[Problem]:
    """No style sheet loads anything from another host, and no script of ours names one.

    The theme's own scripts name hosts that they ask only for features that the course does not
    use; the policy refuses those requests.
    """
    overrides, site = material.course.overrides, material.site or Path()
    own = sorted([*overrides.rglob("*.css"), *overrides.rglob("*.js")])
    sheets = sorted(site / name for name in material.files if name.endswith(".css"))
    told = set()
    for file in material.each("style sheet", [*own, *sheets]):
        root = overrides if file in own else site
        for line, address in addresses(file):
            # Ours are joined into one sheet of the site, where nobody would look for them.
            if file in own or address not in told:
                what = f"“{address}” would be loaded from another host"
                label = file.relative_to(root.parent).as_posix()
                yield Problem(label, line, what, own_copy(material))
            told.add(address)


def addresses(file: Path) -> Iterator[tuple[int, str]]:
    """Yield each address of another host in a style sheet or script, with its line."""
    text = file.read_text(encoding="utf-8", errors="replace")
    if "//" not in text:
        return
    # A comment is made blank and keeps its lines.
    text = RE_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for match in (CSS_HOST if file.suffix == ".css" else SCRIPT_HOST).finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match[1]


def own_copy(material: Material) -> str:
    """Return what to do about an address of another host."""
    folder = material.course.overrides.name
    return f"keep a copy in {folder}/assets and use that, or make it an ordinary link"


def check_refused(material: Material) -> Iterator[Problem]:
    """A page has room for the policy, and nothing that the policy would refuse."""
    styles = f"{material.course.overrides.name}/assets/css"
    for page in material.each("page", material.pages):
        if not page.tree.xpath("//head/meta[@charset]"):
            what = "the page has no <meta charset>, which the security policy follows"
            yield page.problem(what, 'begin its <head> with <meta charset="utf-8">', page.tree)
        for element in filter(is_suspect, page.tree.iter("*")):
            # What loads from another host is told as that.
            outside = re.match(r"(?:https?:)?//", str(element.get("src") or ""))
            refused = element.tag in REFUSED_ELEMENTS
            refused |= element.tag in REFUSED_IN_CONTENT and is_content(element)
            if refused and not outside:
                what = f"the element <{element.tag}>, which the security policy refuses"
                remedy = "use a picture, text or a link"
                if element.tag == "style":
                    remedy = f"move its rules to {styles}"
                elif element.tag == "script":
                    remedy = "remove it: scripts belong to the theme"
                sign = f"<{element.tag}"
                yield page.problem(what, remedy, element, sign, sign.upper())
            for name, value in element.attrib.items():
                yield from refused_attribute(page, element, str(name), str(value), styles)


def is_suspect(element: HtmlElement) -> bool:
    """Tell whether an element is one, or has an attribute, that can be refused; most are not."""
    if element.tag in REFUSED_ELEMENTS or element.tag in REFUSED_IN_CONTENT:
        return True
    for name, value in element.items():
        if ":" in value or name in SENDING or name == "style" or name.startswith("on"):
            return True
    return False


def refused_attribute(
    page: Page, element: HtmlElement, name: str, value: str, styles: str
) -> Iterator[Problem]:
    """Yield a problem for an attribute that the policy refuses."""
    if name == "style" and element.tag in ("td", "th") and "text-align" in value:
        what = "a table aligns its columns with a style, which the security policy refuses"
        remedy = "leave out the colons in the line under its head"
        yield page.problem(what, remedy, element, "--:", ":--", ":-", "-:")
    elif name == "style":
        what = f"the attribute style=“{value}”, which the security policy refuses"
        remedy = f"write a class, and its rules in {styles}"
        yield page.problem(what, remedy, element, value, "style=")
    elif re.fullmatch("on[a-z]+", name):
        what = f"the attribute {name}=, which the security policy refuses"
        yield page.problem(what, "remove it", element, f"{name}=")
    elif RE_UNREAD.sub("", value).lower().startswith("javascript:"):
        what = f"{name}=“{value}” runs a script, which the security policy refuses"
        yield page.problem(what, "link to a page, or remove it", element, value, "javascript:")
    elif name in SENDING:
        what = f"the attribute {name}=, which the security policy refuses"
        yield page.problem(what, "remove it: nothing is sent anywhere", element, f"{name}=")
