/** What is done to the stack, one thing after the other. Each is over when its promise resolves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CONTAINERS, type Container, type LoadStack } from '../../load/box/load-stack.ts';
import type { LibraryWords } from '../../load/library/library-words.ts';
import { runArrivals, senderTo } from '../../load/traffic/arrivals.ts';
import { closedLoop } from '../../load/traffic/autocannon.ts';
import { searchPath, searchStream } from '../../load/traffic/mix.ts';
import { slowHeaders, vanishingClients } from './hostile-clients.ts';
import { exhaustMemory } from './memory-hog.ts';
import { slowDisk } from './slow-disk.ts';

export interface Blow {
  fault: string;
  strike: () => Promise<void>;
  /** How often it is done; once else. */
  times?: number;
}

export interface BlowContext {
  stack: LoadStack;
  words: LibraryWords;
  /** Shorter and fewer. */
  quick: boolean;
  tell: (line: string) => void;
}

/** What compose restarts one by one when images are new; Caddy takes a new configuration without a restart. */
const ROLLING: readonly Container[] = ['embedding', 'retrieval', 'web', 'indexer'];
/** Ten times and more what one CPU answers (see the steps of the load tests). */
const OVERLOAD_RATE = 600;
const CROWD = 500;
const SLOW_CLIENTS = 1_000;
const VANISHING_PER_SECOND = 50;

export function allBlows({ stack, words, quick, tell }: BlowContext): Blow[] {
  const seconds = (long: number, short: number) => (quick ? short : long) * 1_000;
  const times = quick ? 1 : 3;
  const frozen = seconds(30, 8);
  const kill = (container: Container): Blow => ({
    fault: `${container} killed (SIGKILL)`,
    strike: async () => stack.kill(container),
    times,
  });
  const freeze = (container: Container): Blow => ({
    fault: `${container} frozen for ${frozen / 1_000} s`,
    strike: async () => {
      stack.freeze(container);
      await sleep(frozen);
      stack.unfreeze(container);
    },
  });
  const unplug = (container: Container): Blow => ({
    fault: `${container} off the network for ${seconds(10, 5) / 1_000} s`,
    strike: async () => {
      stack.unplug(container);
      await sleep(seconds(10, 5));
      stack.plugIn(container);
    },
  });
  const outOfMemory = (container: Container): Blow => ({
    fault: `${container} out of memory (killed by Linux)`,
    strike: () => exhaustMemory(stack, container),
  });
  const nextSearch = searchStream(words, 11);
  const nextPath = () => {
    const request = nextSearch();
    return 'path' in request ? request.path : searchPath('books', 'books');
  };
  return [
    {
      fault: 'rolling restart: embedding, retrieval, web, indexer, each when the one before is healthy',
      strike: async () => {
        for (const container of ROLLING) {
          await stack.restart(container);
          await stack.waitUntilHealthy(container);
        }
      },
      times,
    },
    { fault: 'the same four restarted at one moment', strike: () => stack.restart(...ROLLING) },
    { fault: 'Caddy takes its configuration anew', strike: () => stack.reloadCaddy() },
    ...(quick ? (['retrieval'] as const) : (['embedding', 'retrieval', 'web', 'caddy'] as const)).map(kill),
    ...(quick ? (['embedding'] as const) : CONTAINERS).map(outOfMemory),
    freeze('embedding'),
    freeze('retrieval'),
    unplug('embedding'),
    unplug('retrieval'),
    {
      fault: `slow disk: 1 MB/s for ${seconds(20, 5) / 1_000} s`,
      strike: () => slowDisk(stack, seconds(20, 5)),
    },
    {
      fault: `overload: ${OVERLOAD_RATE} searches/s for ${seconds(20, 5) / 1_000} s`,
      strike: async () => {
        const sender = senderTo(stack);
        const next = searchStream(words, 5);
        await runArrivals({
          rate: OVERLOAD_RATE,
          seconds: seconds(20, 5) / 1_000,
          next,
          sender,
          onOutcome: () => undefined,
        });
        sender.close();
      },
    },
    {
      fault: `${CROWD} clients at one moment`,
      strike: async () => {
        await closedLoop(stack.url, { connections: CROWD, requests: quick ? CROWD : CROWD * 4, nextPath });
      },
    },
    {
      fault: `slowloris: ${SLOW_CLIENTS} connections, a byte a second each, for ${seconds(30, 13) / 1_000} s`,
      strike: async () => {
        const { opened, closed } = await slowHeaders(stack, SLOW_CLIENTS, seconds(30, 13));
        tell(`slowloris: ${opened} connections let in, ${closed} of them closed by the server`);
      },
    },
    {
      fault: `clients that vanish, ${VANISHING_PER_SECOND}/s for ${seconds(15, 5) / 1_000} s`,
      strike: async () => {
        await vanishingClients(stack, nextPath, VANISHING_PER_SECOND, seconds(15, 5));
      },
    },
  ];
}
