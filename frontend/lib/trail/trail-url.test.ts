import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anotherWay,
  EMPTY_TRAIL,
  parseTrail,
  trailEnd,
  trailFileName,
  trailTextUrl,
  trailUrl,
  withDropped,
  withPinToggled,
} from './trail-url.ts';

const STATE = {
  from: 'ambition',
  to: 'passage:17',
  steps: 9,
  seed: 2,
  drop: [4, 5],
  pins: [{ step: 3, passageId: 1174 }],
};

test('an address brings the same trail back', () => {
  const url = trailUrl(STATE);
  assert.equal(url, '/trail?from=ambition&to=passage:17&steps=9&seed=2&pin=3:1174&drop=4,5');
  assert.deepEqual(parseTrail(Object.fromEntries(new URL(url, 'http://x').searchParams)), STATE);
});

test('a file is named after its trail, by letters and digits of any script, and is not too long', () => {
  assert.equal(
    trailFileName('From “ambition” to “Güte & Größe”', 'md'),
    'trail-from-ambition-to-gute-große.md',
  );
  assert.ok(trailFileName(`From ${'a word '.repeat(40)}`, 'xhtml').length <= 86);
  assert.doesNotMatch(trailFileName('From “../../etc”', 'md'), /\.\.|\//);
});

test('the usual is left out, and nonsense becomes the usual', () => {
  assert.equal(trailUrl(EMPTY_TRAIL), '/trail');
  const nonsense = { from: ' a ', steps: '99999', seed: '-1', drop: 'x,7,7', pin: '3,9:1,11:2,0:5' };
  assert.deepEqual(parseTrail(nonsense), { ...EMPTY_TRAIL, from: 'a', drop: [7] });
});

test('a pin beyond the end of a shorter trail is left out', () => {
  assert.deepEqual(parseTrail({ from: 'a', steps: '5', pin: '9:1,5:2' }).pins, [{ step: 5, passageId: 2 }]);
});

test('a dropped passage is no longer pinned; another pin at a step takes the place of the first', () => {
  assert.deepEqual(withDropped(STATE, 1174).pins, []);
  assert.deepEqual(withDropped(STATE, 1174).drop, [4, 5, 1174]);
  assert.deepEqual(withPinToggled(STATE, 3, 8).pins, [{ step: 3, passageId: 8 }]);
  assert.deepEqual(withPinToggled(STATE, 3, 1174).pins, []);
  assert.deepEqual(
    withPinToggled(STATE, 1, 9).pins.map(({ step }) => step),
    [1, 3],
  );
});

test('another way keeps the ends and the pins', () => {
  assert.deepEqual(anotherWay(STATE), { ...STATE, seed: 3 });
});

test('the text of a trail is asked of the service with all that makes it', () => {
  assert.equal(
    trailTextUrl(STATE, 'markdown'),
    '/api/v1/trail?from=ambition&to=passage:17&steps=9&seed=2&pin=3:1174&drop=4,5&format=markdown',
  );
});

test('an end is words unless it names a passage or a topic', () => {
  assert.deepEqual(trailEnd('topic:4'), { kind: 'topic', id: 4 });
  assert.deepEqual(trailEnd('topic: the sea'), { kind: 'words', id: 0 });
});
