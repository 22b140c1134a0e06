/** The product's vectors with exact float32 scores in place of its own: what a search would find without rounding. */
import { DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import type { VectorMirrors } from '@libtrails/retrieval/store/sqlite/vectors/mirrors';
import { selectTopK } from '@libtrails/retrieval/store/sqlite/vectors/top-k';
import { readFloatRows, VECTOR_KINDS, type VectorKind } from '../libraries/float-rows.ts';

type VectorSet = VectorMirrors[VectorKind];

/** `mirrors` with the scores of the float32 rows in `folder`. All else (ids, owners, stored vectors) is theirs. */
export function withExactScores(mirrors: VectorMirrors, folder: string): VectorMirrors {
  const exact = Object.fromEntries(VECTOR_KINDS.map((kind) => [kind, exactSet(mirrors[kind], folder, kind)]));
  return override(mirrors, exact);
}

function exactSet(set: VectorSet, folder: string, kind: VectorKind): VectorSet {
  const { ids, vectors } = readFloatRows(folder, kind);
  const placeOf = new Map<number, number>();
  for (const [place, id] of ids.entries()) placeOf.set(id, place);
  const places = Uint32Array.from(set.ids, (id) => {
    const place = placeOf.get(id);
    if (place === undefined) throw new Error(`There is no float32 vector of ${kind} ${id}`);
    return place;
  });
  const scoreAll = (query: ArrayLike<number>): Float32Array => {
    const unit = Float32Array.from(query);
    const length = Math.hypot(...unit);
    for (let d = 0; d < DIMS; d += 1) unit[d] = unit[d]! / length;
    const scores = new Float32Array(places.length);
    for (let row = 0; row < places.length; row += 1) {
      const start = places[row]! * DIMS;
      let dot = 0;
      for (let d = 0; d < DIMS; d += 1) dot += unit[d]! * vectors[start + d]!;
      scores[row] = dot;
    }
    return scores;
  };
  return override(set, {
    scoreAll,
    topK: (query: ArrayLike<number>, k: number, accept?: (row: number) => boolean) =>
      selectTopK(set.ids, scoreAll(query), set.size, k, accept),
  });
}

/** `target` with some of its members replaced. A prototype would not do: the classes have private fields. */
function override<T extends object>(target: T, members: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get(of, name) {
      if (typeof name === 'string' && name in members) return members[name];
      const value = Reflect.get(of, name, of) as unknown;
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
}
