/**
 * Loads the contracts at run time. The types in ../gen are generated from the same files with the same
 * options (infra/scripts/generate-proto.mjs); CI fails when they differ.
 */
import { fileURLToPath } from 'node:url';
import { type GrpcObject, loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import options from './options.json' with { type: 'json' };

/** Folder that holds `libtrails/<package>/v1/*.proto`. */
export const protoRoot: string = fileURLToPath(new URL('..', import.meta.url));

export type Contract = 'embedding' | 'library' | 'ingest';

export interface LoadedContract<T> {
  /** For reflection and health registration. */
  definition: PackageDefinition;
  /** Service constructors, typed by the caller with the generated `ProtoGrpcType`. */
  grpc: T;
}

/** Reads `libtrails/<contract>/v1/<contract>.proto`; throws if the file is missing or broken. */
export function loadContract<T>(contract: Contract): LoadedContract<T> {
  const definition = loadSync(`libtrails/${contract}/v1/${contract}.proto`, {
    ...options,
    longs: Number,
    enums: String,
    includeDirs: [protoRoot],
  });
  return {
    definition,
    grpc: loadPackageDefinition(definition) as GrpcObject as T,
  };
}
