import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { Catalogue } from '../store/catalogue.ts';
import type { ChangeListener } from '../store/change.ts';
import type { Store } from '../store/store.ts';
import { workAhead } from './ahead.ts';

const NO_CHANGE = {} as Parameters<ChangeListener>[0];

/** What pieces of work that wait for nothing do before the next timer. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A library of so many books that can be told to change. */
function shelf(books: number) {
  const listeners = new Set<ChangeListener>();
  const catalogue = {
    allBooks: async () => Array.from({ length: books }, (_, i) => ({ id: i + 1 })),
  } as unknown as Catalogue;
  const onChange: Store['onChange'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const change = () => {
    for (const listener of listeners) listener(NO_CHANGE);
  };
  const prepared = mock.fn(async () => undefined);
  const vocabulary = { prepareWords: prepared } as unknown as Store['vocabulary'];
  return { catalogue, onChange, change, vocabulary, prepared };
}

function watched(books: number) {
  const library = shelf(books);
  const asked: number[] = [];
  const stop = workAhead(
    library,
    async (book) => {
      asked.push(book);
      return { results: [], tookMs: null, signals: [], degraded: false, degradedReasons: [] };
    },
    { quietMs: 100, pauseMs: 10 },
  );
  return { library, asked, stop };
}

test('each book is asked for once the library has stood still, one after the other', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { asked, library } = watched(3);
  mock.timers.tick(99);
  await settled();
  assert.deepEqual(asked, []);
  mock.timers.tick(1);
  await settled();
  assert.equal(library.prepared.mock.callCount(), 1);
  assert.deepEqual(asked, [1]);
  mock.timers.tick(10);
  await settled();
  mock.timers.tick(10);
  await settled();
  mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(asked, [1, 2, 3]);
});

test('a change begins it again, and it ends when told to', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { library, asked, stop } = watched(2);
  mock.timers.tick(100);
  await settled();
  library.change();
  mock.timers.tick(99);
  await settled();
  assert.deepEqual(asked, [1]);
  mock.timers.tick(1);
  await settled();
  assert.deepEqual(asked, [1, 1]);
  stop();
  library.change();
  mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(asked, [1, 1]);
});

test('a library of more books than are kept is left alone', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { asked } = watched(257);
  mock.timers.tick(10_000);
  await settled();
  assert.deepEqual(asked, []);
});
