#!/bin/sh
# warm-command.sh NAME...: puts `libtrails` into the PATH and loads the modules of its commands once, which end for
# want of a library or a folder. Node writes what it stripped and compiled into NODE_COMPILE_CACHE on the way out.
set -eu
ln -sf /app/services/cli/bin/libtrails.mjs /usr/local/bin/libtrails
for name in "$@"; do
  case $name in index) set -- /nowhere ;; *) set -- --data /nowhere ;; esac
  out=$(libtrails "$name" "$@" 2>&1) && { echo "libtrails $name found something in /nowhere" >&2; exit 1; }
  case $out in *nowhere*) ;; *) printf '%s\n' "$out" >&2; exit 1 ;; esac
done
chmod -R a+rX "$NODE_COMPILE_CACHE"
