/** The commands and their options. Their code is loaded on demand. */
import { formatNames } from '@libtrails/common/book-formats';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { backup } from './commands/backup.ts';
import { cancel } from './commands/cancel.ts';
import { check } from './commands/check.ts';
import { completion, SHELLS, type Shell } from './commands/completion.ts';
import { deleteBook } from './commands/delete.ts';
import { index } from './commands/index.ts';
import { pause, resume } from './commands/pause.ts';
import { rebuild } from './commands/rebuild.ts';
import { restore } from './commands/restore.ts';
import { status } from './commands/status.ts';
import type { ServiceFlags } from './library-service.ts';
import { whole } from './numbers.ts';
import { addReadingCommands } from './reading-commands.ts';

const EXIT_CODES = `
Exit codes: 0 done, and nothing wrong; 1 failed; 2 arguments or settings that can't be used; 3 not now (a service
is away, or must be stopped first, or you may not); 4 the library or file is damaged; 130 stopped.`;

const REBUILT = `
Parts: full-text (FTS5 indexes), words (posting lists), counts (of topics, themes and domains): the default.
  grouping  themes and domains, by the indexer, when it runs next
  books     passages, topics, vectors and covers from the files, by the indexer, when it runs next
Vectors in memory are rebuilt at every start.`;

/** The whole command line. Errors of arguments are thrown as CommanderError, after they were printed. */
export function createProgram(): Command {
  const program = new Command('libtrails')
    .description('Search a LibTrails library, and look after it')
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  const command = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .option('--json', 'print one JSON object instead of lines')
      .copyInheritedSettings(program);
  const ofLibrary = (usage: string, description: string) =>
    command(usage, description).option('--data <folder>', 'data folder of the library (LIBTRAILS_DATA)');

  addReadingCommands(command);
  ofLibrary('status', 'What the library holds, and when it was backed up').action(status);
  ofLibrary('check', 'Read all of the library and say what is wrong with it; it may be in use meanwhile')
    .option('--quick', 'pages, references and rows against rows; texts are not read again')
    .action(check);
  ofLibrary('backup [dest]', 'Copy the library to one file, and check the copy; it may be in use meanwhile')
    .option('--keep <n>', 'keep the newest n backups in that folder, and remove older ones', whole)
    .option('--thorough', 'compare texts with their indexes in the copy, too')
    .option('--to <host:port>', 'gRPC address of the retrieval service that is to do it', address)
    .option('--token <token>', 'the right to write (LIBTRAILS_TOKEN)')
    .addHelpText(
      'after',
      '\nThe service that has the library in use makes the backup, in backups/ beside the library. Where there is none,\nand with DEST (a folder or a new file), this command does it by itself.',
    )
    .action(backup);
  ofLibrary('restore <file>', 'Put a backup in the place of the library, which no service may be using')
    .addHelpText(
      'after',
      '\nThe backup is checked first. What was there stays in backups/, as replaced-<time>.sqlite.',
    )
    .action(restore);
  ofLibrary('rebuild [part...]', 'Rebuild derived data; no service may be using the library')
    .addHelpText('after', REBUILT)
    .action(rebuild);
  ofLibrary('delete <book>', 'Take a book out: its id, file name or title. Its file is not touched')
    .option('--to <host:port>', 'gRPC address of the retrieval service, where it is running', address)
    .option('--token <token>', 'the right to write (LIBTRAILS_TOKEN)')
    .action(deleteBook);
  command('cancel <job>', 'End a job that waits or runs; `status` and the status page have its number')
    .option('--to <host:port>', 'gRPC address of the retrieval service', address)
    .option('--token <token>', 'the right to write (LIBTRAILS_TOKEN)')
    .action((job: string, flags: ServiceFlags & { json?: boolean }) => cancel(whole(job), flags));
  for (const [name, does, action] of [
    ['pause', 'Pause indexing; it stays paused after a restart. Searches go on', pause],
    ['resume', 'Continue indexing where it was paused', resume],
  ] as const) {
    command(name, does)
      .option('--to <host:port>', 'gRPC address of the retrieval service', address)
      .option('--token <token>', 'the right to write (LIBTRAILS_TOKEN)')
      .action(action);
  }
  command(
    'index [folder]',
    `Bring the library up to date with the ${formatNames()} files of a folder and its subfolders`,
  )
    .option('--calibre <folder>', 'a Calibre library instead; nothing is written there')
    .option('--to <host:port>', 'gRPC address of the retrieval service (INDEXER_RETRIEVAL)', address)
    .option('--embedding <host:port>', 'address of the embedding service (INDEXER_EMBEDDING)', address)
    .option('--token <token>', 'the right to write (LIBTRAILS_TOKEN)')
    .option('--no-cache', 'embed every text again, and keep no vectors')
    .option('--limit <n>', 'index at most n files', whole)
    .action(index);
  program
    .command('completion')
    .description('Print a script that completes commands and options')
    .addArgument(
      new Argument('<shell>', 'add "source <(libtrails completion bash)" to ~/.bashrc').choices(SHELLS),
    )
    .copyInheritedSettings(program)
    .action((shell: Shell) => console.log(completion(program, shell).trimEnd()));
  return program;
}

function address(value: string): string {
  if (!/^[^\s:]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i.test(value)) {
    throw new InvalidArgumentError('It must be host:port, such as 127.0.0.1:50052.');
  }
  return value;
}
