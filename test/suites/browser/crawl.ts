/**
 * Walks every page of a running LibTrails, four at a time, and reads the web server's memory while it does:
 *   LIBTRAILS_URL=http://127.0.0.1:3000 npm run crawl -- [--minutes 2] [--pid PID of the web server]
 * Without --pid only speed and failures are told. Linux reads the memory from /proc/PID/status.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '2' }, pid: { type: 'string' } },
});
const origin = new URL(process.env.LIBTRAILS_URL ?? 'http://127.0.0.1:3000').origin;
const AT_ONCE = 4;
/** Addresses kept in mind: a library has more sections than a crawl can visit. */
const MAX_KNOWN = 20_000;
const end = Date.now() + Number(values.minutes) * 60_000;

const known = new Set([
  '/',
  '/search?q=friendship',
  '/books',
  '/themes',
  '/domains',
  '/universe',
  '/trail',
  '/status',
  '/about',
  '/library',
]);
const queue = [...known];
let next = 0;
let pages = 0;
const failures = new Map<string, number>();
const times: number[] = [];

/** Resident and anonymous MB of the web server. */
function memory(): { resident: number; anonymous: number } | undefined {
  if (values.pid === undefined) return undefined;
  const text = readFileSync(`/proc/${values.pid}/status`, 'utf8');
  const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024;
  return { resident: mb('VmRSS'), anonymous: mb('RssAnon') };
}

async function walk(): Promise<void> {
  while (Date.now() < end) {
    const path = queue[next++ % queue.length] ?? '/';
    const start = performance.now();
    const answer = await fetch(origin + path).catch(() => undefined);
    const html = (await answer?.text().catch(() => '')) ?? '';
    times.push(performance.now() - start);
    pages++;
    if (!answer?.ok) {
      const kind = `${answer?.status ?? 'no answer'} ${path.replace(/\d+/g, 'N').replace(/\?.*/, '')}`;
      failures.set(kind, (failures.get(kind) ?? 0) + 1);
    }
    for (const [, href = ''] of html.matchAll(/href="(\/(?!_next|api)[^"#]*)/g)) {
      const found = href.replaceAll('&amp;', '&');
      if (known.size >= MAX_KNOWN || known.has(found) || /\.\w+$/.test(found)) continue;
      known.add(found);
      queue.push(found);
    }
  }
}

const readings: { resident: number; anonymous: number }[] = [];
const meter = setInterval(() => {
  const now = memory();
  if (now) readings.push(now);
}, 1_000);
await Promise.all(Array.from({ length: AT_ONCE }, walk));
clearInterval(meter);

times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
console.log(
  `${pages} pages of ${known.size} known, ${AT_ONCE} at a time; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
);
for (const [kind, n] of failures) console.log(`failed ${n} times: ${kind}`);
if (readings.length > 0) {
  const mean = (part: typeof readings) => part.reduce((sum, r) => sum + r.resident, 0) / part.length;
  const quarter = Math.max(1, Math.floor(readings.length / 4));
  const peak = Math.max(...readings.map((r) => r.resident));
  const peakAnonymous = Math.max(...readings.map((r) => r.anonymous));
  console.log(`memory: peak ${peak.toFixed(0)} MB resident, ${peakAnonymous.toFixed(0)} MB anonymous`);
  console.log(
    `mean of the quarters: ${[0, 1, 2, 3].map((q) => mean(readings.slice(q * quarter, (q + 1) * quarter)).toFixed(0)).join(', ')} MB`,
  );
}
process.exit(failures.size === 0 ? 0 : 1);
