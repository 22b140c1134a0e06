/** What the benchmark is asked to do. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../../infra/stack/stack.ts';
import { CURVE, DEMO, type LibrarySize, QUICK, SCALE } from './libraries/sizes.ts';

export const PARTS = [
  'versus',
  'scopes',
  'related',
  'embedding',
  'profile',
  'cold',
  'fidelity',
  'peers',
  'contained',
] as const;
export type Part = (typeof PARTS)[number];

/** Those that need nothing but Linux. */
const BY_DEFAULT: readonly Part[] = [
  'versus',
  'scopes',
  'related',
  'embedding',
  'profile',
  'cold',
  'fidelity',
];

const SIZES: readonly LibrarySize[] = [QUICK, DEMO, SCALE, ...CURVE];

export interface Options {
  library: string | undefined;
  size: LibrarySize;
  parts: readonly Part[];
  out: string;
  cpu: string;
  /** Share of a whole set of queries, 0..1. */
  share: number;
}

const USAGE = `npm run bench -- [options]
  --library FILE   the library to grow from, which no service has open (default: the starter shelf)
  --size NAME      ${SIZES.map(({ name }) => name).join(', ')} (default: demo, without --library quick)
  --quick          the size quick, with a fifth of the queries
  --parts A,B      ${PARTS.join(', ')} (default: all but peers and contained)
  --peers          the peers as well (fetches their packages)
  --containers     inside the limits of a 1-GB server as well (needs Docker)
  --share N        share of the queries, 0..1 (default 1)
  --out DIR        where the results go (default test/artifacts/bench)
  --cpu N          the CPU that everything runs on (default 0)`;

/** Reads the command line; ends the process with the usage if it is wrong. */
export function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        library: { type: 'string' },
        size: { type: 'string' },
        quick: { type: 'boolean', default: false },
        parts: { type: 'string' },
        peers: { type: 'boolean', default: false },
        containers: { type: 'boolean', default: false },
        share: { type: 'string' },
        out: { type: 'string', default: join(root, 'test/artifacts/bench') },
        cpu: { type: 'string', default: '0' },
      },
    });
    const named = values.size ?? (values.quick || values.library === undefined ? 'quick' : 'demo');
    const size = SIZES.find(({ name }) => name === named);
    if (size === undefined) throw new Error(`There is no size ${named}`);
    const parts = (values.parts?.split(',') ?? [...BY_DEFAULT]) as Part[];
    const unknown = parts.filter((part) => !PARTS.includes(part));
    if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}`);
    if (values.peers) parts.push('peers');
    if (values.containers) parts.push('contained');
    const share = Number(values.share ?? (values.quick ? 0.2 : 1));
    if (!(share > 0 && share <= 1)) throw new Error('--share is a number above 0, at most 1');
    return { library: values.library, size, parts, out: values.out, cpu: values.cpu, share };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}
