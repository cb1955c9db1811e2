"""What links are on paper: references to pages, printed addresses, or words."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml.html import HtmlElement

from course.print.text.book import Paper, anchor, slug


def lead_into_book(article: HtmlElement, paper: Paper) -> None:
    """Let links between pages lead to places in the book, whether an edition has them or not."""
    for link in article.xpath(".//a[@href]"):
        address = link.get("href")
        if urlsplit(address).scheme:
            continue
        page = paper.find(address)
        if page is None:
            link.drop_tag()
            continue
        fragment = anchor(address.partition("#")[2])
        link.set("href", "--".join(filter(None, (f"#{slug(page.name)}", fragment))))
        link.attrib.pop("title", None)


def settle_links(chapters: list[HtmlElement], paged: bool) -> None:
    """Decide what each link is in an edition, with pages or without.

    A place in it: a reference to its page. A place of the site that is not in it: words.
    An address elsewhere: printed, the first time.
    """
    known = {id_ for chapter in chapters for id_ in chapter.xpath("descendant-or-self::*/@id")}
    printed: set[str] = set()
    for link in (link for chapter in chapters for link in chapter.xpath(".//a[@href]")):
        address = link.get("href")
        if not address.startswith("#"):
            if address not in printed and link.text_content().strip() != address:
                link.classes.add("address")
            printed.add(address)
        elif address[1:] not in known:
            link.attrib.clear()
            link.tag = "span"
            link.set("class", "elsewhere")
        # Glossary and sources are in the order of the alphabet, and a note is at the end of its
        # page, so that no page need be named.
        elif not link.xpath("self::*[@data-term or @data-note] | ancestor::*[@data-cite]"):
            link.classes.add("reference")
            if paged:
                link.set("style", naming(address))


def naming(address: str) -> str:
    """Return the style of a link whose page a stylesheet is to name, as `var(--place)`.

    WeasyPrint 70 counts pages anew for a place that is named, and not for one in `attr(href)`.
    """
    return f'--place: "{address}"'
