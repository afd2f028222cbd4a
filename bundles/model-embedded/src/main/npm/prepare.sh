#!/bin/sh
# Turns npm packages into resources of this bundle: prepare.sh SOURCE WORK
#   SOURCE  the folder of this script: package.json, package-lock.json and one *.mjs per kind of asset
#   WORK    gets resources/, which the build puts into the bundle
# Every SOURCE/*.mjs is run as: node SCRIPT NODE_MODULES RESOURCES
# package-lock.json lists the packages without what they depend on: only files are taken, nothing of them is run.
# Nothing is done when WORK already holds what SOURCE describes.
set -eu
source=$1
work=$2

fail() {
  echo "$1" >&2
  exit 1
}

inputs=$(find "$source" "$(dirname "$0")" -type f -exec cat {} + | cksum)
if [ "$(cat "$work/prepared" 2>/dev/null)" = "$inputs" ]; then
  exit 0
fi

command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
  fail "npm is missing: the build needs Node 20 with npm on the PATH, for what $source describes."

rm -rf "$work/resources" "$work/prepared"
mkdir -p "$work/resources"
cp "$source/package.json" "$source/package-lock.json" "$source/.npmrc" "$work/"
(cd "$work" && npm ci --ignore-scripts --prefer-offline --loglevel=error) ||
  fail "npm could not install the packages of $source/package-lock.json; see its message above."
for script in "$source"/*.mjs; do
  node "$script" "$work/node_modules" "$work/resources" ||
    fail "$script could not make its part of the resources; see its message above."
done
rm -rf "$work/node_modules"
echo "$inputs" > "$work/prepared"
