/** The words of a passage that show why it was found: one line of it. */
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import { highlights, type TextRange } from '../passages/highlights.ts';
import type { Question } from '../signals/signal.ts';
import type { Store } from '../store/store.ts';
import { wordsOf } from '../words/words.ts';
import { markSentences } from './marks.ts';

/** UTF-16 units of a quotation. */
const LENGTH = 120;

/** Of each passage, by its id: the stretch with most of the reader's words, else the sentence nearest in meaning. */
export async function quotesOf(
  passages: ReadonlyMap<number, Passage>,
  question: Question,
  store: Store,
): Promise<Map<number, string>> {
  const words = new Map([...passages].map(([id, { text }]) => [id, wordsOf(text)]));
  const quotes = new Map<number, string>();
  const others: Passage[] = [];
  for (const [id, passage] of passages) {
    const place = closest(highlights(passage.text, question.words, words.get(id)), passage.text);
    if (place === undefined) others.push({ ...passage });
    else quotes.set(id, quoted(passage.text, place));
  }
  await markSentences(others, words, question, store);
  for (const { id, text, sentences } of others) quotes.set(id, quoted(text, sentences[0]));
  return quotes;
}

/** A line of the text around a place in it, cut between words; without one, its beginning. */
export function quoted(text: string, place: TextRange = { start: 0, end: 0 }): string {
  const room = Math.max(0, LENGTH - (place.end - place.start));
  const from = Math.max(0, Math.min(place.start, place.end - 1) - Math.floor(room / 2));
  const start = from === 0 ? 0 : text.slice(0, place.start).lastIndexOf(' ', from) + 1;
  const whole = text
    .slice(start, start + 2 * LENGTH)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const before = start > 0 ? '… ' : '';
  if (whole.length <= LENGTH) return before + whole;
  const cut = whole.lastIndexOf(' ', LENGTH);
  return `${before}${whole.slice(0, cut > 0 ? cut : LENGTH)} …`;
}

/** The stretch of at most LENGTH units with the most different words of the reader's; undefined if there are none. */
function closest(marks: readonly TextRange[], text: string): TextRange | undefined {
  let best: TextRange | undefined;
  let most = 0;
  for (const [i, { start }] of marks.entries()) {
    const words = new Set<string>();
    let { end } = marks[i]!;
    for (let j = i; j < marks.length && marks[j]!.end <= start + LENGTH; j += 1) {
      words.add(text.slice(marks[j]!.start, marks[j]!.end).toLowerCase());
      end = marks[j]!.end;
    }
    if (words.size <= most) continue;
    most = words.size;
    best = { start, end };
  }
  return best;
}
