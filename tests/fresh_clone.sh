#!/usr/bin/env bash
# Tries the README's two commands in a fresh clone of HEAD, with an empty home folder and empty caches, and times them.
#
#   bash tests/fresh_clone.sh            the whole test suite, then a window that trains
#   bash tests/fresh_clone.sh -k xor     with arguments for pytest: a quick subset
#
# Set PYTHON to try another Python than the one that is found. Exit code 0 only when both commands did what they promise.
set -u -o pipefail
repository=$(cd "$(dirname "$0")/.." && pwd) || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/cache" "$work/config"
git clone --quiet "$repository" "$work/perceptra" || exit 2
cd "$work/perceptra" || exit 2

fresh=(env -u VIRTUAL_ENV -u PYTHONPATH -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM
    HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/home/share"
    UV_CACHE_DIR="$work/cache/uv" PIP_CACHE_DIR="$work/cache/pip")
failures=0

try() { # try WHAT WANTED_EXIT_CODE COMMAND...: run, time, compare the exit code
    local what=$1 wanted=$2 started=$SECONDS code
    shift 2
    echo "--- $what: $*"
    "${fresh[@]}" "$@"
    code=$?
    if [ "$code" -eq "$wanted" ]; then
        echo "--- $what: as promised, after $((SECONDS - started)) s"
    else
        echo "--- $what: exit code $code instead of $wanted, after $((SECONDS - started)) s"
        failures=$((failures + 1))
    fi
}

try "the window, from nothing" 0 make run ARGS="--demo xor --screenshot out.png --until-trained"
if [ "$(head -c 4 out.png 2>/dev/null | tail -c 3)" = "PNG" ]; then
    echo "--- the picture is there: $(wc -c <out.png) bytes"
else
    echo "--- the picture is missing"
    failures=$((failures + 1))
fi
try "the window again" 0 make run ARGS="--demo xor --screenshot again.png"
arguments=
[ "$#" -eq 0 ] || arguments=$(printf "%q " "$@")
try "the tests" 0 make test ARGS="$arguments"
try "the window without a display" 2 make run

uv=$(command -v uv || ls .uv/bin/uv .uv/packages/bin/uv 2>/dev/null | head -1)
try "a wheel of the clone that was used" 0 "$uv" build --quiet --wheel
if .venv/bin/python -m zipfile -l dist/*.whl | grep -E "__pycache__|\.nb[ci]|\.pyc"; then
    echo "--- the wheel holds what this machine compiled"
    failures=$((failures + 1))
fi

[ -z "$(git status --porcelain --ignored=no | grep -v '\.png$')" ] || {
    echo "--- files of the repository were changed:"
    git status --short
    failures=$((failures + 1))
}
[ "$failures" -eq 0 ] && echo "fresh clone: everything as promised" || echo "fresh clone: $failures promises broken"
[ "$failures" -eq 0 ]
