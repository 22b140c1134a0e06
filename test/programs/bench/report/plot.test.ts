import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { latencyPlot } from './plot.ts';

const points = [
  { topics: 10_000, p50: 4, p95: 9 },
  { topics: 1_000_000, p50: 40, p95: 95 },
];

describe('the plot of latency against size', () => {
  const svg = latencyPlot('Search', [
    { name: 'ours', style: 'ours', points },
    {
      name: 'reference',
      style: 'seven',
      points: points.map((p) => ({ ...p, p50: p.p50 * 10, p95: p.p95 * 10 })),
    },
  ]);

  it('has a line for each series, and a slower one lies above', () => {
    const lines = [...svg.matchAll(/<polyline class="line (\w+)" points="([^"]+)"/g)];
    assert.deepEqual(
      lines.map(([, style]) => style),
      ['ours', 'seven'],
    );
    const firstY = (line: RegExpMatchArray) => Number(line[2]!.split(' ')[0]!.split(',')[1]);
    assert.ok(firstY(lines[1]!) < firstY(lines[0]!));
  });

  it('names sizes and milliseconds on its axes', () => {
    for (const label of ['>10K<', '>1M<', '>1 ms<', '>1,000 ms<']) assert.ok(svg.includes(label), label);
  });

  it('keeps every point within the frame', () => {
    for (const [, cx, cy] of svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)) {
      assert.ok(Number(cx) >= 84 && Number(cx) <= 696 && Number(cy) >= 52 && Number(cy) <= 368);
    }
  });
});
