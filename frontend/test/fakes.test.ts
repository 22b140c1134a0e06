/** The fake service answers what the generated contract says, so that pages made with it fit the real one. */
import { test } from 'node:test';
import { assertFits } from '../../services/retrieval/src/http/openapi/schemas.test-support.ts';
import { SCOPES } from '../lib/contract.ts';
import { browse, type FakeState, searchFor } from './fake-answers.ts';
import { httpForm } from './fake-http.ts';
import { passages } from './fake-library.ts';

const fits = (message: string, answer: unknown) => assertFits(message, httpForm(answer));

const STATES: readonly FakeState[] = ['ready', 'empty', 'degraded', 'indexing'];
const search = { query: 'the sea', mode: 'hybrid', limit: 5, offset: 0, bookId: 0 } as const;

for (const state of STATES) {
  test(`a fake search fits the contract in every scope, ${state}`, () => {
    for (const scope of SCOPES) fits('SearchResponse', searchFor(state, { ...search, scope }));
  });
}

/** Method of the contract, message of its answer, request. */
const BROWSED: readonly (readonly [method: string, message: string, request: object])[] = [
  ['ListBooks', 'ListBooksResponse', {}],
  ['GetBook', 'BookDetail', { bookId: 1 }],
  ['Related', 'RelatedResponse', { bookId: 1 }],
  ['GetSection', 'SectionText', { bookId: 1, index: 0 }],
  ['GetPassage', 'PassageContext', { passageId: passages[1]!.id, around: 1, query: 'sea' }],
  ['GetTopic', 'TopicDetail', { topicId: 1 }],
  ['ListThemes', 'ListThemesResponse', {}],
  ['GetTheme', 'ThemeDetail', { themeId: 1 }],
  ['ListDomains', 'ListDomainsResponse', {}],
  ['GetDomain', 'DomainDetail', { domainId: 1 }],
  ['Universe', 'UniverseResponse', {}],
  ['Status', 'StatusResponse', {}],
];

for (const [method, message, request] of BROWSED) {
  test(`the fake answer to ${method} fits the contract`, () => {
    fits(message, browse('ready', method, request as never));
  });
}
