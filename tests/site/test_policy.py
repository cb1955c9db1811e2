"""One policy covers the inline scripts of every page."""

from __future__ import annotations

import base64
import hashlib

import pytest

from course.site.page import Page
from course.site.policy import apply_policy, policy_of, uncovered_scripts
from tests.built_site import html, page

SCRIPT = 'if (1 < 2 && "é") document.title = "<\\/p>"'


def with_policy(*texts: str) -> list[Page]:
    """Return pages that were written with their policy and read again."""
    pages = [Page(f"{number}.html", text) for number, text in enumerate(texts)]
    for each in pages:
        apply_policy(each, policy_of(pages))
    return [Page(page.name, page.render()) for page in pages]


def content(page: Page) -> str:
    """Return the policy of a page."""
    (element,) = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']")
    return str(element.get("content"))


def test_the_hash_is_that_of_the_script() -> None:
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    (page,) = with_policy(html(f"<script>{SCRIPT}</script>"))
    assert f"script-src 'self' 'sha256-{digest}'; " in content(page)
    assert f"<script>{SCRIPT}</script>" in page.text


@pytest.mark.parametrize("place", ["<article>{}</article>", "<nav><ul><li>{}</li></ul></nav>"])
def test_only_what_a_template_writes_is_allowed(place: str) -> None:
    (page,) = with_policy(html(place.format(f"<script>{SCRIPT}</script>")))
    assert "sha256" not in content(page)
    assert len(uncovered_scripts(page.tree)) == 1


def test_the_policy_is_strict() -> None:
    (page,) = with_policy(html(""))
    directives = content(page).split("; ")
    assert "script-src 'self'" in directives
    assert "style-src 'self'" in directives
    assert "object-src 'none'" in directives
    assert "unsafe" not in content(page)


def test_all_pages_have_one_policy() -> None:
    first, second = with_policy(html("<script>a</script>"), html("<script>b</script>"))
    assert content(first) == content(second)
    assert content(first).count("sha256-") == 2


def test_the_policy_stands_right_after_the_charset() -> None:
    (page,) = with_policy(html("<script>a</script>"))
    assert [element.get("charset") or element.tag for element in page.tree.head][:2] == [
        "utf-8",
        "meta",
    ]
    assert page.tree.head[1].get("http-equiv") == "Content-Security-Policy"


def test_a_new_policy_takes_the_place_of_the_old() -> None:
    (old,) = with_policy(html("<script>a</script>"))
    (new,) = with_policy(old.text.replace("<script>a", "<script>b"))
    assert content(new) != content(old)
    assert uncovered_scripts(new.tree) == []


def test_data_and_files_need_no_hash() -> None:
    (page,) = with_policy(
        html('<script type="application/json">{}</script><script src="a">x</script>')
    )
    assert "sha256" not in content(page)


def test_a_changed_script_is_caught() -> None:
    (page,) = with_policy(html("<script>first()</script><script>second()</script>"))
    assert uncovered_scripts(page.tree) == []
    changed = Page("0.html", page.text.replace("second()", "second() "))
    assert [script.text for script in uncovered_scripts(changed.tree)] == ["second() "]


def test_a_script_without_a_policy_is_caught() -> None:
    assert len(uncovered_scripts(page("<script>a</script>").tree)) == 1
