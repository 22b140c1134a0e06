/** What the page where books are added says; see strings.ts. */
import { formatNames } from '../../../services/common/src/book-formats.ts';
import { count, plural } from '../format.ts';

const FORMATS = formatNames();

export const library = {
  title: 'Add books',
  intro: `${FORMATS} files can be searched one by one, each as soon as it is indexed.`,
  noScript: 'Uploading needs JavaScript. The folder and the command below work without it.',
  drop: `Drop ${FORMATS} files or a folder here`,
  choose: 'Choose files',
  chooseFolder: 'Choose a folder',
  untouched: 'Your files are only read. They are never moved, changed or deleted.',
  ignored: (names: readonly string[]) =>
    `Left out, as only ${FORMATS} files can be read: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${count(names.length - 3)} more` : ''}.`,
  sent: (sent: number, all: number) => `${count(sent)} of ${plural(all, 'file')} uploaded`,
  uploadStates: { waiting: 'waiting', sending: 'uploading …', sent: 'uploaded' },
  otherWays: 'Other ways to add books',
  ways: [
    {
      title: 'A watched folder',
      text: 'New files are added automatically. A Calibre library works too.',
      command: 'npm start -- --library ~/Books',
    },
    {
      title: 'In Docker',
      text: `Put ${FORMATS} files into the folder books beside the compose file.`,
      command: 'docker compose up -d',
    },
    {
      title: 'From a faster machine',
      text: 'Indexes the books there and sends the result here.',
      command: 'npm run index -- ~/Books --to server:50052',
    },
  ],
  imports: 'In progress',
  noJobs: 'Nothing is being indexed. Books you add appear here with their progress.',
  offline: 'Indexing continues when the library is back.',
  overall: 'Total progress',
  underWay: (n: number) => `${count(n)} in progress`,
  timeLeft: (from: string, to: string) => (from === to ? `about ${to} left` : `${from} to ${to} left`),
  filters: {
    all: (n: number) => `All ${count(n)}`,
    open: (n: number) => `Active ${count(n)}`,
    failed: (n: number) => `Failed ${count(n)}`,
  },
  more: (n: number) => `Show more (${count(n)})`,
  stages: {
    parsing: 'reading the file',
    topics: 'finding topics',
    embedding: 'computing embeddings',
    storing: 'saving',
  } as Readonly<Record<string, string>>,
  searchable: (done: number, total: number) => `${count(done)} of ${plural(total, 'book')} searchable so far`,
  copyDetails: 'Copy details',
  dismiss: 'Dismiss',
  dismissFile: (name: string) => `Dismiss ${name}`,
  shelf: 'Newest books',
  empty: 'No books yet.',
  remove: 'Remove',
  removeBook: (title: string) => `Remove ${title}`,
  removeTitle: (title: string) => `Remove “${title}” from the library?`,
  removeText: 'The book leaves the search, and its passages leave topics and themes.',
  removeUpload: 'LibTrails keeps no copy of an uploaded file. To add the book again, upload it again.',
  removeFile: 'The file stays in your folder:',
  removeYes: 'Remove book',
  keep: 'Cancel',
  removed: (title: string) => `“${title}” was removed from the library`,
} as const;
