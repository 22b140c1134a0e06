/** Reads the hand-written concept vocabulary that stands beside this file, one JSON file a domain. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export interface Concept {
  /** What a reader would call it; good enough to be the title of a theme. Unique in the vocabulary. */
  readonly name: string;
  /** Other words for it, three to five, none of which belongs to a second concept. */
  readonly aliases: readonly string[];
}

export interface Domain {
  readonly name: string;
  /** Sorted by name. */
  readonly concepts: readonly Concept[];
}

const Label = z.string().trim().min(1);
const DomainFile = z.strictObject({
  domain: Label,
  concepts: z.array(z.strictObject({ name: Label, aliases: z.array(Label).min(1) })).min(1),
});

/**
 * The vocabulary: domains in the order of their file names, so that the same files always give the same places.
 * Reads the disk at each call (about 30 small files); callers keep the result.
 * @throws Error naming the file that is no JSON or has another form.
 */
export function loadVocabulary(folder: string = import.meta.dirname): readonly Domain[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readDomain(path.join(folder, file)));
}

function readDomain(file: string): Domain {
  try {
    const { domain, concepts } = DomainFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { name: domain, concepts };
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`${path.basename(file)} is no vocabulary file: ${reason}`, {
      cause,
    });
  }
}
