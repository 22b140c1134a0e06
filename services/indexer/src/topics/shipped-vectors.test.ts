import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { createEmbedder, type Embedder as Model } from '@libtrails/embedding/embedder';
import { modelPaths } from '@libtrails/models/paths';
import type { Embedder } from '../book.ts';
import { conceptVectors, embedConcepts } from './concept-space.ts';
import { backgroundProse, embedBackground } from './origins.ts';
import { hashOf, readShippedVectors, textsOf } from './shipped-vectors.ts';
import { dot } from './vectors.ts';
import { shippedVocabulary } from './vocabulary.ts';
import { wordsEmbedder } from './words-embedder.test-support.ts';

const { concepts } = shippedVocabulary();
const shipped = readShippedVectors()!;

describe('the shipped vectors', () => {
  it('are those of the vocabulary and the prose as they stand', () => {
    const command = 'run: node services/indexer/scripts/embed-vocabulary.ts';
    assert.equal(shipped.sources.vocabulary, hashOf(concepts.flatMap(textsOf)), command);
    assert.equal(shipped.sources.prose, hashOf(backgroundProse()), command);
    assert.equal(shipped.concepts.length, concepts.length);
  });

  it('are not used for a model that gives other vectors, nor for another vocabulary', async () => {
    const few = concepts.slice(0, 3);
    const { vectors } = await conceptVectors(few, wordsEmbedder);
    assert.deepEqual(vectors, (await embedConcepts(few, wordsEmbedder)).vectors);

    const texts: string[] = [];
    const counted: Embedder = (all, kind) => {
      texts.push(...all);
      return wordsEmbedder(all, kind);
    };
    await conceptVectors(concepts, counted);
    assert.ok(texts.length > 9_000, 'the whole vocabulary is embedded');
  });
});

const skip = existsSync(modelPaths().weights.int8) ? false : 'the model is not there: npm run model';

describe('the shipped vectors beside the model', { skip }, () => {
  /** Concepts that are embedded again, spread over the vocabulary. */
  const SAMPLE_STEP = 70;
  /** Of one machine; int8 differs a little more between processors. */
  const LEAST_COSINE = 0.99;
  let model: Model;
  let texts = 0;
  const embed: Embedder = async (all, kind) => {
    texts += all.length;
    const { vectors, dims } = await model.embed(all, kind);
    return all.map((_, i) => vectors.slice(i * dims, (i + 1) * dims));
  };
  before(async () => {
    model = await createEmbedder();
  });
  after(() => model?.close());

  it('are the vectors that the model gives', async () => {
    const places = concepts.flatMap((_, i) => (i % SAMPLE_STEP === 0 ? [i] : []));
    const { vectors } = await embedConcepts(
      places.map((place) => concepts[place]!),
      embed,
    );
    for (const [i, place] of places.entries()) {
      const cosine = dot(vectors[i]!, shipped.concepts[place]!);
      assert.ok(cosine >= LEAST_COSINE, `${concepts[place]!.name}: ${cosine}`);
    }
    const background = await embedBackground(backgroundProse(), embed);
    assert.ok(dot(background, shipped.background) >= LEAST_COSINE);
  });

  it('take the place of embedding the vocabulary', async () => {
    texts = 0;
    const { vectors } = await conceptVectors(concepts, embed);
    assert.equal(vectors.length, concepts.length);
    assert.equal(texts, 1, 'one text tells that it is the same model');
  });
});
