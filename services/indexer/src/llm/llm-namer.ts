/** Themes named by a language model: in batches, with patience, and the drafts where it fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import { toLibTrailsError } from '@libtrails/common/errors';
import type { ThemeDraft, ThemeNamer } from '../grouping/theme-namer.ts';
import { type Chat, openChat } from './chat.ts';
import { KeptTitles } from './kept-titles.ts';
import { questionAbout, readTitles, titleKey, tokensOf } from './titles.ts';

/** The step as set by the operator. */
export interface LlmSettings {
  url: string;
  model: string;
  token: string | undefined;
  timeoutMs: number;
  /** Themes in one question. */
  batch: number;
  /** The step is left out if it would take more tokens, in and out together. */
  maxTokens: number;
  /** Price of a million tokens, in and out, in the operator's currency; undefined: not said. */
  price: { input: number; output: number } | undefined;
}

export interface LlmTools {
  /** File of the titles that were answered before. */
  keep: string;
  signal: AbortSignal;
  /** Hears what it will take, before anything is sent, and how it went. */
  report: (line: string) => void;
  /** Waits between attempts; default: real time. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** Questions about one batch at most; what is answered is not asked again. */
const ATTEMPTS = 3;
const FIRST_WAIT_MS = 1_000;
/** A server may ask for patience up to this. */
const LONGEST_WAIT_MS = 30_000;
/** So many batches in a row without any answer, and the rest is not tried. */
const FRUITLESS_BATCHES = 3;

/** What asking for these themes takes. */
export interface Estimate {
  themes: number;
  questions: number;
  inputTokens: number;
  outputTokens: number;
  cost: number | undefined;
}

export function estimate(
  drafts: readonly ThemeDraft[],
  { batch, price }: Pick<LlmSettings, 'batch' | 'price'>,
): Estimate {
  let inputTokens = 0;
  let outputTokens = 0;
  const batches = batchesOf(drafts, batch);
  for (const part of batches) {
    const { input, output } = tokensOf(questionAbout(part), part.length);
    inputTokens += input;
    outputTokens += output;
  }
  const cost = price && (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
  return { themes: drafts.length, questions: batches.length, inputTokens, outputTokens, cost };
}

/**
 * A namer that asks a model. It never fails for the model's sake: a theme without a usable answer keeps its draft.
 * Leading topics and drafts are all that leaves the machine.
 * @returns a namer that throws LibTrailsError `cancelled` if the signal stops it; answers until then are kept
 */
export function llmNamer(settings: LlmSettings, tools: LlmTools): ThemeNamer {
  const { report, signal } = tools;
  return async (drafts) => {
    const kept = new KeptTitles(tools.keep);
    const keys = drafts.map((draft) => titleKey(draft, settings.model));
    const missing = drafts.filter((_, i) => kept.get(keys[i]!) === undefined);
    if (missing.length > 0) {
      const planned = estimate(missing, settings);
      report(describe(planned, drafts.length, settings));
      if (planned.inputTokens + planned.outputTokens > settings.maxTokens) {
        report(`That is more than ${settings.maxTokens} tokens: themes keep their own names.`);
      } else {
        const answered = await askAll(missing, settings, kept, tools);
        report(`${answered} of ${missing.length} themes were named.`);
      }
    }
    signal.throwIfAborted();
    return drafts.map(({ label, subtitle }, i) => ({ label: kept.get(keys[i]!) ?? label, subtitle }));
  };
}

function describe(planned: Estimate, all: number, { url, model, price }: LlmSettings): string {
  const { themes, questions, inputTokens, outputTokens, cost } = planned;
  const money = price === undefined || cost === undefined ? '' : `, about ${cost.toFixed(2)} in money`;
  return (
    `Naming ${themes} of ${all} themes with ${model} at ${new URL(url).host}: ${questions} questions, ` +
    `about ${inputTokens} tokens in and ${outputTokens} out${money}.`
  );
}

function batchesOf(drafts: readonly ThemeDraft[], size: number): (readonly ThemeDraft[])[] {
  const batches = [];
  for (let start = 0; start < drafts.length; start += size) batches.push(drafts.slice(start, start + size));
  return batches;
}

/** @returns how many themes got a title */
async function askAll(
  drafts: readonly ThemeDraft[],
  settings: LlmSettings,
  kept: KeptTitles,
  tools: LlmTools,
): Promise<number> {
  const chat = openChat(settings);
  let answered = 0;
  let fruitless = 0;
  for (const batch of batchesOf(drafts, settings.batch)) {
    const { titles, inVain } = await askBatch(batch, chat, tools);
    kept.add(new Map([...titles].map(([draft, title]) => [titleKey(draft, settings.model), title])));
    answered += titles.size;
    fruitless = titles.size === 0 ? fruitless + 1 : 0;
    if (inVain || fruitless === FRUITLESS_BATCHES) {
      tools.report('The rest is not asked.');
      break;
    }
  }
  return answered;
}

/** Asks until every theme of the batch has a title or the attempts are used up. */
async function askBatch(
  batch: readonly ThemeDraft[],
  chat: Chat,
  { signal, report, wait = (ms) => sleep(ms, undefined, { signal }) }: LlmTools,
): Promise<{ titles: Map<ThemeDraft, string>; inVain: boolean }> {
  const titles = new Map<ThemeDraft, string>();
  let open = batch;
  for (let attempt = 1; open.length > 0 && attempt <= ATTEMPTS; attempt++) {
    let pause = FIRST_WAIT_MS * 2 ** (attempt - 1);
    try {
      const found = readTitles(await chat(questionAbout(open), signal), open.length);
      for (const [place, title] of found) titles.set(open[place]!, title);
      open = open.filter((_, place) => !found.has(place));
      if (found.size > 0) pause = 0;
    } catch (error) {
      const { code, message, retryAfterSeconds } = toLibTrailsError(error);
      if (signal.aborted) throw error;
      report(message);
      if (code !== 'unavailable') return { titles, inVain: true };
      if (retryAfterSeconds !== undefined) pause = Math.min(1000 * retryAfterSeconds, LONGEST_WAIT_MS);
    }
    if (open.length > 0 && attempt < ATTEMPTS && pause > 0) await wait(pause);
  }
  return { titles, inVain: false };
}
