import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestSentence } from './marks.ts';

const TEXT = 'The ship left port.  He was alone for weeks on the grey water. Dinner was served at six.';
const sentence = (labels: Parameters<typeof nearestSentence>[1], words: [string, number][] = []) => {
  const range = nearestSentence(TEXT, labels, new Map(words));
  return range === undefined ? undefined : TEXT.slice(range.start, range.end);
};

test('the sentence that names the nearest topics is marked, without the white space around it', () => {
  const labels = [
    { stems: ['alon'], weight: 0.2 },
    { stems: ['dinner'], weight: 0.1 },
  ];
  assert.equal(sentence(labels), 'He was alone for weeks on the grey water.');
});

test('a topic counts where all of its words stand, and words of the query count as well', () => {
  assert.equal(sentence([{ stems: ['grey', 'port'], weight: 0.9 }]), undefined);
  assert.equal(sentence([{ stems: ['alon'], weight: 0.2 }], [['dinner', 0.25]]), 'Dinner was served at six.');
});

test('without evidence nothing is marked', () => {
  assert.equal(sentence([]), undefined);
  assert.equal(nearestSentence('', [{ stems: ['sea'], weight: 1 }], new Map()), undefined);
});
