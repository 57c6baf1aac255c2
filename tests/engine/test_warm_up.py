"""The compiled kernels are kept, found again, and not mistaken for those of another source."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from engine import warm_up
from engine.network.kernels import cache


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A cache folder of the test's own, with one file as Numba would have left it."""
    place = tmp_path / "kernels-now"
    place.mkdir()
    (place / "train.nbc").write_bytes(b"code")
    monkeypatch.setattr(warm_up, "cache_folder", lambda: place)
    monkeypatch.setattr(warm_up, "_use_every_kernel", lambda: None)
    return place


def test_it_is_cold_until_warmed(folder):
    assert not warm_up.is_warm()
    warm_up.warm()
    assert warm_up.is_warm()


def test_a_file_that_went_missing_makes_it_cold(folder):
    warm_up.warm()
    (folder / "train.nbc").unlink()
    assert not warm_up.is_warm()


def test_a_damaged_stamp_makes_it_cold(folder):
    warm_up.warm()
    for text in ("", "[1]", "{"):
        (folder / "complete.json").write_text(text)
        assert not warm_up.is_warm()


def test_the_oldest_versions_are_removed(folder):
    for age in range(10):
        other = folder.parent / f"kernels-{age}"
        other.mkdir()
        os.utime(other, (1000 + age, 1000 + age))
    warm_up.warm()
    left = sorted(path.name for path in folder.parent.iterdir())
    assert left == ["kernels-5", "kernels-6", "kernels-7", "kernels-8", "kernels-9", "kernels-now"]


@pytest.fixture
def fresh_cache(monkeypatch):
    monkeypatch.setattr(cache, "_found", {})


@pytest.mark.usefixtures("fresh_cache")
def test_the_place_follows_numba_cache_dir(tmp_path, monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "mine"))
    assert cache.cache_folder().parent == tmp_path / "mine"


@pytest.mark.usefixtures("fresh_cache")
def test_a_read_only_installation_uses_the_users_cache(tmp_path, monkeypatch):
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setattr(cache, "_user_cache", lambda: tmp_path / "user")
    (tmp_path / "file").write_text("no folder can be made in here")
    monkeypatch.setattr(cache, "_KERNELS", tmp_path / "file")
    assert cache.cache_folder().parent == tmp_path / "user"


@pytest.fixture
def users_cache(tmp_path, monkeypatch):
    """A read-only installation; the place that remains is the user's cache."""
    monkeypatch.setattr(cache, "_found", {})
    monkeypatch.setattr(cache, "_roots", lambda: [tmp_path / "user"])
    return tmp_path / "user"


def test_the_folder_is_the_users_alone(users_cache):
    before = os.umask(0)
    try:
        folder = cache.cache_folder()
    finally:
        os.umask(before)
    assert folder.parent == users_cache
    assert [stat.S_IMODE(place.stat().st_mode) for place in (folder, users_cache)] == [0o700, 0o700]


def open_to_others(folder):
    folder.mkdir(parents=True)
    folder.chmod(0o777)


def leading_elsewhere(folder):
    elsewhere = folder.parent.parent / "elsewhere"
    elsewhere.mkdir(parents=True)
    folder.parent.mkdir()
    folder.symlink_to(elsewhere)


def no_folder(folder):
    folder.parent.mkdir()
    folder.write_text("")


@pytest.mark.parametrize("planted", [open_to_others, leading_elsewhere, no_folder])
def test_a_folder_that_somebody_else_could_have_filled_is_not_used(users_cache, planted):
    planted(users_cache / f"kernels-{cache._fingerprint()}")
    assert cache.cache_folder() is None


def test_a_folder_of_another_user_is_not_used(users_cache, monkeypatch):
    (users_cache / f"kernels-{cache._fingerprint()}").mkdir(parents=True)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert cache.cache_folder() is None


def test_no_shared_folder_for_temporary_files_takes_its_place():
    """Kernels that cannot be kept compute all the same, and are not kept in /tmp."""
    code = (
        "from engine.network.kernels import cache; cache._roots = lambda: [];"
        "from engine import LayerSpec, Network, NetworkSpec, warm_up;"
        "print(Network(NetworkSpec(1, (LayerSpec(1, 'linear'),)), parameters=[2.0, 1.0]).predict([[3.0]])[0, 0],"
        " cache.cache_folder(), warm_up.is_warm(), warm_up.warm())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["7.0", "None", "False", "None"]


def test_numbers_that_are_compiled_into_the_kernels_are_part_of_the_source(tmp_path, monkeypatch):
    taken = {source.name for source in cache._sources() if source.parent.name == "spec"}
    assert {"ties.py", "activation_functions.py", "rules.py", "losses.py"} <= taken
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "_SPEC", shutil.copytree(cache._SPEC, tmp_path / "spec"))
    places = []
    for line in ("", "DUST = 1.0\n"):
        with (tmp_path / "spec" / "ties.py").open("a") as ties:
            ties.write(line)
        monkeypatch.setattr(cache, "_found", {})
        places.append(cache.cache_folder())
    assert places[0] != places[1]


def test_another_source_gets_another_place(tmp_path, monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(cache, "_KERNELS", tmp_path)
    places = []
    for text in ("a = 1", "a = 2", "a = 1"):
        (tmp_path / "forward.py").write_text(text)
        monkeypatch.setattr(cache, "_found", {})
        places.append(cache.cache_folder())
    assert places[0] == places[2] != places[1]


def test_kernels_are_kept_where_the_stamp_looks_for_them(tmp_path):
    """A real compilation, of the smallest kernel alone, in a process of its own."""
    code = (
        "from engine import LayerSpec, Network, NetworkSpec; from engine.network.kernels.cache import cache_folder;"
        "Network(NetworkSpec(1, (LayerSpec(1),))).trace([[0.0]]); print(cache_folder())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    folder = Path(done.stdout.strip())
    assert folder.parent == tmp_path
    assert list(folder.rglob("*trace_rows*.nbc"))
