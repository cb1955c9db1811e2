"""One strict Content-Security-Policy for the whole site, put into each page.

Source: https://www.w3.org/TR/CSP3/. A static host sends no headers of ours, so the policy is a
`meta` element. All pages have the same one: instant navigation keeps the policy of the first
page that was opened, and inline scripts differ by the depth of the folder.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from course.site.facts import fact
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
# Where templates write scripts. What an author writes, such as a title, is in other elements.
PARENTS = {"head", "body", "nav", "div"}
# The types of script that a browser runs; any other type is data.
RUN_TYPES = {"", "module", "importmap", "speculationrules", "text/javascript"}


def policy_of(pages: Iterable[Page]) -> str:
    """Return the policy that allows exactly the scripts that templates put into these pages."""
    hashes = sorted({name for page in pages for name in hashes_of(page)})
    return "; ".join(DIRECTIVES).format(hashes="".join(f" {name}" for name in hashes))


@fact
def hashes_of(page: Page) -> list[str]:
    """Return the hashes of the scripts that templates put into a page."""
    scripts = inline_scripts(page.tree)
    own = (each for each in scripts if each.getparent().tag in PARENTS and not is_content(each))
    return list(map(script_hash, own))


def apply_policy(page: Page, content: str) -> None:
    """Put the policy of all pages into a page, right after its `<meta charset>`."""
    if (present := policy_element(page.tree)) is not None:
        present.set("content", content)
        return
    for charset in page.tree.xpath("//head/meta[@charset]")[:1]:
        meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
        page.insert_after(charset, f"\n      {meta}")


def is_content(element: HtmlElement) -> bool:
    """Tell whether an element is in what an author wrote, where no script is allowed."""
    return any(ancestor.tag == "article" for ancestor in element.iterancestors())


def uncovered_scripts(root: HtmlElement) -> list[HtmlElement]:
    """Return the inline scripts of a page that its own policy would refuse."""
    present = policy_element(root)
    words = present.get("content", "").split() if present is not None else []
    allowed = {word.rstrip(";") for word in words}
    return [script for script in inline_scripts(root) if script_hash(script) not in allowed]


def inline_scripts(root: HtmlElement) -> Iterator[HtmlElement]:
    """Return the scripts that stand in a page and that a browser runs."""
    for script in root.iter("script"):
        if script.get("src") is None and script.get("type", "").strip().lower() in RUN_TYPES:
            yield script


def script_hash(script: HtmlElement) -> str:
    """Return the hash of an inline script as a policy names it."""
    digest = hashlib.sha256((script.text or "").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy_element(root: HtmlElement) -> HtmlElement | None:
    """Return the `meta` element that has the policy of a page, or none."""
    for element in root.iter("meta"):
        if element.get("http-equiv", "").lower() == "content-security-policy":
            return element
    return None
