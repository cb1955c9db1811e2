"""Looks for mistakes in the scripts of the site.

They are looked at together, as the site has them: what one of them defines, another uses.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SCRIPTS = Path("overrides/assets/js")
DENO = [sys.executable, "-m", "deno", "lint", "--no-config", "--quiet", "--json", "--ext=js", "-"]


def findings(folder: Path) -> Iterator[str]:
    """Yield a line for each mistake in the scripts of a folder, with the file and the line."""
    files = sorted(folder.glob("*.js"))
    texts = [file.read_text("utf-8") for file in files]
    places = [
        f"{file.as_posix()}:{number}"
        for file, text in zip(files, texts, strict=True)
        for number in range(1, text.count("\n") + 1)
    ]
    done = subprocess.run(DENO, input="".join(texts).encode(), stdout=subprocess.PIPE)
    found = json.loads(done.stdout)
    for each in found["diagnostics"]:
        place = places[each["range"]["start"]["line"] - 1]
        what = [each["message"].rstrip("."), each.get("hint"), each["code"]]
        yield ": ".join([place, *filter(None, what)])
    # One of them cannot be read at all, which the check of their format tells with its file.
    for error in found["errors"]:
        yield error["message"]


if __name__ == "__main__":
    sys.exit("\n".join(findings(SCRIPTS)) or 0)
