"""Makes a picture of a mark, for programs that draw no SVG."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from pypdfium2 import PdfDocument

from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset

PIXELS = 512
PAGE = """<!doctype html><html lang="en"><head><title>-</title><style>
@page {{ size: 48mm; margin: 0 }}
body {{ margin: 0 }}
div {{ height: 48mm; background: no-repeat 0 0 / 48mm url({address}) }}
</style></head><body><div></div></body></html>"""


@cache
def emblem(address: str) -> bytes:
    """Return the mark that an address has in itself as a PNG."""
    (pdf,) = typeset(PAGE.format(address=address), Setting([], Path(__file__).parent))
    with PdfDocument(pdf) as document:
        page = document[0]
        picture = page.render(scale=PIXELS / page.get_width()).to_pil().convert("RGB")
    output = BytesIO()
    picture.quantize(16).save(output, "PNG", optimize=True)
    return output.getvalue()
