#!/bin/sh
# warm-compile-cache.sh MAIN VARIABLE [FLAG...]: loads all modules of a service and ends at its settings, because
# VARIABLE is no number. Node writes what it stripped and compiled into NODE_COMPILE_CACHE on the way out. FLAGs are
# those of the service that tell V8 more than sizes: it does not read what was compiled without them.
set -eu
main=$1 variable=$2
shift 2
out=$(env "$variable=warm" node "$@" "$main" 2>&1) && { echo "$main started although $variable was wrong" >&2; exit 1; }
case $out in *"$variable=warm"*) ;; *) printf '%s\n' "$out" >&2; exit 1 ;; esac
# Named after V8's flags and the user, among others: no other user's Node looks into it.
tag=$(node "$@" -p '(require("v8").cachedDataVersionTag() >>> 0).toString(16).padStart(8, "0")')
ls -d "$NODE_COMPILE_CACHE"/*-"$tag"-"$(id -u)" > /dev/null
