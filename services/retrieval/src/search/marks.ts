/**
 * The sentence of a passage that is nearest to the query in meaning. Embedding every sentence shown would cost
 * some hundred forward passes a page; but the topics of a passage have vectors already, and their cosines to
 * the query are known from the topic signal. A sentence counts by the passage's topics that it names, each by
 * its cosine above what any topic has, and by the query's own words. Nothing is marked without evidence.
 */
import { topicsById } from '../browse/by-id.ts';
import type { TextRange } from '../passages/highlights.ts';
import type { Question, SearchIndex } from '../signals/signal.ts';
import { topicCosines } from '../signals/vec-topics.ts';
import { wordsOf } from '../words/words.ts';

/** What any two labels have in common: only the excess says something. */
const USUAL_COSINE = 0.6;
/** The rarest word of the query weighs as much as a topic that is nearly the query itself. */
const WORD_WEIGHT = 0.25;

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });

interface Passage {
  id: number;
  text: string;
  sentences: TextRange[];
}

/** Fills `sentences` of each passage: one range at most. */
export function markSentences(passages: readonly Passage[], question: Question, index: SearchIndex): void {
  if (passages.length === 0) return;
  const topicIds = new Map(
    passages.map(({ id }) => [id, index.library.statement<number>('passage-topics', 'value').all(id)]),
  );
  const topics = topicsById(index.library, [...new Set([...topicIds.values()].flat())]);
  const cosines = question.vectors.LABEL === undefined ? undefined : topicCosines(question, index);
  const own = wordWeights(question, index);
  for (const passage of passages) {
    const labels = (topicIds.get(passage.id) ?? []).flatMap((id) => {
      const row = index.vectors.topics.rowOf(id);
      const weight = row === undefined || cosines === undefined ? 0 : cosines[row]! - USUAL_COSINE;
      const label = topics.get(id)?.label;
      if (label === undefined || weight <= 0) return [];
      return [{ stems: wordsOf(label).map(({ stem }) => stem), weight }];
    });
    const nearest = nearestSentence(passage.text, labels, own);
    passage.sentences = nearest === undefined ? [] : [nearest];
  }
}

/** Stems of the query with what each says, by its rarity among passages. */
function wordWeights({ words }: Question, { passageWords, vectors }: SearchIndex): Map<string, number> {
  const all = vectors.chunks.size + 1;
  const stems = [...new Set(words.terms.flatMap((term) => term.stems))];
  const rarities = stems.map((stem) => Math.log(all / Math.max(1, passageWords.rows(stem))));
  const rarest = Math.max(...rarities, 1);
  return new Map(stems.map((stem, i) => [stem, (WORD_WEIGHT * Math.max(0, rarities[i]!)) / rarest]));
}

/** The first sentence with the greatest weight; undefined if none has any. */
export function nearestSentence(
  text: string,
  labels: readonly { stems: readonly string[]; weight: number }[],
  words: ReadonlyMap<string, number>,
): TextRange | undefined {
  let best: TextRange | undefined;
  let most = 0;
  for (const { segment, index } of SENTENCES.segment(text)) {
    const stems = new Set(wordsOf(segment).map(({ stem }) => stem));
    let weight = 0;
    for (const [word, rarity] of words) if (stems.has(word)) weight += rarity;
    for (const label of labels) if (label.stems.every((stem) => stems.has(stem))) weight += label.weight;
    if (weight <= most) continue;
    most = weight;
    const lead = segment.length - segment.trimStart().length;
    best = { start: index + lead, end: index + segment.trimEnd().length };
  }
  return best;
}
