/** Does time grow with the size of an input? Measured by doubling it, in processor time, so that others are no noise. */

/** Twice the input may take this much longer. Linear work takes 2, and the noise of a busy machine some tenths. */
const MAX_GROWTH = 2.5;
/** No noise makes so much of it twice in a row; the square makes 4. */
const DECISIVE_GROWTH = 3.5;
/** Shorter times say nothing, in milliseconds of processor time. */
const TELLING_MS = 25;
/** Inputs are made no longer than this, in UTF-16 units: what is fast then is fast enough. */
const MAX_UNITS = 1024 * 1024;
const FIRST_UNITS = 2_048;

export type Reader = (source: string) => unknown;

export interface Growth {
  /** UTF-16 units of the three inputs, each twice as long as the one before. */
  units: number[];
  /** Milliseconds that each took. */
  ms: number[];
}

/** Milliseconds of processor time that this thread has used. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/**
 * Doubles an input until reading it takes long enough to be measured, then twice more.
 * @param make an input of about so many units
 * @param now milliseconds used so far; a test counts steps instead
 * @returns what was measured if time grew too much both times, else undefined
 */
export async function findGrowth(
  read: Reader,
  make: (units: number) => string,
  attempts = 3,
  now: () => number = processorTime,
): Promise<Growth | undefined> {
  for (let units = FIRST_UNITS; units <= MAX_UNITS; units *= 2) {
    // Twice, because a collection of garbage can make the first time look telling.
    if ((await best(read, make(units), 2, now)) < TELLING_MS) continue;
    const sizes = [units, 2 * units, 4 * units];
    // Anyone may be unlucky once: compilation, a collection of garbage.
    for (let attempt = 0; attempt < attempts; attempt++) {
      const ms: number[] = [];
      for (const size of sizes) {
        const source = make(size);
        ms.push(await best(read, source, attempt + 2, now));
        if (ms.length === 2 && ms[1]! <= MAX_GROWTH * ms[0]!) break;
      }
      if (ms.length < 3 || ms[2]! <= MAX_GROWTH * ms[1]!) return undefined;
      const decisive = ms[1]! > DECISIVE_GROWTH * ms[0]! && ms[2]! > DECISIVE_GROWTH * ms[1]!;
      if (decisive || attempt === attempts - 1) return { units: sizes, ms };
    }
  }
  return undefined;
}

/** Time that grows with the square of the size shows at the first attempt; more than this is not waited for, in milliseconds. */
const ENOUGH_MS = 4_000;

async function best(read: Reader, source: string, times: number, now: () => number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times && (i === 0 || least < ENOUGH_MS); i++) {
    least = Math.min(least, await measure(read, source, now));
  }
  return least;
}

/** Milliseconds that reading takes. A refusal is an answer as well. */
async function measure(read: Reader, source: string, now: () => number): Promise<number> {
  const before = now();
  try {
    await read(source);
  } catch {
    // Refused: what it took to see that counts.
  }
  return now() - before;
}
