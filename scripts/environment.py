"""Makes `.venv` from the locked requirements and runs commands in it; old Pythons can read it."""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parent.parent
# What is installed from, in this order; the last is for developing alone.
SOURCES = ["requirements/build.txt", "pyproject.toml", "requirements/develop.txt"]


class Environment:
    """The folder `.venv` of a project, with a note of each source that was installed to the end."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def stamp(self, source: str) -> str:
        """Return what an installation depends on, in one hash: source, Python and folder."""
        facts = [(self.root / source).read_bytes(), sys.version.encode(), bytes(self.root)]
        return hashlib.sha256(b"\0".join(facts)).hexdigest()

    def is_current(self, source: str) -> bool:
        """Tell whether a source is installed as it now is."""
        note = self.folder / f"{Path(source).stem}.installed"
        return self.python.exists() and note.exists() and note.read_text() == self.stamp(source)

    def prepare(self, sources: list[str]) -> None:
        """Install the sources that are missing or stale."""
        if all(map(self.is_current, sources)):
            return
        print("Setting up .venv, or waiting for another command that does", flush=True)
        with (self.root / "pyproject.toml").open("rb") as lock:
            if sys.platform != "win32":
                import fcntl

                fcntl.flock(lock, fcntl.LOCK_EX)
            # What installs holds it too: should this command be killed, the next one waits for it.
            os.set_inheritable(lock.fileno(), True)
            for source in sources:
                if not self.is_current(source):
                    self.install(source)
                    note = self.folder / f"{Path(source).stem}.installed"
                    note.write_text(self.stamp(source))

    def install(self, source: str) -> None:
        """Install from one source; from the first one, into an empty environment."""
        what = ["--require-hashes", "--requirement", str(self.root / source)]
        if source == "pyproject.toml":
            offline = ["--no-deps", "--no-build-isolation", "--no-index"]
            what = [*offline, "--editable", str(self.root)]
        if source == SOURCES[0]:
            system.provide_venv()
            system.run(sys.executable, "-m", "venv", "--clear", "--without-pip", str(self.folder))
            system.run(str(self.python), "-m", "ensurepip")
        print(f"Installing from {source}", flush=True)
        system.run(str(self.python), "-m", "pip", "install", "--disable-pip-version-check", *what)


def prepare(develop: bool = False, pango: bool = False, browser: bool = False) -> str:
    """Install what a command needs and return the path of its Python, or end with one line."""
    environment = Environment(ROOT)
    python = str(environment.python)
    try:
        environment.prepare(SOURCES if develop else SOURCES[:2])
        if pango:
            system.provide_pango()
        if browser:
            system.provide_browser(python)
            system.provide_firefox()
    except system.Unready as problem:
        sys.exit(str(problem))
    except OSError as problem:
        sys.exit(system.reason(f"error: {problem}"))
    except KeyboardInterrupt:
        sys.exit("Stopped; the next run sets the environment up again.")
    os.chdir(ROOT)
    os.environ["PYTHONUTF8"] = "1"
    return python


def run(*arguments: str, **needs: bool) -> None:
    """Go on inside the environment, as in `run("-m", "course", "build", pango=True)`."""
    command = [prepare(**needs), *arguments]
    if sys.platform != "win32":
        os.execv(command[0], command)
    # On Windows, exec would hand the prompt back while the command still runs; Ctrl+C is for it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(subprocess.call(command))
