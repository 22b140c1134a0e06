import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { ThemeDraft } from '../grouping/theme-namer.ts';
import { chatServer, type Manner, say, wellBehaved } from './chat-server.test-support.ts';
import { estimate, type LlmSettings, llmNamer } from './llm-namer.ts';

const drafts = (count: number): ThemeDraft[] =>
  Array.from({ length: count }, (_, i) => ({
    label: `theme ${i}`,
    subtitle: `some topics of ${i}`,
    topics: [`topic ${i}`, `other topic ${i}`],
  }));

interface Scene {
  manner: Manner;
  settings?: Partial<LlmSettings>;
  keep?: string;
  signal?: AbortSignal;
}

async function scene(t: TestContext, { manner, settings, keep, signal }: Scene) {
  const { url, asked } = await chatServer(t, manner);
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-titles-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = keep ?? join(folder, 'deep', 'titles.jsonl');
  const lines: string[] = [];
  const waits: number[] = [];
  const all: LlmSettings = {
    url,
    model: 'small',
    token: undefined,
    timeoutMs: 2_000,
    batch: 4,
    maxTokens: 100_000,
    price: undefined,
    ...settings,
  };
  const namer = llmNamer(all, {
    keep: file,
    signal: signal ?? new AbortController().signal,
    report: (line) => lines.push(line),
    wait: async (ms) => void waits.push(ms),
  });
  const name = async (count: number) => (await namer(drafts(count))).map(({ label }) => label);
  return { name, namer, asked, lines, waits, file };
}

const about = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `about theme ${from + i}`);
const drafted = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `theme ${from + i}`);

describe('llmNamer', () => {
  it('asks in batches, with a schema, model and token, for leading topics alone', async (t) => {
    const { name, asked } = await scene(t, { manner: wellBehaved(), settings: { token: 'secret' } });
    assert.deepEqual(await name(10), about(0, 10));
    assert.deepEqual(
      asked.map(({ themes }) => themes.length),
      [4, 4, 2],
    );
    assert.ok(asked.every(({ hasSchema, model }) => hasSchema && model === 'small'));
    assert.ok(asked.every(({ authorization }) => authorization === 'Bearer secret'));
    assert.deepEqual(asked[0]!.themes[1], { id: 1, draft: 'theme 1', topics: ['topic 1', 'other topic 1'] });
  });

  it('says what it will take before the first question, and asks nothing above the limit', async (t) => {
    const price = { input: 2, output: 10 };
    const cheap = await scene(t, { manner: wellBehaved(), settings: { price } });
    await cheap.name(9);
    assert.match(
      cheap.lines[0]!,
      /^Naming 9 of 9 themes with small at 127\.0\.0\.1:\d+: 3 questions, about \d+ tokens in and 270 out, about 0\.\d\d in money\.$/,
    );

    const dear = await scene(t, { manner: wellBehaved(), settings: { maxTokens: 500 } });
    assert.deepEqual(await dear.name(9), drafted(0, 9));
    assert.equal(dear.asked.length, 0);
    assert.match(dear.lines[1]!, /more than 500 tokens/);
  });

  it('goes on where it was stopped, and never asks twice', async (t) => {
    const stop = new AbortController();
    const first = await scene(t, {
      signal: stop.signal,
      manner: (asked, response, n) => {
        if (n < 2) wellBehaved()(asked, response, n);
        else stop.abort();
      },
    });
    await assert.rejects(first.name(12), { code: 'cancelled' });
    // The process died while it wrote a line.
    appendFileSync(first.file, '\n["half a li');

    const second = await scene(t, { manner: wellBehaved(), keep: first.file });
    assert.deepEqual(await second.name(12), about(0, 12));
    assert.equal(second.asked.length, 1);
    assert.equal(second.asked[0]!.themes[0]!.draft, 'theme 8');

    const third = await scene(t, { manner: wellBehaved(), keep: first.file });
    assert.deepEqual(await third.name(12), about(0, 12));
    assert.equal(third.asked.length, 0);
    assert.deepEqual(third.lines, []);
  });

  it('sends new requests to another model', async (t) => {
    const first = await scene(t, { manner: wellBehaved() });
    await first.name(2);
    const other = await scene(t, { manner: wellBehaved(), keep: first.file, settings: { model: 'large' } });
    await other.name(2);
    assert.equal(other.asked.length, 1);
  });

  it('tries again after 429 and 500, as long as the server asks for', async (t) => {
    const { name, waits } = await scene(t, {
      manner: (asked, response, n) => {
        if (n === 0) response.writeHead(429, { 'retry-after': '7' }).end();
        else if (n === 1) response.writeHead(500).end('out of memory');
        else wellBehaved()(asked, response, n);
      },
    });
    assert.deepEqual(await name(3), about(0, 3));
    assert.deepEqual(waits, [7_000, 2_000]);
  });

  it('waits half a minute at most', async (t) => {
    const { name, waits } = await scene(t, {
      manner: (_, response) => response.writeHead(503, { 'retry-after': '86400' }).end(),
    });
    assert.deepEqual(await name(1), drafted(0, 1));
    assert.deepEqual(waits, [30_000, 30_000]);
  });

  it('keeps the drafts of a batch that is never answered well, and names the others', async (t) => {
    const broken = ['{"titles": [{"id": 0, "ti', 'Sure! Here are some titles.', '{"titles": "none"}'];
    const { name, asked } = await scene(t, {
      manner: (question, response, n) => {
        if (question.themes[0]!.draft === 'theme 4') say(response, broken[n % broken.length]!);
        else wellBehaved()(question, response, n);
      },
    });
    assert.deepEqual(await name(12), [...about(0, 4), ...drafted(4, 8), ...about(8, 12)]);
    assert.equal(asked.length, 5);
  });

  it('survives timeouts, torn answers, no JSON, floods and empty choices', async (t) => {
    const manners: Manner[] = [
      () => {},
      (_, response) =>
        response.writeHead(200, { 'content-length': '1000' }).end('{"choices"', () => response.destroy()),
      (_, response) => response.end('<html>Bad gateway</html>'),
      (_, response) => response.end(JSON.stringify({ choices: [] })),
      (_, response) => response.end('x'.repeat(300 * 1024)),
      wellBehaved(),
    ];
    const { name, lines } = await scene(t, {
      settings: { timeoutMs: 200, batch: 1 },
      manner: (asked, response, n) => manners[n]!(asked, response, n),
    });
    assert.deepEqual(await name(2), [...drafted(0, 1), ...about(1, 2)]);
    assert.match(
      lines.join('\n'),
      /does not answer[\s\S]*answered no JSON[\s\S]*without a message[\s\S]*without end/,
    );
  });

  it('asks again for what an answer left out, and passes over what was not asked', async (t) => {
    const { name, asked } = await scene(t, {
      manner: ({ themes }, response) => {
        const titles = themes.slice(0, 2).map(({ id, draft }) => ({ id, title: `about ${draft}` }));
        const wrong = [
          { id: 99, title: 'nobody' },
          { id: -1, title: 'nobody' },
          { id: 0, title: 'second answer' },
        ];
        say(response, `\`\`\`json\n${JSON.stringify({ titles: [...titles, ...wrong] })}\n\`\`\``);
      },
    });
    assert.deepEqual(await name(4), about(0, 4));
    assert.deepEqual(
      asked.map(({ themes }) => themes.length),
      [4, 2],
    );
  });

  it('takes no hostile titles', async (t) => {
    const hostile = [
      '<script>alert(1)</script>',
      'visit https://example.com now',
      'a title that goes on and on and says everything at great length',
      '\u202Eevil',
      'line\u0000break',
      '**bold**',
      '12 34',
      '',
      ' ',
      '=HYPERLINK("x")',
    ];
    const { name } = await scene(t, {
      settings: { batch: hostile.length },
      manner: wellBehaved((draft) => hostile[Number(draft.split(' ')[1])]!),
    });
    assert.deepEqual(await name(hostile.length), drafted(0, hostile.length));
  });

  it('stops asking where it is not let in, or after three batches in vain', async (t) => {
    const shut = await scene(t, { manner: (_, response) => response.writeHead(401).end() });
    assert.deepEqual(await shut.name(20), drafted(0, 20));
    assert.equal(shut.asked.length, 1);

    const dead = await scene(t, { manner: (_, response) => response.writeHead(502).end() });
    assert.deepEqual(await dead.name(40), drafted(0, 40));
    assert.equal(dead.asked.length, 9);
  });

  it('asks in words alone where the server knows no schemas', async (t) => {
    const { name, asked } = await scene(t, {
      manner: (question, response, n) => {
        if (question.hasSchema) response.writeHead(400).end();
        else wellBehaved()(question, response, n);
      },
    });
    assert.deepEqual(await name(8), about(0, 8));
    assert.deepEqual(
      asked.map(({ hasSchema }) => hasSchema),
      [true, false, false],
    );
  });

  it('follows no redirection, so that the token stays with the server it is for', async (t) => {
    const elsewhere = await chatServer(t, wellBehaved());
    const { name } = await scene(t, {
      settings: { token: 'secret' },
      manner: (_, response) =>
        response.writeHead(307, { location: `${elsewhere.url}/chat/completions` }).end(),
    });
    assert.deepEqual(await name(2), drafted(0, 2));
    assert.equal(elsewhere.asked.length, 0);
  });
});

describe('estimate', () => {
  it('counts questions and tokens, and prices them', () => {
    const { questions, inputTokens, outputTokens, cost } = estimate(drafts(41), {
      batch: 20,
      price: { input: 1, output: 2 },
    });
    assert.equal(questions, 3);
    assert.equal(outputTokens, 41 * 30);
    assert.ok(inputTokens > 500 && inputTokens < 3_000, String(inputTokens));
    assert.equal(cost, (inputTokens + 2 * outputTokens) / 1_000_000);
  });
});
