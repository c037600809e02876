#!/bin/sh
# Create the virtual environment named by $1 with a Python that is new enough.
set -eu

target=$1

for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "${python:-}" ]; then
    echo "Setting up: expected Python 3.11 or newer, found none. Install it from https://www.python.org/downloads/ and run make again." >&2
    exit 1
fi

"$python" -m venv "$target" 2>/dev/null && exit 0

# Debian and Ubuntu ship Python without the module that makes environments.
rm -rf "$target"
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Setting up: installing python3-venv" >&2
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    exec "$python" -m venv "$target"
fi
echo "Setting up: \"$python -m venv\" failed. On Debian or Ubuntu run: sudo apt-get install python3-venv. Then run make again." >&2
exit 1
