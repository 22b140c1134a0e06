/**
 * The sentence of a passage that is nearest to the query in meaning. Embedding every sentence shown would cost
 * some hundred forward passes a page; but the topics of a passage have vectors already, and their cosines to
 * the query are known from the topic signal. A sentence counts by the passage's topics that it names, each by
 * its cosine above what any topic has, and by the query's own words. Nothing is marked without evidence.
 */
import { PROFILE } from '@libtrails/models/profile';
import type { TextRange } from '../passages/highlights.ts';
import { countsOf } from '../signals/keyword-hits.ts';
import type { Question } from '../signals/signal.ts';
import { nearTopics } from '../signals/vec-topics.ts';
import type { Store } from '../store/store.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** What any two labels have in common: only the excess says something. */
const USUAL_COSINE = PROFILE.calibration.labels.unrelated;
/** The rarest word of the query weighs as much as a topic that is nearly the query itself. */
const WORD_WEIGHT = 0.25;

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });

interface Passage {
  id: number;
  text: string;
  sentences: TextRange[];
}

/** Fills `sentences` of each passage: one range at most. `words` are those of each passage's text, by its id. */
export async function markSentences(
  passages: readonly Passage[],
  words: ReadonlyMap<number, readonly Word[]>,
  question: Question,
  store: Store,
): Promise<void> {
  if (passages.length === 0) return;
  const carried = await store.links.topicsOfPassages(passages.map(({ id }) => id));
  const cosines: ReadonlyMap<number, number> =
    question.vectors.LABEL === undefined
      ? new Map()
      : await nearTopics(question, store).cosines(new Set([...carried.values()].flat()));
  const weightOf = (topic: number) => (cosines.get(topic) ?? USUAL_COSINE) - USUAL_COSINE;
  const topicIds = new Map(
    [...carried].map(([passage, topics]) => [passage, topics.filter((topic) => weightOf(topic) > 0)]),
  );
  const topics = await store.catalogue.topics([...new Set([...topicIds.values()].flat())]);
  const own = await wordWeights(question, store);
  for (const passage of passages) {
    const labels = (topicIds.get(passage.id) ?? []).flatMap((id) => {
      const label = topics.get(id)?.label;
      if (label === undefined) return [];
      return [{ stems: wordsOf(label).map(({ stem }) => stem), weight: weightOf(id) }];
    });
    const nearest = nearestSentence(passage.text, labels, own, words.get(passage.id));
    passage.sentences = nearest === undefined ? [] : [nearest];
  }
}

/** Stems of the query with what each says, by its rarity among passages. */
async function wordWeights(question: Question, store: Store): Promise<Map<string, number>> {
  const all = store.vectors.count('passages') + 1;
  const counts = [...(await countsOf(question, store))];
  const rarities = counts.map(([, { passages }]) => Math.log(all / Math.max(1, passages)));
  const rarest = Math.max(...rarities, 1);
  return new Map(counts.map(([stem], i) => [stem, (WORD_WEIGHT * Math.max(0, rarities[i]!)) / rarest]));
}

/** The first sentence with the greatest weight; undefined if none has any. `cut` is the text's own words. */
export function nearestSentence(
  text: string,
  labels: readonly { stems: readonly string[]; weight: number }[],
  words: ReadonlyMap<string, number>,
  cut: readonly Word[] = wordsOf(text),
): TextRange | undefined {
  if (labels.length === 0 && words.size === 0) return undefined;
  let at = 0;
  let best: TextRange | undefined;
  let most = 0;
  for (const { segment, index } of SENTENCES.segment(text)) {
    const stems = new Set<string>();
    for (; at < cut.length && cut[at]!.start < index + segment.length; at += 1) stems.add(cut[at]!.stem);
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
