"""What a process prepares once for all the documents that it sets: fonts and style sheets.

WeasyPrint is imported only here and where a document is set, because it fails without Pango.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from course.print.papers import page_style
from course.print.pdf.fetching import local_fetcher, warnings_refused
from course.print.pdf.fonts import own_styles
from course.print.pdf.setting import Setting

# The style sheets that a process remembers: those of every edition.
SHEETS = 64


def prepared(setting: Setting) -> tuple[list[Any], Any]:
    """Return the style sheets of a setting and the fonts that they name, read once.

    Raises:
        NotTypeset: if a style sheet has something that WeasyPrint cannot read.
    """
    own, folders = tuple(setting.own_fonts), tuple(setting.folders)
    files = setting.stylesheets
    styles = [style_sheet(path.read_text("utf-8"), path, folders, own) for path in files]
    # After the names of the fonts, and before what is set in them.
    styles.insert(1, style_sheet(own_styles(own), None, folders, own))
    if setting.papers:
        styles.append(style_sheet(page_style(setting.papers), None, folders, own))
    return styles, fonts_with(own)


@lru_cache(SHEETS)
def style_sheet(text: str, path: Path | None, near: tuple[Path, ...], own: tuple[Path, ...]) -> Any:
    """Return a style sheet of a file, or of a text alone; the names of fonts in it become known."""
    import weasyprint

    given = {"string": text} if path is None else {"filename": path}
    fetcher = local_fetcher(near)
    with warnings_refused():
        return weasyprint.CSS(**given, url_fetcher=fetcher, font_config=fonts_with(own))


@lru_cache(SHEETS)
def fonts_with(own: tuple[Path, ...]) -> Any:
    """Return what knows the fonts of style sheets, for the courses that have the same of their own.

    Two courses could give one name to two fonts.
    """
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for objects that nobody needs when a document is set, and not again and again before.

    Nearly all that is made for a document lives as long as it; to look at all of it each time that
    it has grown takes a quarter of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    # What was there before is not looked at either.
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()
        if enabled:
            gc.enable()
