/** Compares today's answer with a recorded one, as a client of the recorded version would notice. Pure. */

/** Fields that differ from run to run, or that name the version: their type is compared, not their value. */
const VARYING: ReadonlySet<string> = new Set([
  ...['tookMs', 'addedAt', 'updatedAt', 'uptimeSeconds', 'memoryBytes', 'memoryLimitBytes', 'vectorBytes'],
  ...['libraryBytes', 'latencies', 'jobs', 'requestId', 'version', 'revision', 'generation', 'fingerprint'],
  // Places on a map: a layout makes others of the last digits of vectors.
  ...['x', 'y', 'z', 'mapX', 'mapY'],
  // How well a hit answers: a judgement, which better words or ranking may change.
  ...['relevance', 'score'],
  // Which words of a passage are quoted as evidence.
  'matched',
  // Addresses of problem pages, and words written for people.
  ...['type', 'title', 'detail', 'message', 'reason', 'backend'],
]);
/** Names above that are content where this holds. */
const CONTENT_IN: Readonly<Record<string, (parent: Record<string, unknown>) => boolean>> = {
  title: (parent) => !('requestId' in parent) && !('retryable' in parent),
  type: (parent) => 'start' in parent,
  matched: (parent) => parent.matchedKind !== 'passage',
};
/** Scores are sums of floats that come from a model: another processor or kernel changes their last digits. */
const RELATIVE_TOLERANCE = 1e-2;

/**
 * What a client of the recorded version would miss: fields that are gone, types and values that changed. New fields
 * and longer lists are no difference.
 * @returns one line per difference, empty if there is none
 */
export function differences(recorded: unknown, now: unknown, path = '', varying = false): string[] {
  const kind = kindOf(recorded);
  if (kind !== kindOf(now)) return [`${path}: was ${kind}, is ${kindOf(now)}`];
  if (Array.isArray(recorded)) {
    const list = now as unknown[];
    if (varying)
      return recorded.length > 0 && list.length > 0 ? inner(recorded[0], list[0], `${path}[0]`) : [];
    if (list.length < recorded.length) return [`${path}: had ${recorded.length} entries, has ${list.length}`];
    return recorded.flatMap((entry, i) => differences(entry, list[i], `${path}[${i}]`));
  }
  if (kind === 'object') {
    const was = recorded as Record<string, unknown>;
    const is = now as Record<string, unknown>;
    return Object.keys(was).flatMap((key) => {
      const at = `${path}.${key}`;
      if (!(key in is)) return [`${at}: is gone`];
      return differences(was[key], is[key], at, varying || isVarying(key, was));
    });
  }
  if (varying || sameValue(recorded, now)) return [];
  return [`${path}: was ${JSON.stringify(recorded)}, is ${JSON.stringify(now)}`];

  function inner(was: unknown, is: unknown, at: string): string[] {
    return differences(was, is, at, true);
  }
}

function isVarying(key: string, parent: Record<string, unknown>): boolean {
  return VARYING.has(key) && !CONTENT_IN[key]?.(parent);
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Number.isInteger(a) && Number.isInteger(b)
    ? a === b
    : Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(a));
}
