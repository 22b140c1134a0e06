/** A passage with its neighbours in reading order, and the blocks that passages are made of. */
import type { PassageContext } from '../../catalogue.ts';
import type { Library } from '../library.ts';
import { passagesById } from './by-id.ts';

interface Place {
  bookId: number;
  seq: number;
  blocks: string;
}

export function passageContext(library: Library, id: number, around: number): PassageContext | undefined {
  const place = library.statement<Place>('passage-place').get(id);
  if (place === undefined) return undefined;
  const { bookId, seq, blocks } = place;
  const ordered = library
    .statement<[number, number]>('passage-neighbours', 'array')
    .all(bookId, seq - around, seq + around);
  const passages = passagesById(
    library,
    ordered.map(([neighbour]) => neighbour),
  );
  const read = (wanted: (seq: number) => boolean) =>
    ordered.flatMap(([other, otherSeq]) => (wanted(otherSeq) ? (passages.get(other) ?? []) : []));
  const [passage] = read((other) => other === seq);
  if (passage === undefined) return undefined;
  return { before: read((other) => other < seq), passage, blocks, after: read((other) => other > seq) };
}

export function blocksOfPassages(library: Library, ids: readonly number[]): Map<number, string> {
  const place = library.statement<Place>('passage-place');
  return new Map(
    ids.flatMap((id): [number, string][] => {
      const blocks = place.get(id)?.blocks;
      return blocks === undefined ? [] : [[id, blocks]];
    }),
  );
}
