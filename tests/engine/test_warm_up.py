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
from engine.network.kernels.native import NativeKernel


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A cache folder of the test's own; compiling leaves a file in it, as Numba does."""
    place = tmp_path / "kernels-now"
    place.mkdir()

    def compile_it(kernel):
        (place / f"module.{kernel.name}-1.py311.nbc").write_bytes(b"code")

    monkeypatch.setattr(warm_up, "cache_folder", lambda: place)
    monkeypatch.setattr(NativeKernel, "ready", compile_it)
    return place


def compiled(folder):
    return [path.name.removeprefix("module.").removesuffix("-1.py311.nbc") for path in folder.glob("*.nbc")]


def test_it_is_cold_until_warmed(folder):
    assert not warm_up.is_warm()
    warm_up.warm()
    assert warm_up.is_warm()


def test_it_is_warm_when_every_share_was_compiled(folder):
    for share in range(len(warm_up.FIRST_SHARES)):
        assert not warm_up.is_warm()
        warm_up.warm(share)
    assert warm_up.is_warm()
    assert sorted(compiled(folder)) == sorted(kernel.name for kernel in NativeKernel.ALL)


@pytest.mark.parametrize("share", range(len(warm_up.FIRST_SHARES)))
def test_a_share_is_ready_when_what_the_first_training_needs_of_it_is_compiled(folder, share):
    at_hand = []
    warm_up.warm(share, lambda: at_hand.append(set(compiled(folder))))
    assert at_hand == [set(warm_up.FIRST_SHARES[share])]
    assert len(compiled(folder)) > len(warm_up.FIRST_SHARES[share])


def test_the_default_network_is_trained_and_shown_by_the_kernels_that_come_first():
    """In a process of its own, which has called none of them."""
    code = (
        "from engine import Network, Project, Trainer; from engine.network.kernels.native import NativeKernel;"
        "project = Project(); data = project.dataset.build(); network = Network(project.network, seed=0);"
        "trainer = Trainer(network, data, project.training, keeps_moments=True); trainer.snapshot();"
        "trainer.run(epochs=2); trainer.snapshot(); network.predict(data.inputs);"
        "print(*sorted(kernel.name for kernel in NativeKernel.ALL if kernel.is_ready))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == sorted(name for share in warm_up.FIRST_SHARES for name in share)


def test_any_file_that_went_missing_makes_it_cold(folder):
    warm_up.warm()
    for path in list(folder.glob("*.nbc")):
        path.rename(path.with_suffix(".away"))
        assert not warm_up.is_warm()
        path.with_suffix(".away").rename(path)
    assert warm_up.is_warm()


def test_a_damaged_stamp_makes_it_cold(folder):
    warm_up.warm()
    for stamp in list(folder.glob("share-*.json")):
        good = stamp.read_text()
        for text in ("", "[1]", "{"):
            stamp.write_text(text)
            assert not warm_up.is_warm()
        stamp.write_text(good)
    assert warm_up.is_warm()


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


CPU_INFO = """processor : 0
model name : {model}
flags : {flags}
cpu MHz : {speed}
"""


@pytest.mark.parametrize(
    ("other", "is_the_same"),
    [
        ({"model": "Core 7"}, False),
        ({"flags": "fpu sse2 avx2 avx512f"}, False),
        ({"flags": "fpu sse2"}, False),
        ({"speed": "2400.5"}, True),
    ],
)
def test_another_processor_gets_another_place(tmp_path, monkeypatch, other, is_the_same):
    """As with a home folder that all computers of a pool share."""
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(cache, "_CPU_INFO", tmp_path / "cpuinfo")
    places = []
    for facts in ({}, other):
        text = CPU_INFO.format(**{"model": "Core 5", "flags": "fpu sse2 avx2", "speed": "1000.0", **facts})
        cache._CPU_INFO.write_text(text)
        monkeypatch.setattr(cache, "_found", {})
        places.append(cache.cache_folder())
    assert (places[0] == places[1]) is is_the_same


def test_another_processor_gets_another_place_where_no_file_tells_of_it(tmp_path, monkeypatch):
    """macOS calls all of Apple's processors the same."""
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(cache, "_CPU_INFO", tmp_path / "no such file")
    places = []
    for name in ("apple-m1", "apple-m4", "apple-m1"):
        monkeypatch.setattr("llvmlite.binding.get_host_cpu_name", lambda name=name: name)
        monkeypatch.setattr(cache, "_found", {})
        places.append(cache.cache_folder())
    assert places[0] == places[2] != places[1]


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
    """A real compilation, of one of the smallest kernels alone, in a process of its own."""
    code = (
        "from engine.network.kernels import train; from engine.network.kernels.native import NativeKernel;"
        "from engine.network.kernels.cache import cache_folder; from engine import warm_up;"
        "warm_up._kernels_of = lambda share: [k for k in NativeKernel.ALL if k.name == 'keep'];"
        "warm_up.warm(); assert warm_up.is_warm(); print(cache_folder())"
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
    assert list(folder.rglob("*.keep-*.nbc"))


@pytest.mark.parametrize("share", range(len(warm_up.FIRST_SHARES)))
def test_what_the_first_training_needs_of_a_share_can_be_loaded_by_itself(share, monkeypatch):
    loaded = []
    monkeypatch.setattr(NativeKernel, "ready", lambda kernel: loaded.append(kernel.name))
    warm_up.load(share)
    assert sorted(loaded) == sorted(warm_up.FIRST_SHARES[share])
