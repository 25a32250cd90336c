#!/bin/sh
# Installs Debian's Chromium for the tests of the explorer, where it is missing and this may be done.
set -eu

if command -v chromium >/dev/null 2>&1 || [ -x "${CHROMIUM:-/nonexistent}" ]; then
  exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "Chromium is missing and there is no apt-get: install Chromium or Chrome and set CHROMIUM to its path." >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Chromium is missing: run 'sudo apt-get install chromium', or set CHROMIUM to a Chromium or Chrome of yours." >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
chromium --version
