/**
 * protobufjs 7 names the hidden message of `map<K, V> some_field` "Some_field"; the language says "SomeFieldEntry",
 * and clients of reflection that check it (grpcurl, Go) refuse the whole file. This renames them.
 */
import type { PackageDefinition } from '@grpc/proto-loader';
import descriptor from 'protobufjs/ext/descriptor/index.js';

interface Field {
  name: string;
  typeName: string;
}

interface Message {
  name: string;
  field?: Field[];
  nestedType?: Message[];
  options?: { mapEntry?: boolean } | null;
}

interface FileMessage {
  messageType?: Message[];
}

/** `took_ms` → `TookMsEntry`, as protoc does. */
function entryName(field: string): string {
  const camel = field.replace(/(?:^|_)([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
  return `${camel}Entry`;
}

function repair(message: Message): void {
  for (const nested of message.nestedType ?? []) {
    repair(nested);
    if (!nested.options?.mapEntry) continue;
    const field = message.field?.find((f) => f.typeName.split('.').at(-1) === nested.name);
    if (field === undefined) continue;
    const name = entryName(field.name);
    field.typeName = [...field.typeName.split('.').slice(0, -1), name].join('.');
    nested.name = name;
  }
}

/** The same definition with file descriptors that reflection may show. Calls are not affected. */
export function withValidMapEntries(definition: PackageDefinition): PackageDefinition {
  const repaired = new Map<Buffer, Buffer>();
  const { FileDescriptorProto } = descriptor;
  const fix = (bytes: Buffer): Buffer => {
    const known = repaired.get(bytes);
    if (known) return known;
    const file = FileDescriptorProto.decode(bytes) as unknown as FileMessage;
    for (const message of file.messageType ?? []) repair(message);
    const out = Buffer.from(FileDescriptorProto.encode(file as never).finish());
    repaired.set(bytes, out);
    return out;
  };
  const shown: PackageDefinition = {};
  for (const [name, entry] of Object.entries(definition)) {
    const files: unknown = entry.fileDescriptorProtos;
    shown[name] = Array.isArray(files)
      ? Object.assign({}, entry, { fileDescriptorProtos: files.map(fix) })
      : entry;
  }
  return shown;
}
