#!/bin/sh
# Generates librarypb/ from the contract. Needs Go, and protoc or Python's grpcio-tools (which brings protoc).
set -eu
cd "$(dirname "$0")"
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
GOBIN=$bin go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.6
GOBIN=$bin go install google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.5.1
if command -v protoc >/dev/null; then protoc=protoc; else protoc="${PYTHON:-python3} -m grpc_tools.protoc"; fi
map=Mlibtrails/library/v1/library.proto=example/librarypb
mkdir -p librarypb
PATH="$bin:$PATH" $protoc -I ../.. \
	--go_out=. --go_opt=module=example --go_opt="$map" \
	--go-grpc_out=. --go-grpc_opt=module=example --go-grpc_opt="$map" \
	libtrails/library/v1/library.proto
