#!/usr/bin/env bash
# Installs schemathesis, which fuzzes the HTTP interface by its OpenAPI document, into .cache; prints where it is.
set -euo pipefail
cd "$(dirname "$0")/.."
version=4.32.5
place=.cache/schemathesis-$version
if [ ! -e "$place/complete" ]; then
  rm -rf "$place"
  python3 -m venv "$place" >&2
  "$place/bin/python" -m pip install --quiet --disable-pip-version-check "schemathesis==$version" >&2
  touch "$place/complete"
fi
echo "$PWD/$place/bin/schemathesis"
