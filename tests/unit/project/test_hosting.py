"""hosting/ and HOSTING.md: every file can be read, and names only what there is."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_pwa.policy import host_files

PROJECT = Path(__file__).parents[3]
HOSTING = PROJECT / "hosting"
TEXT = (PROJECT / "HOSTING.md").read_text("utf-8")
FILES = sorted(file for file in HOSTING.rglob("*") if file.is_file())
WORKFLOWS = sorted(HOSTING.glob("*/publish.yml"))
HOSTS = [
    *("Netlify", "Cloudflare Pages", "GitHub Pages", "GitLab Pages", "S3 and CloudFront"),
    *("nginx", "Apache", "Caddy", "Many clinics"),
]


def section(name: str) -> str:
    """What HOSTING.md says of a host."""
    return re.split(r"^## ", TEXT.partition(f"\n## {name}\n")[2], maxsplit=1, flags=re.M)[0]


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in read(workflow)["jobs"].values():
        yield from job["steps"]


def targets() -> set[str]:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def commands() -> list[str]:
    """All that the files of hosting/ run."""
    found = [step["run"] for file in WORKFLOWS for step in steps(file) if "run" in step]
    found += read(HOSTING / "gitlab-pages/.gitlab-ci.yml")["pages"]["script"]
    found.append(tomllib.loads((HOSTING / "netlify/netlify.toml").read_text())["build"]["command"])
    return found


def test_there_are_workflows() -> None:
    assert [file.parent.name for file in WORKFLOWS] == [
        "cloudflare-pages",
        "github-pages",
        "many-clinics",
        "s3-cloudfront",
    ]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.parent.name)
def test_a_workflow_runs_on_a_change_and_by_hand_with_no_more_rights_than_it_needs(
    file: Path,
) -> None:
    workflow = read(file)
    # YAML takes the word "on" for true.
    assert {"push", "workflow_dispatch"} <= set(workflow[True])
    assert set(workflow["permissions"]) <= {"contents", "id-token"}
    assert workflow["permissions"]["contents"] == "read"
    assert workflow["concurrency"]["cancel-in-progress"] is False


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.parent.name)
def test_every_action_is_named_by_its_version(file: Path) -> None:
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", action), action


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.parent.name)
def test_what_a_workflow_needs_to_be_told_is_explained(file: Path) -> None:
    text = file.read_text("utf-8")
    for name in set(re.findall(r"(?:secrets|vars)\.(\w+)", text)):
        assert f"`{name}`" in TEXT, name


def test_every_make_command_is_there() -> None:
    run = [name for line in commands() for name in re.findall(r"make (?:--\w+ )?([a-z-]+)", line)]
    run += re.findall(r"^ *(?:[A-Z]+=\S+ )?make ([a-z-]+)", TEXT, re.MULTILINE)
    assert {"site", "zip", "clinics", "clinics-parts"} <= set(run)
    assert set(run) <= targets()


def test_every_script_that_is_run_is_there() -> None:
    run = {name for text in [*commands(), TEXT] for name in re.findall(r"sh (hosting/\S+)", text)}
    assert run == {"hosting/s3-cloudfront/upload.sh"}
    assert all((PROJECT / name).is_file() for name in run)


def test_every_file_is_named_in_the_text_and_every_file_named_is_there() -> None:
    named = set(re.findall(r"\]\((hosting/[^)]+)\)|sh (hosting/\S+)", TEXT))
    files = {link or script for link, script in named}
    assert files == {file.relative_to(PROJECT).as_posix() for file in FILES}


@pytest.mark.parametrize("name", HOSTS)
def test_each_host_says_what_can_go_wrong_and_ends_with_the_check(name: str) -> None:
    text = section(name)
    assert "What can go wrong:\n\n- " in text
    last = text.strip().removesuffix("```").strip().splitlines()[-1]
    assert re.fullmatch(r"\.venv/bin/mkdocs-pwa check https://\S+/ --against sites?\S*", last)


def test_every_link_within_the_text_leads_to_a_heading() -> None:
    headings = {
        title.lower().replace(" ", "-") for title in re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    }
    links = re.findall(r"\]\(#([^)]+)\)", TEXT)
    assert len(links) > 12
    assert set(links) <= headings


def test_cloudfront_sends_what_the_plugin_asks_for() -> None:
    policy = read(HOSTING / "s3-cloudfront/guide.yml")["Resources"]["Headers"]["Properties"]
    config = policy["ResponseHeadersPolicyConfig"]
    security = config["SecurityHeadersConfig"]
    sent = {
        "Content-Security-Policy": security["ContentSecurityPolicy"]["ContentSecurityPolicy"],
        "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        **{item["Header"]: item["Value"] for item in config["CustomHeadersConfig"]["Items"]},
    }
    assert security["ContentTypeOptions"]["Override"] is True
    # Stored with each file by upload.sh, since CloudFront itself goes by it too.
    elsewhere = {"X-Content-Type-Options", "Cache-Control"}
    wanted = host_files.headers()
    assert sent == {name: value for name, value in wanted.items() if name not in elsewhere}


def test_the_upload_puts_the_worker_after_what_it_names_and_deletes_last(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sw.js").touch()
    tool = tmp_path / "bin/aws"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n', "utf-8")
    tool.chmod(0o755)
    script = HOSTING / "s3-cloudfront/upload.sh"
    environment = {**os.environ, "PATH": f"{tool.parent}:{os.environ['PATH']}"}
    command = ["sh", str(script), "my-bucket", "E123"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    asked = (tmp_path / "asked").read_text().splitlines()
    kinds = [
        "worker" if "cp site/sw.js" in line else "delete" if "--delete" in line else line[:8]
        for line in asked
    ]
    assert kinds == ["s3 sync ", "s3 cp si", "worker", "delete", "cloudfro"]
    assert all("s3://my-bucket" in line for line in asked[:4])
    assert all("--cache-control no-cache" in line for line in asked[:3])
    assert "--distribution-id E123" in asked[4]


def test_the_upload_of_nothing_is_refused(tmp_path: Path) -> None:
    command = ["sh", str(HOSTING / "s3-cloudfront/upload.sh"), "my-bucket", "E123"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr == "site/: expected the built guide, found none. Run: make site\n"


def test_the_file_of_headers_keeps_to_the_limits_of_its_hosts() -> None:
    """https://developers.cloudflare.com/pages/configuration/headers/"""
    lines = host_files.netlify(host_files.headers(), "/").splitlines()
    rules = [line for line in lines if not line.startswith(" ")]
    assert len(rules) <= 100
    assert all(re.fullmatch(r"/[\w./*:-]*", rule) and rule.count("*") <= 1 for rule in rules)
    for line in lines:
        assert len(line) <= 2000
        assert line in rules or re.fullmatch(r"  [A-Za-z-]+: \S.*", line), line
