/** Every route of the HTTP API: what it is for, what it takes, and which message of the contract it answers. */
import type { z } from 'zod';
import {
  backupRequest,
  coverRequest,
  idRequest,
  listBooksRequest,
  listThemesRequest,
  passageRequest,
  placeRequest,
  problemRequest,
  relatedPassagesRequest,
  relatedRequest,
  searchRequest,
  sectionRequest,
  signInRequest,
  suggestRequest,
  topicRequest,
  trailRequest,
} from '../../requests/requests.ts';
import type { Schema } from './schemas.ts';

export interface Operation {
  route: `${'get' | 'post' | 'delete'} /${string}`;
  id: string;
  tag: 'search' | 'browse' | 'write' | 'jobs' | 'status' | 'session';
  summary: string;
  description?: string;
  /** Path and query string. */
  request?: z.ZodType;
  /** Parameters of `request` that the route sets itself. */
  without?: readonly string[];
  body?: Readonly<Record<string, Schema | z.ZodType>>;
  /** The success: message of the contract, or the type and schema of any other content. */
  answer?: { status?: number; message?: string; content?: Readonly<Record<string, Schema>> };
  /** Answers without a body. */
  others?: Readonly<Record<number, string>>;
  /** HTTP statuses of problems. */
  problems: readonly number[];
  /** Who may call it; readers by default. */
  access?: 'anyone' | 'writers';
}

const READ = [400, 401, 429] as const;
const READ_ONE = [400, 401, 404, 429] as const;
const WRITE = [400, 401, 403, 429] as const;
const SAME = { 304: "The library is as it was when If-None-Match's answer was made" } as const;
const TEXT: Schema = { type: 'string' };

export const OPERATIONS: readonly Operation[] = [
  {
    route: 'get /search',
    id: 'search',
    tag: 'search',
    summary: 'Ranked books, passages, topics, themes or domains',
    request: searchRequest,
    answer: { message: 'SearchResponse' },
    problems: [...READ, 503],
  },
  {
    route: 'get /books/{id}/passages',
    id: 'searchBook',
    tag: 'search',
    summary: 'Ranked passages of one book',
    request: searchRequest.in.safeExtend(idRequest.shape),
    without: ['scope', 'bookId'],
    answer: { message: 'SearchResponse' },
    problems: [...READ, 503],
  },
  {
    route: 'get /suggest',
    id: 'suggest',
    tag: 'search',
    summary: 'Completions and near spellings of the text in a search box',
    request: suggestRequest,
    answer: { message: 'SuggestResponse' },
    problems: READ,
  },
  {
    route: 'get /books/{id}/related',
    id: 'related',
    tag: 'search',
    summary: 'Books like this one, with reasons',
    request: relatedRequest,
    answer: { message: 'RelatedResponse' },
    problems: READ_ONE,
  },
  {
    route: 'get /trail',
    id: 'trail',
    tag: 'search',
    summary: 'A chain of passages of different books, from one idea to another',
    request: trailRequest,
    answer: {
      message: 'TrailResponse',
      content: { 'text/markdown': TEXT, 'application/xhtml+xml': TEXT },
    },
    problems: [...READ_ONE, 503],
  },
  {
    route: 'get /books',
    id: 'listBooks',
    tag: 'browse',
    summary: 'A page of books',
    request: listBooksRequest,
    answer: { message: 'ListBooksResponse' },
    others: SAME,
    problems: READ,
  },
  {
    route: 'get /books/{id}',
    id: 'getBook',
    tag: 'browse',
    summary: 'A book with its sections, topics and themes',
    request: idRequest,
    answer: { message: 'BookDetail' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /books/{id}/cover',
    id: 'getCover',
    tag: 'browse',
    summary: 'The cover image',
    request: coverRequest,
    answer: { content: { 'image/*': {} } },
    others: { 304: 'The cover is the same' },
    problems: READ_ONE,
  },
  {
    route: 'get /books/{id}/journey',
    id: 'getJourney',
    tag: 'browse',
    summary: 'The book from start to end, by theme',
    request: idRequest,
    answer: { message: 'Journey' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /books/{id}/place',
    id: 'resolvePlace',
    tag: 'browse',
    summary: 'A place found again by its address',
    request: placeRequest,
    answer: { message: 'ResolvedPlace' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /books/{id}/sections/{index}',
    id: 'getSection',
    tag: 'browse',
    summary: 'One section as typed blocks, for reading',
    request: sectionRequest,
    answer: { message: 'SectionText' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /passages/{id}',
    id: 'getPassage',
    tag: 'browse',
    summary: 'A passage with its neighbours',
    request: passageRequest,
    answer: { message: 'PassageContext' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /passages/{id}/related',
    id: 'relatedPassages',
    tag: 'browse',
    summary: 'Passages of other books that say something like it',
    request: relatedPassagesRequest,
    answer: { message: 'RelatedPassagesResponse' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /topics/{id}',
    id: 'getTopic',
    tag: 'browse',
    summary: 'A topic with its passages, books and related topics',
    request: topicRequest,
    answer: { message: 'TopicDetail' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /themes',
    id: 'listThemes',
    tag: 'browse',
    summary: 'A page of themes',
    request: listThemesRequest,
    answer: { message: 'ListThemesResponse' },
    others: SAME,
    problems: READ,
  },
  {
    route: 'get /themes/{id}',
    id: 'getTheme',
    tag: 'browse',
    summary: 'A theme with topics, books and passages',
    request: idRequest,
    answer: { message: 'ThemeDetail' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /domains',
    id: 'listDomains',
    tag: 'browse',
    summary: 'All domains',
    answer: { message: 'ListDomainsResponse' },
    others: SAME,
    problems: [401, 429],
  },
  {
    route: 'get /domains/{id}',
    id: 'getDomain',
    tag: 'browse',
    summary: 'A domain with its themes and books',
    request: idRequest,
    answer: { message: 'DomainDetail' },
    others: SAME,
    problems: READ_ONE,
  },
  {
    route: 'get /universe',
    id: 'universe',
    tag: 'browse',
    summary: 'All themes as points in space',
    answer: { message: 'UniverseResponse' },
    others: SAME,
    problems: [401, 429],
  },
  {
    route: 'post /books',
    id: 'uploadBook',
    tag: 'write',
    summary: 'Upload a book file: it is queued, indexed by the worker, and then searchable',
    body: {
      'multipart/form-data': {
        type: 'object',
        properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
        required: ['file'],
      },
    },
    answer: { status: 202, message: 'JobStatus' },
    problems: [...WRITE, 413, 415, 503],
    access: 'writers',
  },
  {
    route: 'delete /books/{id}',
    id: 'deleteBook',
    tag: 'write',
    summary: 'Delete a book from the library; its file stays where it is',
    request: idRequest,
    others: { 204: 'Deleted' },
    problems: [...WRITE, 404],
    access: 'writers',
  },
  {
    route: 'post /backups',
    id: 'createBackup',
    tag: 'write',
    summary: 'Back up the library',
    description:
      'Writes one file to `backups/` of the data folder, checked, with its SHA-256 beside it. The answer comes after ' +
      'seconds to minutes; searches and writes continue. The backup is cancelled when the client disconnects.',
    request: backupRequest,
    answer: { status: 201, message: 'Backup' },
    problems: [...WRITE, 409, 500, 503],
    access: 'writers',
  },
  {
    route: 'get /jobs',
    id: 'listJobs',
    tag: 'jobs',
    summary: 'Jobs that are queued, running or finished',
    answer: { message: 'ListJobsResponse' },
    problems: [401, 429],
  },
  {
    route: 'get /jobs/events',
    id: 'watchJobs',
    tag: 'jobs',
    summary: 'The present jobs, then every change, as server-sent events',
    description: 'Events are named job; their data is a JobStatus.',
    answer: { content: { 'text/event-stream': TEXT } },
    problems: [401, 429, 503],
  },
  {
    route: 'post /jobs/{id}/retry',
    id: 'retryJob',
    tag: 'jobs',
    summary: 'Retry a failed upload',
    request: idRequest,
    answer: { status: 202, message: 'JobStatus' },
    problems: [...WRITE, 404, 409],
    access: 'writers',
  },
  {
    route: 'post /jobs/{id}/cancel',
    id: 'cancelJob',
    tag: 'jobs',
    summary: 'End a job that waits or runs; a running one stops within 10 s',
    request: idRequest,
    answer: { status: 202, message: 'JobStatus' },
    problems: [...WRITE, 404, 409],
    access: 'writers',
  },
  {
    route: 'get /status',
    id: 'status',
    tag: 'status',
    summary: 'Counts, embedding service, jobs and refused files',
    answer: { message: 'StatusResponse' },
    problems: [401, 429],
  },
  {
    route: 'get /openapi.json',
    id: 'openapi',
    tag: 'status',
    summary: 'This document',
    answer: { content: { 'application/json': { type: 'object' } } },
    problems: [429],
    access: 'anyone',
  },
  {
    route: 'get /problems/{code}',
    id: 'getProblem',
    tag: 'status',
    summary: "What a problem's code means and what to do: the page behind its type",
    request: problemRequest,
    answer: { content: { 'text/html': TEXT } },
    problems: [404, 429],
    access: 'anyone',
  },
  {
    route: 'get /session',
    id: 'getSession',
    tag: 'session',
    summary: 'What this caller may do',
    answer: { message: 'Rights' },
    problems: [429],
    access: 'anyone',
  },
  {
    route: 'post /session',
    id: 'signIn',
    tag: 'session',
    summary: 'Sign in with the token or the password; the answer sets the cookies',
    description:
      'The token allows writing and reading, the password reading. A form (urlencoded) is answered with a redirect to ' +
      '`next`. Accepted from pages of this origin and from programs.',
    body: { 'application/json': signInRequest, 'application/x-www-form-urlencoded': signInRequest },
    others: { 204: 'Signed in', 303: 'A form was sent: on to `next`, or back to /login' },
    problems: [400, 403, 413, 429],
    access: 'anyone',
  },
  {
    route: 'delete /session',
    id: 'signOut',
    tag: 'session',
    summary: 'End the session of this browser',
    others: { 204: 'Signed out' },
    problems: [403, 429],
    access: 'anyone',
  },
];
