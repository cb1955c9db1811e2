"""Makes `.venv` from the locked requirements and runs a command inside it.

It runs on the system's own Python, before anything is installed: it uses the standard library
alone, and its syntax stays that of Python 3.6, so that an older Python too can say what it lacks.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MINIMUM = (3, 11, 5)
ROOT = Path(__file__).resolve().parent.parent


class Unready(Exception):
    """The environment cannot be made; the message says why and what to do, on one line."""


def python_problem(version: "tuple[int, ...]") -> str:
    """Return what is wrong with a version of Python, or nothing."""
    if version >= MINIMUM:
        return ""
    needed, found = (".".join(map(str, numbers)) for numbers in (MINIMUM, version))
    return (
        f"needs Python {needed} or newer, this is {found}: install a newer Python, "
        "then run the same command with it, as in: python3.13 scripts/serve"
    )


# Before anything below, whose annotations an older Python could not evaluate.
if python_problem(sys.version_info[:3]):
    sys.exit(python_problem(sys.version_info[:3]))


class Environment:
    """The folder `.venv` of a project, and the parts that are installed in it.

    Arguments:
        root: the folder of the project.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.stamps = self.folder / "installed.json"
        windows = sys.platform == "win32"
        self.python = self.folder / ("Scripts/python.exe" if windows else "bin/python")

    def stamp(self, part: str) -> str:
        """Return what a part hangs on, as one hash: its file, the Python and the place."""
        name = "pyproject.toml" if part == "project" else f"requirements/{part}.txt"
        facts = [(self.root / name).read_bytes(), sys.version.encode(), bytes(self.root)]
        return hashlib.sha256(b"\0".join(facts)).hexdigest()

    def is_current(self, part: str) -> bool:
        """Tell whether a part is installed as its file now says."""
        return self.python.exists() and self.installed().get(part) == self.stamp(part)

    def installed(self) -> dict[str, str]:
        """Return the stamps of the parts that were installed to the end."""
        try:
            stamps = json.loads(self.stamps.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return stamps if isinstance(stamps, dict) else {}

    def prepare(self, *groups: str) -> None:
        """Install what is missing or stale: the site's packages, the project, and the groups.

        Arguments:
            groups: further files of requirements/, by name: "test", "check", "lock".

        Raises:
            Unready: with what is in the way and what to do.
        """
        parts = ["site", "project", *groups]
        if all(map(self.is_current, parts)):
            return
        with one_at_a_time(self.root / "pyproject.toml"):
            if not self.is_current("site"):
                self.create()
            for part in parts:
                if not self.is_current(part):
                    self.install(part)

    def create(self) -> None:
        """Make an empty environment in the place of the old one, if any."""
        say("Setting up, once: a Python environment in .venv")
        provide_venv()
        if self.folder.exists():
            shutil.rmtree(self.folder)
        run_quietly([base_python(), "-m", "venv", str(self.folder)])

    def install(self, part: str) -> None:
        """Install one part, and note that it is complete."""
        if part == "project":
            offline = ["--no-deps", "--no-build-isolation", "--no-index"]
            self.pip([*offline, "--editable", str(self.root)])
        else:
            lock = self.root / "requirements" / f"{part}.txt"
            say(f"Installing the packages of requirements/{part}.txt")
            self.pip(["--require-hashes", "--requirement", str(lock)])
        stamps = dict(self.installed(), **{part: self.stamp(part)})
        self.stamps.write_text(json.dumps(stamps), "utf-8")

    def pip(self, arguments: list[str]) -> None:
        """Run pip inside the environment."""
        options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
        run_quietly([str(self.python), "-m", "pip", "install", *options, *arguments])

    def command(self, arguments: list[str]) -> list[str]:
        """Return the command line that runs Python inside the environment."""
        return [str(self.python), *arguments]


def prepare(*groups: str) -> Environment:
    """Prepare the environment of this project, or end with one line that says why not."""
    environment = Environment(ROOT)
    try:
        environment.prepare(*groups)
    except Unready as problem:
        sys.exit(str(problem))
    except OSError as problem:
        sys.exit(reason(f"error: {problem}"))
    except KeyboardInterrupt:
        sys.exit("Stopped; the next run sets the environment up again.")
    os.chdir(ROOT)
    os.environ["PYTHONUTF8"] = "1"
    return environment


def run(arguments: list[str], *groups: str) -> None:
    """Go on inside the environment; this does not return.

    Arguments:
        arguments: what Python is to run, such as ["-m", "course", "build"].
        groups: the requirements it needs beside those of the site.
    """
    command = prepare(*groups).command(arguments)
    sys.stdout.flush()
    if sys.platform != "win32":
        os.execv(command[0], command)
    # On Windows, exec would hand the prompt back while the command still runs.
    process = subprocess.Popen(command)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:
            continue


def say(text: str) -> None:
    """Print a line of progress at once."""
    print(text, flush=True)


def is_root() -> bool:
    """Tell whether packages of the system can be installed."""
    return sys.platform != "win32" and os.geteuid() == 0


def base_python() -> str:
    """Return the Python that an environment is made from, also when run inside one."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def provide_venv() -> None:
    """Make sure that Python can make environments: Debian keeps that part in a package."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = "python{}.{}-venv".format(*sys.version_info)
    if not shutil.which("apt-get"):
        raise Unready("this Python has no venv module: install Python whole, from python.org")
    if not is_root():
        raise Unready(f"Python's venv module is missing: run: sudo apt-get install {package}")
    say(f"Installing {package}")
    run_quietly(["apt-get", "update"])
    run_quietly(["apt-get", "install", "--yes", package])


def run_quietly(command: list[str]) -> None:
    """Run a command that installs; what it prints is kept for the reason, should it fail.

    In a terminal, a dot for each package shows that pip is at work.

    Raises:
        Unready: with the reason why it failed.
    """
    # Settings meant for other environments would break this one.
    unwanted = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    variables = {name: value for name, value in os.environ.items() if name not in unwanted}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=dict(variables, DEBIAN_FRONTEND="noninteractive"),
        encoding="utf-8",
        errors="replace",
    )
    lines = []
    dots = 0
    try:
        for line in process.stdout or ():
            lines.append(line)
            if line.startswith("Collecting ") and sys.stdout.isatty():
                print(".", end="", flush=True)
                dots += 1
        status = process.wait()
    finally:
        process.terminate()
        if dots:
            print()
    if status != 0:
        raise Unready(reason("".join(lines)))


# What pip and venv print, what it means, and what to do.
REASONS = [
    (
        r"No space left on device|Errno 28|not enough space on the disk",
        "the disk is full: free about 600 MB, then run the same command again",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "a downloaded package is not the one that was locked: run the same command again; "
        "if it stays so, do not install it by hand, but report it",
    ),
    (
        r"NewConnectionError|NameResolutionError|Temporary failure|name resolution"
        r"|getaddrinfo failed|Network is unreachable|ConnectTimeout|Read timed out"
        r"|ConnectionResetError|Connection refused|Max retries exceeded|ProxyError"
        r"|SSLError|IncompleteRead",
        "the packages cannot be downloaded: connect to the network, then run the same command "
        "again; only the first run needs it",
    ),
    (
        r"Permission denied|Errno 13|Access is denied",
        "the folder of the project cannot be written to: copy it to one of your own",
    ),
    (
        r"No matching distribution found|Failed (to build|building wheel)|Requires-Python",
        "a package cannot be had for this Python ({version}) on this machine: "
        "use another, such as Python 3.13",
    ),
]


def reason(output: str) -> str:
    """Turn the output of a failed installation into one line for the reader.

    Arguments:
        output: all that pip or venv printed.
    """
    for pattern, message in REASONS:
        if re.search(pattern, output):
            return message.format(version="{}.{}.{}".format(*sys.version_info))
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")] or lines or ["no reason"]
    return f"the installation failed: {errors[-1]}"


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Let one process alone change the environment; the others wait.

    Arguments:
        path: a file, which is locked and not changed.
    """
    with path.open("rb") as file:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Waiting for another command, which sets up .venv")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
