"""Entries of a YAML file, each with its line, so that a mistake can be told where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from mergedeep import merge
from yaml_env_tag import construct_env_tag

from course.problems import CONFLICT, Problem, Refused, conflict_in, nearest, not_utf8
from course.yaml_mistakes import explain

RE_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


# The parser in C is ten times as fast; not every machine has it.
Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(Parser):  # type: ignore[misc]
    """Reads what MkDocs reads: environment variables too, and names of Python objects as text."""


Loader.add_constructor("!ENV", construct_env_tag)
Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, name, node: name)


@dataclass(frozen=True)
class Entry:
    """An entry, which may be missing.

    Arguments:
        file: the name of its file in messages.
        root: the folder that the course is in.
        path: the names that lead to it, such as `("extra", "course", "name")`.
        node: what stands there, or nothing.
        line: its line; of a missing entry, the line of what should hold it.
        problems: receives the mistakes that reading it finds.
        inherited: what a file that this one inherits has there.
    """

    file: str
    root: Path
    path: tuple[str, ...]
    node: yaml.Node | None
    line: int
    problems: list[Problem] = field(default_factory=list)
    inherited: Any = None

    def get(self, name: str) -> Entry:
        """Return the entry of a name inside this one."""
        below = self.inherited.get(name) if isinstance(self.inherited, dict) else None
        for key, value in self._pairs():
            if key.value == name:
                return self._inner(name, value, key.start_mark.line + 1, below)
        inner = self._inner(name, None, self.line, below)
        if any(nearest(str(key.value), [name], 0, 0.8) for key, _ in self._pairs()):
            return replace(inner, problems=[])  # it is misspelt, which `only` tells
        # Where this entry is wrong as a whole, nothing inside of it is missing.
        is_wrong = self.node is not None and not isinstance(self.node, yaml.MappingNode)
        return replace(inner, problems=[]) if is_wrong else inner

    def only(self, *names: str) -> Entry:
        """Report every name inside that is none of these, or is there twice; return the entry."""
        seen: set[str] = set()
        for key, _ in self._pairs():
            inner = self._inner(str(key.value), None, key.start_mark.line + 1, None)
            if key.value not in names:
                near = nearest(str(key.value), names)
                remedy = f"write {near}" if near else f"use {', '.join(names)}, or remove it"
                inner.report("there is no such entry", remedy)
            elif key.value in seen:
                inner.report("it is there twice", "keep one of the two")
            seen.add(str(key.value))
        return self

    def items(self) -> list[Entry]:
        """Return the entries of a list; none where there is no list."""
        if self.node is not None and not isinstance(self.node, yaml.SequenceNode):
            self.report("it is not a list", "write each on a line of its own, after a hyphen")
        listed = self.node.value if isinstance(self.node, yaml.SequenceNode) else ()
        return [
            self._inner(str(number), node, node.start_mark.line + 1, None)
            for number, node in enumerate(listed, 1)
        ]

    def names(self) -> list[str]:
        """Return the names inside; none where there are no names with values."""
        return [str(key.value) for key, _ in self._pairs()]

    def values(self) -> list[Any]:
        """Return what stands after each name."""
        return [value.value for _, value in self._pairs()]

    @property
    def is_list(self) -> bool:
        """Whether a list stands here."""
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_flow(self) -> bool:
        """Whether it stands in braces or brackets."""
        return bool(getattr(self.node, "flow_style", False))

    @property
    def is_text(self) -> bool:
        """Whether a single text stands here."""
        return isinstance(self.node, yaml.ScalarNode)

    def _pairs(self) -> list[tuple[yaml.Node, yaml.Node]]:
        """Return the names inside with what they have."""
        if self.node is not None and not isinstance(self.node, yaml.MappingNode):
            self.report("it is not a list of names with values", "write name: value below it")
        return list(self.node.value) if isinstance(self.node, yaml.MappingNode) else []

    def _inner(self, name: str, node: yaml.Node | None, line: int, inherited: Any) -> Entry:
        path = (*self.path, name)
        return Entry(self.file, self.root, path, node, line, self.problems, inherited)

    def value(self) -> Any:
        """Return what stands here, on top of what is inherited."""
        own = Loader("").construct_document(self.node) if self.node is not None else None
        if isinstance(own, dict) and isinstance(self.inherited, dict):
            return merge({}, self.inherited, own)
        return self.inherited if own is None else own

    def text(self, required: bool = False) -> str:
        """Return a text in one line; nothing where there is none."""
        if self.node is not None and not self.is_text:
            self.report("it is not a text", f"write {self.path[-1]}: …, on one line")
            return ""
        if self.node is not None and self.node.value.strip():
            return " ".join(self.node.value.split())
        if self.node is None and isinstance(self.inherited, str):
            return self.inherited
        if required:
            self.report("it is missing", f"add {self.path[-1]}: …")
        return ""

    def lines(self) -> str:
        """Return a text as it is written, over several lines."""
        return self.node.value if isinstance(self.node, yaml.ScalarNode) else ""

    def texts(self) -> dict[str, str]:
        """Return the texts of each name."""
        names = [str(key.value) for key, _ in self._pairs()]
        return {name: self.only(*names).get(name).text(required=True) for name in names}

    def id(self) -> str:
        """Return an id."""
        text = self.text(required=True)
        if text and not RE_ID.fullmatch(text):
            self.report(f'it is "{text}"', "write lower-case words joined by hyphens")
        return text

    def one_of(self, allowed: Iterable[str], required: bool = True) -> str:
        """Return one of several texts."""
        text = self.text(required)
        if text and text not in allowed:
            known = list(allowed)
            near = nearest(text, known, 1)
            remedy = f"write {near}" if near else f"write one of {', '.join(known)}"
            self.report(f'it is "{text}"', remedy)
        return text

    def unique(self, name: str) -> None:
        """Report each entry of this list that has the same text under a name as one above it."""
        seen: set[str] = set()
        for inner in (each.get(name) for each in self.items()):
            if inner.text() in seen:
                inner.report(f'another one has "{inner.text()}" too', "give each its own")
            seen.add(inner.text())

    def day(self) -> date:
        """Return a date."""
        text = self.text(required=True)
        try:
            return date.fromisoformat(text)
        except ValueError:
            if text:
                self.report(f'it is "{text}"', 'write a date such as "2026-11-23"')
        return date.min

    def number(self, usual: int = 0, least: int = 0) -> int:
        """Return a whole number; the usual one where there is none."""
        text = self.text()
        if text.isdecimal() and int(text) >= least:
            return int(text)
        if text:
            self.report(f'it is "{text}"', f"write a whole number from {least}")
        return usual

    def numbers(self, usual: tuple[int, int]) -> tuple[int, int]:
        """Return the two ends of a range; those of the usual one where there is none."""
        text = self.text()
        found = re.fullmatch(r"(\d+) to (\d+)", text)
        if found and int(found[1]) <= int(found[2]):
            return int(found[1]), int(found[2])
        if text:
            self.report(f'it is "{text}"', "write two whole numbers such as 11 to 20")
        return usual

    def page(self, anchor: bool = False) -> str:
        """Return the path of a file below `docs`; an address may follow it after `#`."""
        text = self.text()
        path = text.partition("#")[0] if anchor else text
        return text if not path or self._exists(f"docs/{path}") else ""

    def existing(self) -> Path:
        """Return the path of a file of the course."""
        text = self.text(required=True)
        if text:
            self._exists(text)
        return self.root / text

    def place(self) -> str:
        """Return the path of a page below `docs`, or of a folder, with a slash at the end."""
        text = self.text(required=True)
        return text if not text or self._exists(f"docs/{text}", text.endswith("/")) else ""

    def _exists(self, path: str, folder: bool = False) -> bool:
        """Tell whether there is a file or a folder, and report if not."""
        file = self.root / path
        found = file.is_dir() if folder else file.is_file()
        if not found:
            what = f"there is no {'folder' if folder else 'file'} {path}"
            beside = [] if folder else sorted(e.name for e in file.parent.glob("*") if e.is_file())
            near = nearest(file.name, beside, 0, 0.75)
            written = PurePosixPath(path).with_name(near or "x").as_posix().removeprefix("docs/")
            remedy = f"write {written}" if near else "correct the path, or remove the entry"
            self.report(what, remedy, missing=path.removeprefix("docs/"))
        return found

    def report(self, what: str, remedy: str, missing: str = "") -> None:
        """Note a mistake in this entry, which may be that a file is missing."""
        self.say(f"{': '.join(self.path)}: {what}", remedy, missing)

    def say(self, what: str, remedy: str, missing: str = "") -> None:
        """Note a mistake at the line of this entry, which may be that a file is missing."""
        self.problems.append(Problem(self.file, self.line, what, remedy, missing))


def read_yaml(file: Path) -> Entry:
    """Return the entries of a YAML file, and of the file that it names under `INHERIT`.

    Raises:
        Refused: if one of them cannot be read.
    """
    top = Entry(file.name, file.parent, (), compose(file), 1)
    name = top.get("INHERIT").text()
    if not name:
        return top
    other = file.parent / name
    if not other.is_file():
        line = top.get("INHERIT").line
        raise Refused(Problem(file.name, line, f"there is no file {name}", "correct the path"))
    node = compose(other, name)
    inherited = Loader("").construct_document(node) if node else None
    return Entry(file.name, file.parent, (), top.node, 1, inherited=inherited)


def compose(file: Path, label: str = "") -> yaml.Node | None:
    """Return the content of a YAML file as it is written.

    Arguments:
        file: the file.
        label: what messages call it, if not by its name alone.

    Raises:
        Refused: if it is no YAML.
    """
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(not_utf8(label or file.name, file.read_bytes(), error)) from error
    return compose_text(text, label or file.name)


def compose_text(text: str, label: str) -> yaml.Node | None:
    """Return the content of a text that should be YAML.

    Raises:
        Refused: if it is none, with what is wrong.
    """
    if conflict := conflict_in(text):
        raise Refused(Problem(label, conflict, *CONFLICT))
    try:
        return yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        raise Refused(Problem(label, *explain(error, text.splitlines()))) from error
