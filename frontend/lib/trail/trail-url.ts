/** A trail lives in its address: where it leads from and to, which of the possible ways, what is pinned and left out. Pure. */
import { MAX_QUERY_LENGTH } from '../search/query.ts';
import { type PageParams, toParams, wholeNumber } from '../search/search-url.ts';

export const MIN_STEPS = 5;
export const MAX_STEPS = 12;
export const USUAL_STEPS = 7;
/** Other ways that can be asked for by number. */
const MAX_SEED = 1_000_000;
/** Passages that can be left out of one trail; a longer address would be refused. */
const MAX_DROPPED = 60;

export interface TrailPin {
  /** 1-based. */
  step: number;
  passageId: number;
}

export interface TrailState {
  /** Words, "passage:ID" or "topic:ID"; empty on the page that asks for them. */
  from: string;
  /** The same; empty for a trail that stays with `from`. */
  to: string;
  steps: number;
  /** 0 is the best way. */
  seed: number;
  /** Passages that shall not be used. */
  drop: readonly number[];
  pins: readonly TrailPin[];
}

export const EMPTY_TRAIL: TrailState = { from: '', to: '', steps: USUAL_STEPS, seed: 0, drop: [], pins: [] };

/** Reads an address's parameters; what is missing or unknown becomes the default. */
export function parseTrail(record: PageParams): TrailState {
  const params = toParams(record);
  const words = (name: string) => (params.get(name) ?? '').trim().slice(0, MAX_QUERY_LENGTH);
  const asked = params.get('steps') ?? '';
  const steps = /^\d{1,2}$/.test(asked) ? wholeNumber(asked, MIN_STEPS, MAX_STEPS) : USUAL_STEPS;
  const pins = parts(params.get('pin')).flatMap((pin) => {
    const [, step, passage] = /^(\d{1,2}):(\d{1,10})$/.exec(pin) ?? [];
    return step === undefined ? [] : [{ step: Number(step), passageId: Number(passage) }];
  });
  return {
    from: words('from'),
    to: words('to'),
    steps,
    seed: wholeNumber(params.get('seed'), 0, MAX_SEED),
    drop: [
      ...new Set(
        parts(params.get('drop'))
          .filter((id) => /^\d{1,10}$/.test(id))
          .map(Number),
      ),
    ].slice(0, MAX_DROPPED),
    // A shorter trail has no place for pins beyond its end.
    pins: pins.filter(({ step }) => step >= 1 && step <= steps),
  };
}

const parts = (text: string | null) => (text ?? '').split(',').map((part) => part.trim());

/** The page's address; defaults are left out, so equal states have equal addresses. */
export function trailUrl(state: TrailState): string {
  const params = written(state);
  return params === '' ? '/trail' : `/trail?${params}`;
}

/** The trail as a text to keep, from the service itself. */
export function trailTextUrl(state: TrailState, format: 'markdown' | 'html'): string {
  return `/api/v1/trail?${written(state)}&format=${format}`;
}

/** Longest name of a file, in UTF-16 units, without its extension. */
const MAX_FILE_NAME = 80;

/** "From “ambition” to “guilt”" → "trail-from-ambition-to-guilt.md". */
export function trailFileName(heading: string, extension: string): string {
  const name = `trail ${heading}`
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MAX_FILE_NAME)
    .replace(/-+$/, '');
  return `${name}.${extension}`;
}

/** Another way between the same ends; what is pinned stays. */
export const anotherWay = (state: TrailState): TrailState => ({
  ...state,
  seed: (state.seed + 1) % (MAX_SEED + 1),
});

/** Without this passage; the trail closes the gap. */
export function withDropped(state: TrailState, passageId: number): TrailState {
  return {
    ...state,
    drop: [...state.drop.filter((id) => id !== passageId), passageId].slice(-MAX_DROPPED),
    pins: state.pins.filter((pin) => pin.passageId !== passageId),
  };
}

/** The passage keeps its step whatever else changes, or no longer. */
export function withPinToggled(state: TrailState, step: number, passageId: number): TrailState {
  const others = state.pins.filter((pin) => pin.passageId !== passageId && pin.step !== step);
  const isPinned = state.pins.some((pin) => pin.step === step && pin.passageId === passageId);
  const pins = isPinned ? others : [...others, { step, passageId }];
  return { ...state, pins: pins.sort((a, b) => a.step - b.step) };
}

/** What an end of a trail names: words, or a thing of the library. */
export function trailEnd(text: string): { kind: 'words' | 'passage' | 'topic'; id: number } {
  const [, kind, id] = /^(passage|topic):(\d{1,10})$/.exec(text) ?? [];
  return kind === undefined
    ? { kind: 'words', id: 0 }
    : { kind: kind as 'passage' | 'topic', id: Number(id) };
}

function written({ from, to, steps, seed, drop, pins }: TrailState): string {
  const params = new URLSearchParams();
  if (from !== '') params.set('from', from);
  if (to !== '') params.set('to', to);
  if (steps !== USUAL_STEPS) params.set('steps', String(steps));
  if (seed > 0) params.set('seed', String(seed));
  if (pins.length > 0) params.set('pin', pins.map((pin) => `${pin.step}:${pin.passageId}`).join(','));
  if (drop.length > 0) params.set('drop', drop.join(','));
  // Colons and commas need no escape in a query (RFC 3986), and addresses are read by people.
  return params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}
