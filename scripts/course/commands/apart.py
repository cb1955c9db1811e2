"""Commands in processes of their own, which end with the one that started them, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

# Set for a command whose standard input is held open by the one that started it.
HELD = "COURSE_ENDS_WITH_PARENT"


def run_apart(*arguments: str) -> subprocess.Popen[bytes]:
    """Start a command of the course in a session of its own."""
    command = [sys.executable, "-m", "course", "--config", "mkdocs.yml", *arguments]
    environment = {**os.environ, HELD: "1"}
    # Nothing is ever written: the system closes it with the process that has its other end.
    return subprocess.Popen(command, start_new_session=True, stdin=subprocess.PIPE, env=environment)


def end_with_parent() -> None:
    """End this process and those that it started, as soon as the one that started it has ended."""
    if os.environ.pop(HELD, ""):
        threading.Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    sys.stdin.buffer.read()
    if sys.platform == "win32":
        os._exit(1)
    os.killpg(os.getpgrp(), signal.SIGTERM)
