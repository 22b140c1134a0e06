import type { Metadata } from 'next';
import { Evidence } from '../../../components/results/evidence.tsx';
import { SignalTable } from '../../../components/results/signal-table.tsx';
import { KeyList } from '../../../components/shell/key-list.tsx';
import { PageHead } from '../../../components/ui/page-head.tsx';
import { Section } from '../../../components/ui/section.tsx';
import { exampleThemes } from '../../../lib/search/example-themes.ts';
import { EMPTY_SEARCH, searchUrl } from '../../../lib/search/search-url.ts';
import { sparkSlots } from '../../../lib/search/signals.ts';
import * as aboutStrings from '../../../lib/shell/about-strings.ts';
import * as strings from '../../../lib/strings.ts';
import { listSignals, listThemes } from '../../../lib/upstream/library.ts';
import { searchOnServer } from '../../../lib/upstream/search-on-server.ts';

export const metadata: Metadata = { title: aboutStrings.about.title };

/** Themes the example is chosen from. */
const CHOICE = 20;
const EXAMPLE_TIMEOUT_MS = 3_000;

export default async function AboutPage() {
  const [example, listed] = await Promise.all([liveExample(), listSignals()]);
  return (
    <>
      <PageHead title={aboutStrings.about.title}>
        <p className="prose max-w-reading text-passage">{aboutStrings.about.intro}</p>
      </PageHead>
      <div className="flex flex-col gap-10">
        <Section id="live" title={aboutStrings.about.live}>
          {example ? (
            <div className="max-w-reading rounded-card border border-line bg-page p-5">
              <p>{aboutStrings.about.liveText(example.query, example.title)}</p>
              <SignalTable
                signals={example.result.signals}
                slots={sparkSlots(example.result.signals, example.asked)}
                query={example.query}
              />
              <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
                <a href={searchUrl({ ...EMPTY_SEARCH, query: example.query })} className="link">
                  {strings.box.searchFor(example.query)}
                </a>
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
            <p className="text-ink-2">{aboutStrings.about.noLive}</p>
          )}
        </Section>
        <Section id="signals" title={aboutStrings.about.signals}>
          <ol className="grid max-w-page gap-x-8 md:grid-cols-2">
            {(listed.ok ? listed.value.signals : []).map(({ name, family, label, explanation }, i) => (
              <li key={name} className="border-t border-line py-3">
                <p className="font-medium first-letter:uppercase">
                  {i + 1}. {label}{' '}
                  <span
                    className={`text-meta ${family === 'keyword' ? 'text-sig-word' : 'text-sig-meaning'}`}
                  >
                    {aboutStrings.about.family[family]}
                  </span>
                </p>
                <p className="text-ink-2">{explanation}</p>
              </li>
            ))}
          </ol>
          {listed.ok ? null : <p className="text-ink-2">{aboutStrings.about.noSignals}</p>}
        </Section>
        {(
          [
            ['fusion', aboutStrings.about.fusion, aboutStrings.about.fusionText],
            ['nothing', aboutStrings.about.nothing, aboutStrings.about.nothingText],
            ['private', aboutStrings.about.private, aboutStrings.about.privateText],
          ] as const
        ).map(([id, title, text]) => (
          <Section key={id} id={id} title={title}>
            <p className="prose max-w-reading text-body">{text}</p>
          </Section>
        ))}
        <Section id="keys" title={aboutStrings.about.keys}>
          <div className="max-w-page">
            <KeyList />
          </div>
        </Section>
        <Section id="licences" title={aboutStrings.about.licences}>
          <p className="max-w-reading text-ink-2">{aboutStrings.about.licencesText}</p>
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
  const outcome = await searchOnServer(state, EXAMPLE_TIMEOUT_MS);
  const result = outcome.ok ? outcome.value.results[0] : undefined;
  if (!outcome.ok || !result?.book) return undefined;
  return { query: theme.label, title: result.book.title, result, asked: outcome.value.signals };
}
