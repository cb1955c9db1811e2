"""A page of `course serve` in a browser: it loads anew by itself, and shows what is wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course.commands.live import Live
from course.commands.server import Server

MISTAKE = "docs/index.md:1: “<x>” is wrong: write y"
# As strict as the policy of the course.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
PAGE = f"""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{POLICY}">
    <title>Page</title>
  </head>
  <body>
    <article>
      %s
      <h2 id="before">Before</h2>{"<p>Text</p>" * 99}
      <h2 id="here">Here</h2>
      <p><label>Name <input></label> <label><input type="checkbox"> Done</label></p>
      <fieldset>
        <label><input type="radio" name="one" checked> One</label>
        <label><input type="radio" name="one"> Two</label>
      </fieldset>
      <details><summary>More</summary><p>Opened</p></details>{"<p>Text</p>" * 99}
    </article>
  </body>
</html>
"""


@pytest.fixture
def live() -> Live:
    """Return what tells the pages of builds."""
    return Live()


@pytest.fixture
def shown(tmp_path: Path, live: Live, page: Page) -> Iterator[Page]:
    """Open a page of a site as `course serve` serves it, and let nothing be refused."""
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    with Server(tmp_path, 0, live) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        write(tmp_path, "first")
        page.goto(server.address)
        yield page
        server.shutdown()
    assert not [each for each in refused if "Security Policy" in each]


def write(site: Path, text: str) -> None:
    (site / "index.html").write_text(PAGE % f"<p>{text}</p>", "utf-8")


def test_a_change_shows_where_the_reader_was_with_what_was_typed(
    shown: Page, live: Live, tmp_path: Path
) -> None:
    shown.get_by_label("Name").fill("half a w")
    shown.get_by_label("Name").evaluate("field => field.setSelectionRange(4, 6)")
    shown.get_by_label("Done").check()
    shown.get_by_label("Two").check()
    shown.get_by_text("More").click()
    shown.get_by_label("Name").focus()
    heading = shown.locator("#here")
    top = heading.evaluate("e => { scrollBy(0, e.getBoundingClientRect().top - 50); return 50 }")
    # What was put in above does not move the place.
    write(tmp_path, "<br>".join(["second"] * 40))
    live.tell(built=True)
    expect(shown.get_by_text("second")).to_be_attached()
    expect(shown.get_by_label("Name")).to_have_value("half a w")
    expect(shown.get_by_label("Name")).to_be_focused()
    selection = shown.evaluate("[document.activeElement.selectionStart, scrollY > 0]")
    assert selection == [4, True]
    expect(shown.get_by_label("Done")).to_be_checked()
    expect(shown.get_by_label("Two")).to_be_checked()
    expect(shown.get_by_text("Opened")).to_be_visible()
    assert heading.evaluate("e => e.getBoundingClientRect().top") == pytest.approx(top, abs=2)


def test_a_mistake_shows_and_goes_away_when_it_is_mended(
    shown: Page, live: Live, tmp_path: Path
) -> None:
    write(tmp_path, "second")
    live.tell(built=False, mistakes=[MISTAKE])
    expect(shown.get_by_text(MISTAKE)).to_be_visible()
    expect(shown.get_by_text("first")).to_be_attached()
    live.tell(built=True)
    expect(shown.get_by_text("second")).to_be_attached()
    expect(shown.get_by_text(MISTAKE)).to_have_count(0)


def test_a_remark_is_folded(shown: Page, live: Live) -> None:
    live.remark([MISTAKE])
    expect(shown.get_by_text("Before you publish it")).to_be_visible()
    expect(shown.get_by_text(MISTAKE)).to_be_hidden()


def test_a_page_that_waits_shows_the_site_when_it_is_built(
    shown: Page, live: Live, tmp_path: Path
) -> None:
    (tmp_path / "index.html").unlink()
    shown.reload()
    expect(shown.get_by_text("no site yet")).to_be_visible()
    live.tell(built=False, mistakes=[MISTAKE])
    expect(shown.get_by_text(MISTAKE)).to_be_visible()
    write(tmp_path, "second")
    live.tell(built=True)
    expect(shown.get_by_text("second")).to_be_attached()
