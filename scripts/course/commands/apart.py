"""Commands in processes of their own, which end with the one that started them, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

# Set for a command whose standard input is held open by the one that started it.
HELD = "COURSE_ENDS_WITH_PARENT"
# Counts the lines that the one that started it has written: each asks for the same once more.
ASKED = threading.Semaphore(0)


def run_apart(*arguments: str, answers: bool = False) -> subprocess.Popen[bytes]:
    """Start a command of the course in a session of its own.

    Arguments:
        arguments: the command, and what follows it.
        answers: whether what it prints is for this process, and not for the terminal.
    """
    command = [sys.executable, "-m", "course", "--config", "mkdocs.yml", *arguments]
    # The system closes its input with the process that has the other end.
    return subprocess.Popen(
        command,
        start_new_session=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE if answers else None,
        env={**os.environ, HELD: "1"},
    )


def end_with_parent() -> None:
    """End this process and those that it started, as soon as the one that started it has ended."""
    if os.environ.pop(HELD, ""):
        threading.Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    # Not by `sys.stdin`, which Python cannot close while somebody waits for it.
    while text := os.read(0, 1024):
        for _ in range(text.count(b"\n")):
            ASKED.release()
    if sys.platform == "win32":
        os._exit(1)
    os.killpg(os.getpgrp(), signal.SIGTERM)
