# Sourced by the commands beside it. Sets $root and $python; the first time, and whenever the lock
# has changed, it lays the environment in .venv. Extra locks to lay are named in $locks.

self=$0
[ ! -L "$self" ] || self=$(readlink -f "$self")
root=$(cd "$(dirname "$self")/.." && pwd -P)
venv=$root/.venv
python=$venv/bin/python
locks=${locks:-requirements.lock}

works() {
    "$1" -c 'import sys, ssl, sqlite3, venv, ensurepip
sys.exit(sys.version_info < (3, 12) or sqlite3.sqlite_version_info < (3, 37))' >/dev/null 2>&1
}

# A name on PATH may be a shim that fails, so each candidate is run before it is believed.
candidates() {
    printf '%s\n' python3.14 python3.13 python3.12 python3
    for folder in "${HOME:-}/.pyenv" "${PYENV_ROOT:-}" $(path_neighbours) \
        "${HOME:-}/.local/share/uv/python" /opt/homebrew /usr/local; do
        for found in "$folder"/versions/3.1[2-9]*/bin/python "$folder"/cpython-3.1[2-9]*/bin/python3 \
            "$folder"/bin/python3.1[2-9]; do
            [ ! -x "$found" ] || printf '%s\n' "$found"
        done
    done
}

# With another HOME, a version manager is still found beside its own folder on PATH.
path_neighbours() {
    printf '%s\n' "$PATH" | tr ':' '\n' | while read -r folder; do
        case $folder in
            */shims | */bin) [ ! -d "$folder/../versions" ] || printf '%s\n' "${folder%/*}" ;;
        esac
    done
}

find_python() {
    candidates | while read -r candidate; do
        if works "$candidate"; then
            printf '%s\n' "$candidate"
            break
        fi
    done
}

laid() {
    [ -x "$python" ] && [ "$(cat "$venv/laid-at" 2>/dev/null)" = "$root" ] || return 1
    for lock in $locks; do
        cmp -s "$root/$lock" "$venv/laid-$lock" || return 1
    done
}

if ! laid; then
    base=$(find_python)
    if [ -z "$base" ]; then
        cat >&2 <<'SENTENCE'
Openchair needs Python 3.12 or later (with its venv, ssl and sqlite3 parts), and found none that works here.
On Debian or Ubuntu:  apt-get install python3 python3-venv
On a Mac:             brew install python
Then run the same command again.
SENTENCE
        exit 1
    fi
    # shellcheck disable=SC2086
    "$base" "$root/bin/environment.py" "$root" $locks || exit $?
fi
