"""Resolves the pinned set for every system and Python that Perceptra promises to run on, from wheels alone.

Run by `make platforms`. Nothing is installed: uv is asked which wheels would be. What can only be built from source
there counts as missing.
"""

from __future__ import annotations

import os
import subprocess
import sys

import environment

from gui.startup_check import GLIBC_OF, NEWEST_PYTHON, OLDEST_PYTHON

PLATFORMS = {
    **{
        f"Linux {machine} (glibc {major}.{minor})": f"{machine}-manylinux_{major}_{minor}"
        for machine, (major, minor) in GLIBC_OF.items()
    },
    "Windows x86_64": "x86_64-pc-windows-msvc",
    "macOS arm64": "aarch64-apple-darwin",
    "macOS x86_64": "x86_64-apple-darwin",
}
VERSIONS = [f"3.{minor}" for minor in range(OLDEST_PYTHON[1], NEWEST_PYTHON[1] + 1)]


def main() -> int:
    """Print a line for each system and Python; 1 where a set cannot be resolved, 2 where there is no uv."""
    try:
        uv = environment.find_uv() or environment.install_uv()
    except environment.SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    failures = 0
    for title, platform in PLATFORMS.items():
        for version in VERSIONS:
            problem = problem_of(uv, platform, version)
            failures += bool(problem)
            print(f"{title}, Python {version}: {problem or 'every package has a wheel'}", flush=True)
    print(f"{failures} of {len(PLATFORMS) * len(VERSIONS)} failed" if failures else "All can be installed.")
    return 1 if failures else 0


def problem_of(uv: str, platform: str, version: str) -> str:
    """Why the pinned set, with what tests need, has no wheels there; empty when it has."""
    asked = ["--python-platform", platform, "--python-version", version, "--only-binary", ":all:"]
    command = [uv, "pip", "compile", "--quiet", *asked, "--extra", "dev", str(environment.ROOT / "pyproject.toml")]
    told = {**os.environ, **environment.uv_settings()}
    result = subprocess.run(command, env=told, cwd=environment.ROOT, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        return ""
    return " ".join(result.stderr.split()) or f"uv ended with exit code {result.returncode}"


if __name__ == "__main__":
    sys.exit(main())
