#!/usr/bin/env bash
# Walks a newcomer's way on bare Debians: a system made by debootstrap with python3, make and git, and in it the README's
# two commands by fresh_clone.sh.
#
#   bash tests/fresh_debian.sh                    stable, then testing
#   bash tests/fresh_debian.sh testing            only that one
#   TESTS="-k xor" bash tests/fresh_debian.sh     with arguments for pytest: a quick subset
#
# Needs root, debootstrap and the network; MIRROR names another place for Debian's packages. What pip and uv are told
# here, and the certificates that are trusted here, hold there too. Exit code 0 only when every walk went as promised.
set -u -o pipefail
repository=$(cd "$(dirname "$0")/.." && pwd) || exit 2
[ "$(id -u)" -eq 0 ] || { echo "fresh_debian.sh makes systems in folders: run it as root" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "fresh_debian.sh needs debootstrap: apt-get install -y debootstrap" >&2; exit 2; }
work=$(mktemp -d) || exit 2
root=
leave() {
    [ -z "$root" ] || umount -q "$root/proc"
    rm -rf --one-file-system "$work"
}
trap leave EXIT

walk() { # walk SUITE: make a system and go through it; the exit code of fresh_clone.sh
    local suite=$1 kept
    root="$work/$suite"
    echo "=== Debian $suite"
    debootstrap --variant=minbase --include=ca-certificates,git,make,python3 "$suite" "$root" ${MIRROR:+"$MIRROR"} \
        >"$work/debootstrap.log" 2>&1 || { tail -5 "$work/debootstrap.log"; return 1; }
    for kept in /etc/resolv.conf /etc/pip.conf /etc/ssl/certs/ca-certificates.crt; do
        [ ! -e "$kept" ] || cp --dereference "$kept" "$root$kept"
    done
    mount -t proc proc "$root/proc" || return 1
    git clone --quiet "$repository" "$root/root/perceptra" || return 1
    echo "=== $(chroot "$root" python3 --version)"
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        "${told[@]}" bash -c "bash ~/perceptra/tests/fresh_clone.sh ${TESTS:-}"
}

mapfile -t told < <(env | grep -E '^(PIP_(INDEX_URL|EXTRA_INDEX_URL|CERT|PROXY)|UV_(DEFAULT_INDEX|INDEX)|SSL_CERT_FILE|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY)=')
failures=0
[ "$#" -gt 0 ] || set -- stable testing
for suite in "$@"; do
    walk "$suite" || failures=$((failures + 1))
    umount -q "$root/proc"
    rm -rf --one-file-system "$root"
    root=
done
[ "$failures" -eq 0 ] && echo "fresh Debian: everything as promised" || echo "fresh Debian: $failures walks failed"
[ "$failures" -eq 0 ]
