import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { linePlot } from './line-plot.ts';

const plot = {
  title: 'a < b & "c"',
  x: 'load',
  y: 'ms',
  series: [
    {
      name: 'p50',
      points: [
        [1, 2],
        [10, 4],
        [100, Number.NaN],
        [1_000, 80],
      ] as [number, number][],
    },
    {
      name: 'p95',
      points: [
        [1, 5],
        [10, 9],
        [100, 40],
        [1_000, 300],
      ] as [number, number][],
    },
  ],
  limit: { y: 100, name: 'target' },
  logX: true,
  logY: true,
};

function elements(svg: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) =>
    found.push({ name, attributes: attributes as Record<string, string> }),
  );
  parser.write(svg).close();
  return found;
}

test('a plot is well-formed XML with a line for each series and colours for dark ground', () => {
  const svg = linePlot(plot);
  assert.equal(elements(svg).filter(({ name }) => name === 'path').length, 2);
  assert.match(svg, /prefers-color-scheme:dark/);
});

test('a value that is missing leaves a gap', () => {
  const path = elements(linePlot(plot)).find(({ name }) => name === 'path')!;
  assert.equal(path.attributes.d!.match(/M/g)!.length, 2);
});

test('all points lie within the picture', () => {
  for (const logX of [true, false]) {
    for (const { attributes } of elements(linePlot({ ...plot, logX })).filter(
      ({ name }) => name === 'path',
    )) {
      const numbers = attributes.d!.match(/[\d.-]+/g)!.map(Number);
      assert.ok(numbers.every((value) => value >= 0 && value <= 760));
    }
  }
});
