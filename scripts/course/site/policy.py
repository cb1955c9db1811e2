"""One strict Content-Security-Policy for the whole site, put into each page.

Source: https://www.w3.org/TR/CSP3/. A static host sends no headers of ours, so the policy is a
`meta` element. All pages have the same one: instant navigation keeps the policy of the first
page that was opened, and inline scripts differ by the depth of the folder.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from course.problems import Problem
from course.site.page import Page

DIRECTIVES = (
    "default-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
# The types of script that a browser runs; any other type is data.
RUN_TYPES = {"", "module", "importmap", "speculationrules", "text/javascript"}
REFUSED_ELEMENTS = {"style", "base", "object", "embed", "iframe", "frame", "audio", "video"}


def policy(pages: Iterable[Page]) -> str:
    """Return the policy that allows exactly the scripts of these pages."""
    hashes = sorted({script_hash(script) for page in pages for script in inline_scripts(page)})
    return "; ".join(DIRECTIVES).format(hashes="".join(f" {name}" for name in hashes))


def apply_policy(pages: list[Page]) -> None:
    """Put the policy of all pages into each page, right after its `<meta charset>`."""
    content = policy(pages)
    for page in pages:
        if (present := policy_element(page)) is not None:
            present.set("content", content)
            continue
        for charset in page.tree.xpath("//head/meta[@charset]")[:1]:
            meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
            page.insert_after(charset, f"\n      {meta}")


def uncovered_scripts(page: Page) -> Iterator[HtmlElement]:
    """Return the inline scripts of a page that its own policy would refuse."""
    present = policy_element(page)
    allowed = present.get("content", "").split() if present is not None else []
    for script in inline_scripts(page):
        if script_hash(script) not in [word.rstrip(";") for word in allowed]:
            yield script


def inline_scripts(page: Page) -> Iterator[HtmlElement]:
    """Return the scripts that stand in a page and that a browser runs."""
    for script in page.tree.iter("script"):
        if script.get("src") is None and script.get("type", "").strip().lower() in RUN_TYPES:
            yield script


def script_hash(script: HtmlElement) -> str:
    """Return the hash of an inline script as a policy names it."""
    digest = hashlib.sha256((script.text or "").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy_element(page: Page) -> HtmlElement | None:
    """Return the `meta` element that has the policy of a page, or none."""
    for element in page.tree.iter("meta"):
        if element.get("http-equiv", "").lower() == "content-security-policy":
            return element
    return None


def check_charset(pages: list[Page]) -> Iterator[Problem]:
    """A page has a `<meta charset>`: the policy stands right after it."""
    for page in pages:
        if not page.tree.xpath("//head/meta[@charset]"):
            what = "the page has no <meta charset>, which the security policy follows"
            yield page.problem(what, 'begin its <head> with <meta charset="utf-8">', page.tree)


def check_refused(pages: list[Page]) -> Iterator[Problem]:
    """Nothing in a page would be refused by the policy."""
    for page in pages:
        for element in page.tree.iter("*"):
            yield from refused_element(page, element)
            for name, value in element.attrib.items():
                yield from refused_attribute(page, element, str(name), str(value))


def refused_element(page: Page, element: HtmlElement) -> Iterator[Problem]:
    """Return a problem for an element that the policy refuses."""
    tag = str(element.tag)
    if tag == "style":
        what = "the element <style>, which the security policy refuses"
        yield page.problem(what, "move its rules to docs/assets/course.css", element, "<style")
    elif tag in REFUSED_ELEMENTS:
        what = f"the element <{tag}>, which the security policy refuses"
        yield page.problem(what, "use a picture, text or a link", element, f"<{tag}")


def refused_attribute(page: Page, element: HtmlElement, name: str, value: str) -> Iterator[Problem]:
    """Return a problem for an attribute that the policy refuses."""
    if name == "style" and element.tag in ("td", "th") and "text-align" in value:
        what = "a table aligns its columns with a style, which the security policy refuses"
        remedy = "leave out the colons in the line under its head"
        yield page.problem(what, remedy, element, "--:", ":--", ":-", "-:")
    elif name == "style":
        what = f"the attribute style=“{value}”, which the security policy refuses"
        remedy = "write a class, and its rules in docs/assets/course.css"
        yield page.problem(what, remedy, element, value, "style=")
    elif re.fullmatch("on[a-z]+", name):
        what = f"the attribute {name}=, which the security policy refuses"
        yield page.problem(what, "remove it", element, f"{name}=")
    elif re.match(r"\s*javascript:", value, re.IGNORECASE):
        what = f"{name}=“{value}” runs a script, which the security policy refuses"
        yield page.problem(what, "link to a page, or remove it", element, value, "javascript:")
    elif name in ("action", "formaction"):
        what = f"the attribute {name}=, which the security policy refuses"
        yield page.problem(what, "remove it: forms are sent nowhere", element, f"{name}=")
