import type { Metadata } from 'next';
import { TrailChanges } from '../../../components/trail/trail-changes.tsx';
import { TrailExamples } from '../../../components/trail/trail-examples.tsx';
import { TrailForm } from '../../../components/trail/trail-form.tsx';
import { TrailSteps } from '../../../components/trail/trail-steps.tsx';
import { TrailTools } from '../../../components/trail/trail-tools.tsx';
import { PageHead } from '../../../components/ui/page-head.tsx';
import { StateNote, StateView } from '../../../components/ui/state-view.tsx';
import { exampleThemes } from '../../../lib/search/example-themes.ts';
import { states } from '../../../lib/search/search-strings.ts';
import type { PageParams } from '../../../lib/search/search-url.ts';
import { trail as words } from '../../../lib/trail/trail-strings.ts';
import { parseTrail, type TrailState, trailEnd, trailUrl } from '../../../lib/trail/trail-url.ts';
import { findTrail, getTopic, listThemes } from '../../../lib/upstream/library.ts';

interface Props {
  searchParams: Promise<PageParams>;
}

/** Themes that the examples are chosen from, and themes chosen: two make one. */
const CHOICE = 60;
const EXAMPLE_ENDS = 8;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { from, to } = parseTrail(await searchParams);
  const isWords = [from, to].every((end) => trailEnd(end).kind === 'words');
  return { title: from !== '' && isWords ? heading({ from: quoted(from), to: quoted(to) }) : words.title };
}

export default async function TrailPage({ searchParams }: Props) {
  const state = parseTrail(await searchParams);
  return state.from === '' ? <Start state={state} /> : <Found state={state} />;
}

/** Before there is a trail: what it is, the form, and some to try. */
async function Start({ state }: { state: TrailState }) {
  const themes = await listThemes({ limit: CHOICE });
  const names = { from: '', to: await endName(state.to) };
  return (
    <>
      <PageHead title={words.title}>
        <p className="max-w-reading text-body">{words.intro}</p>
      </PageHead>
      <TrailForm state={state} names={names} />
      <p className="mt-2 text-meta text-ink-3">{words.toNote}</p>
      {themes.ok ? <TrailExamples themes={exampleThemes(themes.value.themes, EXAMPLE_ENDS)} /> : null}
    </>
  );
}

async function Found({ state }: { state: TrailState }) {
  const outcome = await findTrail({ ...state, drop: [...state.drop], pins: [...state.pins] });
  const steps = outcome.ok ? outcome.value.steps : [];
  const answer = outcome.ok ? outcome.value : undefined;
  const names = { from: named(state.from, answer?.fromName), to: named(state.to, answer?.toName) };
  const gone = !outcome.ok && outcome.problem.code === 'not_found';
  const books = new Set(steps.map(({ book }) => book?.id)).size;
  return (
    <>
      <PageHead title={heading(names)} kind={words.title}>
        {steps.length > 0 ? words.counts(steps.length, books) : null}
      </PageHead>
      <TrailForm state={state} names={names} />
      {gone ? <StateNote kind="empty" title={words.nothing} text={words.gone} /> : null}
      {!outcome.ok && !gone ? <StateView problem={outcome.problem} /> : null}
      {outcome.ok && outcome.value.degraded ? <p className="mt-6 text-warn">{states.degraded}</p> : null}
      {outcome.ok && !outcome.value.relevant ? (
        <StateNote kind="nothing-relevant" title={words.nothing} text={words.nothingText} />
      ) : null}
      {steps.length > 0 ? (
        <>
          <TrailTools state={state} name={heading(names)} />
          <TrailChanges address={trailUrl(state)} />
          <TrailSteps steps={steps} state={state} />
          <p className="no-print mt-2 text-meta text-ink-3">{words.nearnessNote}</p>
          {steps.length < state.steps ? (
            <p className="text-ink-2">{words.fewer(steps.length, state.steps)}</p>
          ) : null}
        </>
      ) : null}
    </>
  );
}

const quoted = (text: string) => (text === '' ? '' : words.words(text));
const heading = ({ from, to }: { from: string; to: string }) => words.heading(from, to);

/** What an end is called, before there is a trail that says it. */
async function endName(end: string): Promise<string> {
  const { kind, id } = trailEnd(end);
  if (kind !== 'topic') return named(end, '');
  const topic = await getTopic(id, 1);
  return named(end, topic.ok ? topic.value.topic?.label : '');
}

/** Its words, the topic's label, or the book of the passage; `name` is what the service calls it. */
function named(end: string, name = ''): string {
  const { kind } = trailEnd(end);
  if (kind === 'words') return quoted(end);
  return kind === 'passage' ? words.passage(name) : name || end;
}
