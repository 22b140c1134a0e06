import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { ChangeListener, Library } from '../store/sqlite/library.ts';
import { workAhead } from './ahead.ts';

const NO_CHANGE = {} as Parameters<ChangeListener>[0];

/** A library of so many books that can be told to change. */
function shelf(books: number) {
  const listeners = new Set<ChangeListener>();
  const statement = (() => ({
    all: () => Array.from({ length: books }, (_, i) => i + 1),
  })) as unknown as Library['statement'];
  const onChange: Library['onChange'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const change = () => {
    for (const listener of listeners) listener(NO_CHANGE);
  };
  return { statement, onChange, change };
}

function watched(books: number) {
  const library = shelf(books);
  const asked: number[] = [];
  const stop = workAhead(
    library,
    (book) => {
      asked.push(book);
      return { results: [], tookMs: null, signals: [], degraded: false, degradedReasons: [] };
    },
    { quietMs: 100, pauseMs: 10 },
  );
  return { library, asked, stop };
}

test('each book is asked for once the library has stood still, one after the other', (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { asked } = watched(3);
  mock.timers.tick(99);
  assert.deepEqual(asked, []);
  mock.timers.tick(1);
  assert.deepEqual(asked, [1]);
  mock.timers.tick(10);
  mock.timers.tick(10);
  mock.timers.tick(1_000);
  assert.deepEqual(asked, [1, 2, 3]);
});

test('a change begins it anew, and it ends when told to', (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { library, asked, stop } = watched(2);
  mock.timers.tick(100);
  library.change();
  mock.timers.tick(99);
  assert.deepEqual(asked, [1]);
  mock.timers.tick(1);
  assert.deepEqual(asked, [1, 1]);
  stop();
  library.change();
  mock.timers.tick(1_000);
  assert.deepEqual(asked, [1, 1]);
});

test('a library of more books than are kept is left alone', (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { asked } = watched(257);
  mock.timers.tick(10_000);
  assert.deepEqual(asked, []);
});
