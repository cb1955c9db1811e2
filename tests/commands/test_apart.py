"""Commands in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys

from course.commands.apart import HELD
from tests.courses.build import ROOT

RUN = """
import time
from course.commands.apart import ASKED, end_with_parent
end_with_parent()
assert ASKED.acquire(timeout=20) and ASKED.acquire(timeout=20)
time.sleep(0.2)
print("done", flush=True)
"""


def test_a_command_ends_in_peace_while_its_input_is_held_open() -> None:
    environment = {**os.environ, HELD: "1", "PYTHONPATH": str(ROOT / "scripts")}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", RUN], stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"\n\n")
        process.stdin.flush()
        said, complaint = process.stdout.read(), process.stderr.read()
        assert (process.wait(20), said, complaint) == (0, b"done\n", b"")
