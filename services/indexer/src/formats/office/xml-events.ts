/** Runs through the XML of an office document; names lose their prefixes, which programs choose as they like. */
import { DeepParser } from '../epub/element-stack.ts';
import { readPrologue, resolveEntities } from '../epub/entities.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** An attribute, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}

/** @throws EpubError entities, bad_xml (a DOCTYPE without end) */
export function readXml(source: string, path: string, handler: XmlHandler): void {
  const { body, entities } = readPrologue(source, path);
  // At the end of a file that was cut off the parser closes elements without their names.
  const names: string[] = [];
  const parser = new DeepParser(
    {
      onopentag(name, attributes) {
        names.push(localName(name));
        handler.open(localName(name), attributes);
      },
      ontext: (text) => handler.text(text),
      onclosetag: () => handler.close(names.pop() ?? ''),
    },
    { xmlMode: true },
  );
  parser.end(resolveEntities(body, entities));
}
