#!/bin/sh
# warm-compile-cache.sh MAIN VARIABLE: loads all modules of a service and ends at its settings, because VARIABLE is
# no number. Node writes what it stripped and compiled into NODE_COMPILE_CACHE on the way out.
set -eu
out=$(env "$2=warm" node "$1" 2>&1) && { echo "$1 started although $2 was wrong" >&2; exit 1; }
case $out in *"$2=warm"*) ;; *) printf '%s\n' "$out" >&2; exit 1 ;; esac
# Named after the user, among others: no other user's Node looks into it.
ls -d "$NODE_COMPILE_CACHE"/*-"$(id -u)" > /dev/null
