import type { Metadata } from 'next';
import Link from 'next/link';
import { Evidence } from '../../../components/evidence.tsx';
import { KeyList } from '../../../components/key-list.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { Section } from '../../../components/section.tsx';
import { SignalTable } from '../../../components/signal-table.tsx';
import { exampleThemes } from '../../../lib/example-themes.ts';
import { EMPTY_SEARCH, searchUrl } from '../../../lib/search-url.ts';
import { settings } from '../../../lib/settings.ts';
import { askedSignals, SIGNALS } from '../../../lib/signals.ts';
import * as strings from '../../../lib/strings.ts';
import { listThemes } from '../../../lib/upstream/library.ts';
import { fetchSearch } from '../../../lib/upstream/search-api.ts';

export const metadata: Metadata = { title: strings.about.title };

/** Themes the example is chosen from. */
const CHOICE = 20;
const EXAMPLE_TIMEOUT_MS = 3_000;

export default async function AboutPage() {
  const example = await liveExample();
  return (
    <>
      <PageHead title={strings.about.title}>
        <p className="prose max-w-reading text-passage">{strings.about.intro}</p>
      </PageHead>
      <div className="flex flex-col gap-10">
        <Section id="live" title={strings.about.live}>
          {example ? (
            <div className="max-w-reading rounded-card border border-line bg-page p-5">
              <p>{strings.about.liveText(example.query, example.title)}</p>
              <SignalTable signals={example.result.signals} query={example.query} />
              <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
                <Link
                  href={searchUrl({ ...EMPTY_SEARCH, query: example.query })}
                  prefetch={false}
                  className="link"
                >
                  {strings.search.searchFor(example.query)}
                </Link>
                <Evidence
                  id="example"
                  what={example.title}
                  signals={example.result.signals}
                  query={example.query}
                  asked={example.asked}
                />
              </div>
            </div>
          ) : (
            <p className="text-ink-2">{strings.about.noLive}</p>
          )}
        </Section>
        <Section id="signals" title={strings.about.signals}>
          <ol className="grid max-w-page gap-x-8 md:grid-cols-2">
            {SIGNALS.map(({ name, family }, i) => (
              <li key={name} className="border-t border-line py-3">
                <p className="font-medium first-letter:uppercase">
                  {i + 1}. {strings.signals[name].name}{' '}
                  <span className={`text-meta ${family === 'word' ? 'text-sig-word' : 'text-sig-meaning'}`}>
                    {strings.about.family[family]}
                  </span>
                </p>
                <p className="text-ink-2">{strings.about.what[name]}</p>
              </li>
            ))}
          </ol>
        </Section>
        {(
          [
            ['fusion', strings.about.fusion, strings.about.fusionText],
            ['nothing', strings.about.nothing, strings.about.nothingText],
            ['private', strings.about.private, strings.about.privateText],
          ] as const
        ).map(([id, title, text]) => (
          <Section key={id} id={id} title={title}>
            <p className="prose max-w-reading text-body">{text}</p>
          </Section>
        ))}
        <Section id="keys" title={strings.about.keys}>
          <div className="max-w-page">
            <KeyList />
          </div>
        </Section>
        <Section id="licences" title={strings.about.licences}>
          <p className="max-w-reading text-ink-2">{strings.about.licencesText}</p>
        </Section>
      </div>
    </>
  );
}

/** A theme of this very library, searched now; undefined while there is none. */
async function liveExample() {
  const themes = await listThemes({ limit: CHOICE });
  const theme = themes.ok ? exampleThemes(themes.value.themes, 1)[0] : undefined;
  if (!theme) return undefined;
  const state = { ...EMPTY_SEARCH, query: theme.label, scope: 'books' as const };
  const outcome = await fetchSearch(state, AbortSignal.timeout(EXAMPLE_TIMEOUT_MS), settings().retrievalHttp);
  const result = outcome.ok ? outcome.value.results[0] : undefined;
  if (!outcome.ok || !result?.book) return undefined;
  return { query: theme.label, title: result.book.title, result, asked: askedSignals(outcome.value) };
}
