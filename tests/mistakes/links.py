"""Links of a page: to pages, to places in them, and to other sites."""

from __future__ import annotations

from tests.mistakes.row import Row

NO_FILE = "leads to no file of the site"


def link(name: str, address: str, message: str) -> Row:
    """Return a page with a link."""
    return Row(f"link-{name}", f"See [this]({address}) now.\n", "See", message)


LINKS = [
    link("dead", "nowhere.md", f"the link “nowhere.md” {NO_FILE}: correct the address, or add"),
    link(
        "misspelt",
        "../units/bsae.md",
        f"the link “../units/bsae.md” {NO_FILE}: write ../units/base.md",
    ),
    link("folder-wrong", "base.md", f"the link “base.md” {NO_FILE}: write ../units/base.md"),
    link("capital", "../A.md", f"the link “../A.md” {NO_FILE}: write ../a.md"),
    link("backslash", "..\\a.md", f"the link “..\\a.md” {NO_FILE}: write / in the place"),
    link("folder", "../units/", f"the link “../units/” {NO_FILE}"),
    link("absolute", "/a.md", f"the link “/a.md” {NO_FILE}: write ../a.md"),
    link(
        "anchor",
        "../a.md#a-prt",
        "the link “../a.md#a-prt” leads to a place that is not there: write #a-part",
    ),
    link(
        "anchor-here",
        "#nowhere",
        "the link “#nowhere” leads to a place that is not there: correct the part",
    ),
    link(
        "scheme",
        "htps://e.org/",
        "“htps://e.org/” begins with “htps:”, which leads nowhere: write https:",
    ),
    link("file", "file:///home/x.md", "“file:///home/x.md” is on one computer alone: put the file"),
    link(
        "preview",
        "http://127.0.0.1:8000/a/",
        "“http://127.0.0.1:8000/a/” is the preview on one computer",
    ),
    link(
        "local", "http://localhost:8000/", "“http://localhost:8000/” is the preview on one computer"
    ),
    link(
        "www",
        "www.example.org",
        f"the link “www.example.org” {NO_FILE}: write https://www.example.org",
    ),
    link("host", "https:///a.md", "“https:///a.md” names no host: write https:// and the host"),
    link("empty", "", "the link “this” has no address: write it between ( and )"),
    link("script", "javascript:x()", "href=“javascript:x()” runs a script"),
    Row(
        "link-words",
        "See [](../a.md) now.\n",
        "See",
        "the link “../../a/” has no words, and leads to nothing with a number: write its words",
    ),
    Row(
        "link-space",
        "See [this] (../a.md) now.\n",
        "See",
        "“] (” is no link: write [words](address)",
    ),
    Row("link-open", "See [this](../a.md now.\n", "See", "“](” is no link: write [words](address)"),
    Row(
        "link-reference",
        "See the [glossary][gl] now.\n",
        "See",
        "“][gl]” leads to no address: write",
    ),
    Row(
        "link-bare",
        "See https://example.org/ now.\n",
        "See",
        "“https://example.org/” is not linked: write <…>",
    ),
    Row(
        "link-html", 'See <a href="../a.md">this</a> now.\n', "See", f"the link “../a.md” {NO_FILE}"
    ),
]
