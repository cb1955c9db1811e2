"""What runs on the project's host has the least rights, and is what was looked at."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.courses.build import ROOT

NAMED = re.compile(r"\$\{\{\s*github\.(?:event\.|head_ref|ref_name)")
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
# What a job may do, and which job: only the one that publishes writes.
RIGHTS = {
    "build": {"contents": "read", "pages": "read"},
    "deploy": {"pages": "write", "id-token": "write"},
    "zensical": {"contents": "read"},
}


@pytest.fixture(params=FILES, ids=lambda file: file.name)
def workflow(request: pytest.FixtureRequest) -> dict[Any, Any]:
    """Return a workflow."""
    found: dict[Any, Any] = yaml.safe_load(request.param.read_text("utf-8"))
    return found


def test_a_job_has_no_right_but_those_it_needs(workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == RIGHTS
    assert all(job["timeout-minutes"] <= 30 for job in workflow["jobs"].values())


def test_a_pull_request_of_a_stranger_gets_no_secret(workflow: dict[Any, Any]) -> None:
    # YAML reads the word “on” as true.
    assert "pull_request_target" not in workflow[True]
    assert "secrets." not in str(workflow)
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if str(step.get("uses")).startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
            # What somebody else named, such as a branch, is no part of a command.
            assert not NAMED.search(str(step.get("run")))


def test_an_action_is_named_by_its_commit(workflow: dict[Any, Any]) -> None:
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    used = [str(step["uses"]) for step in steps if "uses" in step]
    assert len(used) > 4
    assert [each for each in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each)] == []
