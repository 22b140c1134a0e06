#!/bin/sh
# warm-command.sh NAME...: loads the modules of commands of `libtrails` once, which end for want of a library or a
# folder. Node writes what it stripped and compiled into NODE_COMPILE_CACHE on the way out.
set -eu
for name in "$@"; do
  case $name in index) set -- /nowhere ;; *) set -- --data /nowhere ;; esac
  out=$(libtrails "$name" "$@" 2>&1) && { echo "libtrails $name found something in /nowhere" >&2; exit 1; }
  case $out in *nowhere*) ;; *) printf '%s\n' "$out" >&2; exit 1 ;; esac
done
# Named after the user, among others: no other user's Node looks into it.
ls -d "$NODE_COMPILE_CACHE"/*-"$(id -u)" > /dev/null
