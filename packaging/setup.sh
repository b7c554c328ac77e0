# shellcheck shell=bash
# What packaging/run and packaging/test share: install what is missing, and nothing when nothing is.
#
# The caller names what it needs with `need`, then calls `install_needed` and `install_python_packages run|test`.
# Debian 12 and 13 and Ubuntu 24.04 are known; on another system the packages are named, not installed.

set -euo pipefail
export UV_PYTHON_DOWNLOADS=never

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export UV_PROJECT_ENVIRONMENT=$PROJECT/.venv
TOOLS=$PROJECT/.venv-tools
STAMP=$PROJECT/.venv/set-up-from
UV_VERSIONS='uv>=0.8,<1'
EXIT_ASK_ADMINISTRATOR=3
EXIT_NO_PYTHON=4

NEEDED=()

say() { printf '%s\n' "$*" >&2; }

# need WHY PACKAGE...: these system packages are needed for that. A|B: either will do, A is installed.
need() {
    local why=$1 package
    shift
    for package in "$@"; do NEEDED+=("$why:$package"); done
}

need_window() {
    need "Qt's windows, on X11 and Wayland" \
        libegl1 libgl1 libfontconfig1 'libglib2.0-0t64|libglib2.0-0' libdbus-1-3 libgssapi-krb5-2 \
        libxkbcommon0 libxkbcommon-x11-0 libx11-6 libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 \
        libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 \
        libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1
    need "camera, microphone and loudspeaker through Qt" libpulse0 libxext6 libxrandr2 libdrm2
    need "the pictures of reactions" fonts-noto-color-emoji
}

need_virtual_screen() {
    need "a virtual screen, drawn without a graphics card" xvfb libgl1-mesa-dri
}

need_for_tests() {
    need "a keyring to test against" gnome-keyring dbus-daemon 'dbus-x11|dbus-user-session'
    need "a sound server to test against" pulseaudio pulseaudio-utils
    need "test networks of their own" iproute2
    need "checking the desktop entry" desktop-file-utils
}

# Python 3.11 or later, from the system; uv is told never to download one.
python_command() {
    local candidate
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# uv itself comes from PyPI into an environment of its own; Debian's Python makes none without python3-venv.
need_python() {
    local python
    if ! python=$(python_command); then
        need "Python" python3 python3-venv
    elif ! has_uv && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        need "making a virtual environment" python3-venv
    fi
}

has_uv() { uv_command >/dev/null; }

uv_command() {
    local candidate
    for candidate in "$TOOLS/bin/uv" uv; do
        if "$candidate" --version >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# Install the needed packages that are not there; without root, say which a person must install, and stop.
install_needed() {
    need_python
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        [ "$(uname -s)" != Linux ] || say "This is no Debian: if something is missing, look for it by these names:" \
            "$(printf '%s ' "${NEEDED[@]#*:}")"
        return
    fi
    local entry installed missing=()
    # shellcheck disable=SC2016  # dpkg-query's own fields
    installed=$(dpkg-query --show --showformat '${Package} ${db:Status-Status}\n' | sed -n 's/ installed$/ /p')
    for entry in "${NEEDED[@]}"; do
        is_installed "${entry#*:}" || missing+=("$entry")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" = 0 ]; then
        apt_get update || say "The package lists could not be brought up to date; going on with those that are here."
    fi
    choose_names missing
    if [ "$(id -u)" != 0 ]; then
        tell "Not installed here:" "${missing[@]}"
        say "Ask who may install software on this computer to run, as root:"
        say "  apt-get install --no-install-recommends ${missing[*]#*:}"
        say "then start this again."
        exit $EXIT_ASK_ADMINISTRATOR
    fi
    tell "Installing through apt:" "${missing[@]}"
    export DEBIAN_FRONTEND=noninteractive
    # Nothing that a person has installed is removed to make room.
    if ! apt_get install --yes --no-install-recommends --no-remove "${missing[@]#*:}"; then
        say "apt could not install all of them; what it said is above."
        exit $EXIT_ASK_ADMINISTRATOR
    fi
}

# Silent while it goes well.
apt_get() {
    local output
    output=$(apt-get --quiet -o DPkg::Lock::Timeout=300 "$@" 2>&1) || {
        say "$output"
        return 1
    }
}

is_installed() {
    local name
    for name in ${1//|/ }; do
        case $'\n'$installed in *$'\n'"$name "*) return 0 ;; esac
    done
    return 1
}

# choose_names ENTRIES: leave of each entry's alternatives the first that this release knows, or else the last: to
# apt, the old name of a renamed package means the new one.
choose_names() {
    local -n entries=$1
    local position name
    for position in "${!entries[@]}"; do
        for name in $(tr '|' ' ' <<<"${entries[position]#*:}"); do
            if apt-cache show "$name" >/dev/null 2>&1; then break; fi
        done
        entries[position]="${entries[position]%%:*}:$name"
    done
}

tell() {
    local title=$1 entry why=
    shift
    printf '%s' "$title" >&2
    for entry in "$@"; do
        [ "${entry%%:*}" = "$why" ] || printf '\n  for %s:' "${entry%%:*}" >&2
        why=${entry%%:*}
        printf ' %s' "${entry#*:}" >&2
    done
    printf '\n' >&2
}

# install_python_packages run|test: what the committed uv.lock says, for the app alone or with its tests' tools.
install_python_packages() {
    local scope=$1 state python uv options=(--frozen)
    cd "$PROJECT"
    state="$PROJECT $(cat uv.lock pyproject.toml | cksum)"
    if [ -x .venv/bin/python ] && [ -f "$STAMP" ]; then
        case $(cat "$STAMP") in
            "test $state") return ;;
            "run $state") [ "$scope" = test ] || return 0 ;;
        esac
    fi
    if ! python=$(python_command); then
        say "Vestibule needs Python 3.11 or later, and this system has none."
        exit $EXIT_NO_PYTHON
    fi
    if ! uv=$(uv_command); then
        say "Installing uv, which installs the Python packages, into $TOOLS"
        "$python" -m venv --clear "$TOOLS"
        "$TOOLS/bin/python" -m pip install --quiet "$UV_VERSIONS"
        uv=$TOOLS/bin/uv
    fi
    # An environment that is there keeps its Python, and what the tests need stays when only the app is asked for.
    [ -x .venv/bin/python ] || options+=(--python "$python")
    [ "$scope" = test ] || options+=(--no-dev --inexact)
    say "Installing the Python packages of uv.lock into $PROJECT/.venv"
    if ! "$uv" sync "${options[@]}" >&2; then
        say "The Python packages could not be installed; what uv said is above."
        exit 1
    fi
    printf '%s' "$scope $state" >"$STAMP"
}
