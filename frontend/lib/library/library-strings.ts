/** What the page where books are added says; see strings.ts. */
import { formatNames } from '../../../services/common/src/book-formats.ts';
import { count, plural } from '../format.ts';

const FORMATS = formatNames();

export const library = {
  title: 'Add books',
  intro: `${FORMATS} files become searchable one by one, each as soon as it has been read through.`,
  noScript: 'Uploading needs JavaScript. The folder and the command below work without.',
  drop: `Drop ${FORMATS} files or a folder here`,
  choose: 'Choose files',
  chooseFolder: 'Choose a folder',
  untouched: 'Your files are only read: never moved, changed or deleted.',
  ignored: (names: readonly string[]) =>
    `Left out, as only ${FORMATS} files can be read: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${count(names.length - 3)} more` : ''}.`,
  sent: (sent: number, all: number) => `${count(sent)} of ${plural(all, 'file')} handed over`,
  uploadStates: { waiting: 'waiting', sending: 'sending …', sent: 'handed over' },
  otherWays: 'Other ways in',
  ways: [
    {
      title: 'A folder that is watched',
      text: 'New files are found by themselves, a Calibre folder included.',
      command: 'npm start -- --library ~/Books',
    },
    {
      title: 'In Docker',
      text: `Put ${FORMATS} files into the folder books beside the compose file.`,
      command: 'docker compose up -d',
    },
    {
      title: 'From a faster machine',
      text: 'Reads the books there and hands them over here.',
      command: 'npm run index -- ~/Books --to server:50052',
    },
  ],
  imports: 'On the way in',
  noJobs: 'Nothing is on its way. Books you add show up here, with how far they are.',
  offline: 'Books on their way in go on by themselves once it is back.',
  overall: 'Everything on its way in',
  underWay: (n: number) => `${count(n)} under way`,
  timeLeft: (from: string, to: string) => (from === to ? `about ${to} left` : `${from} to ${to} left`),
  filters: {
    all: (n: number) => `All ${count(n)}`,
    open: (n: number) => `Under way ${count(n)}`,
    failed: (n: number) => `Failed ${count(n)}`,
  },
  more: (n: number) => `Show more (${count(n)})`,
  stages: {
    parsing: 'reading the file',
    topics: 'finding topics',
    embedding: 'reading for meaning',
    storing: 'putting it on the shelf',
  } as Readonly<Record<string, string>>,
  searchable: (done: number, total: number) => `${count(done)} of ${plural(total, 'book')} searchable so far`,
  copyDetails: 'Copy details',
  shelf: 'Newest on the shelf',
  empty: 'No books yet.',
  remove: 'Remove',
  removeBook: (title: string) => `Remove ${title}`,
  removeTitle: (title: string) => `Remove “${title}” from the library?`,
  removeText:
    'It can no longer be searched, and its passages leave topics and themes. The file itself stays where it is.',
  removeYes: 'Remove it',
  keep: 'Keep it',
  removed: (title: string) => `“${title}” is no longer in the library`,
} as const;
