/** The commands that ask a running LibTrails, here or elsewhere, over HTTP. */
import { BOOK_SORTS, MODES, SCOPES } from '@libtrails/proto/values';
import { type Command, Option } from 'commander';
import { add } from './commands/add.ts';
import { exportBooks } from './commands/export.ts';
import { books, passage, related, search, trail } from './commands/reading.ts';
import { whole, wholeFromZero } from './numbers.ts';

/** The API's filters that take any of several values. */
const FILTERS = [
  ['author', 'author'],
  ['series', 'series'],
  ['tag', 'subject'],
  ['lang', 'language'],
] as const;

/** Adds them to the program. @param command makes one with the options that all have */
export function addReadingCommands(command: (usage: string, description: string) => Command): void {
  const ofService = (usage: string, description: string) =>
    command(usage, description)
      .option('--url <url>', 'where LibTrails is (LIBTRAILS_URL); default: this machine')
      .option('--token <token>', 'the token, or the password for reading (LIBTRAILS_TOKEN)');
  const choice = (flags: string, description: string, choices: readonly string[]) =>
    new Option(flags, description).choices(choices);
  const collected = (value: string, before: string[] = []) => [...before, value];
  const filtered = (reading: Command) => {
    for (const [name, what] of FILTERS) {
      reading.option(`--${name} <${name}>`, `only this ${what}; may be repeated`, collected);
    }
    return reading
      .option('--from <year>', 'only from this year on', whole)
      .option('--to <year>', 'only up to this year', whole);
  };

  filtered(ofService('search <words...>', 'Search the library'))
    .addOption(
      choice(
        '--scope <scope>',
        'what to find; default: books',
        SCOPES.filter((scope) => scope !== 'everything'),
      ),
    )
    .addOption(choice('--mode <mode>', 'by word, by meaning, or both', MODES))
    .option('--limit <n>', 'results, 1 to 100', whole)
    .option('--offset <n>', 'results to pass over', wholeFromZero)
    .option('--book-id <id>', 'only passages of this book (with --scope passages)', whole)
    .option('--as-typed', 'search unknown words as they are')
    .option('--explain', 'show why each result was found')
    .action(search);
  ofService('related', 'Books like a book')
    .argument('<id>', 'of the book', whole)
    .option('--passage', 'the id is that of a passage: passages near it in other books')
    .option('--limit <n>', 'results, 1 to 50', whole)
    .action(related);
  ofService(
    'trail <from> [to]',
    'A trail of passages from one idea to another: words, passage:ID or topic:ID',
  )
    .option('--steps <n>', 'passages, 5 to 12', whole)
    .option('--seed <n>', 'another way', wholeFromZero)
    .addOption(choice('--format <format>', 'how to write it', ['text', 'markdown', 'html']))
    .action(trail);
  ofService('passage', 'Show a passage')
    .argument('<id>', 'of the passage', whole)
    .option('--around <n>', 'passages before and after, up to 20', wholeFromZero)
    .action(passage);
  filtered(
    ofService(
      'books [words...]',
      'List books, or those whose title, author, series or subject has the words',
    ),
  )
    .addOption(choice('--sort <order>', 'default: title', BOOK_SORTS))
    .option('--limit <n>', 'books, 1 to 200', whole)
    .option('--page <n>', 'page of so many books', whole)
    .action(books);
  ofService('add <file...>', 'Upload books to be indexed')
    .option('--wait', 'end when they are indexed')
    .action(add);
  ofService('export', 'Write all books with their metadata')
    .addOption(choice('--format <format>', 'default: json', ['json', 'csv']))
    .action(exportBooks);
}
