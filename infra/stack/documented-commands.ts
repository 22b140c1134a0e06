/** The shell commands that README.md and docs/ tell users to type, and what runs each of them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface DocumentedCommand {
  /** File relative to the repository. */
  file: string;
  /** The command without its comment. */
  command: string;
}

/** A fenced block without a language, or marked as shell; it may be indented within a list. */
const FENCE = /^ *```(?:sh|bash|shell)?\n([\s\S]*?)^ *```/gm;
/** Commands within a sentence. */
const INLINE = /`((?:npm (?:run|test|start)|npx|docker compose|node|curl|grpcurl)\b[^`\n]*)`/g;
/** A line of a `.env` file or an assignment, which is no command. */
const ASSIGNMENT = /^[A-Z_]+=\S*$/;

/** The commands of a Markdown text, in their order, each once. */
export function commandsOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(FENCE)].map(([, block = '']) => block);
  const fenced = blocks
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/(?:^|\s+)# .*$/, '').trim())
    .filter((line) => line !== '' && !ASSIGNMENT.test(line));
  const inline = [...markdown.replaceAll(FENCE, '').matchAll(INLINE)].map(([, command = '']) => command);
  return [...new Set([...fenced, ...inline])];
}

/** All commands of README.md and docs/. */
export function documentedCommands(): DocumentedCommand[] {
  return ['README.md', ...globSync('docs/*.md', { cwd: root }).sort()].flatMap((file) =>
    commandsOf(readFileSync(join(root, file), 'utf8')).map((command) => ({ file, command })),
  );
}

/** What `test/suites/examples/documented-commands.test.ts` runs, word for word but for names of files, hosts and secrets. */
export function isRunByExamples(command: string): boolean {
  return /^(?:curl|grpcurl|npm start|npm run (?:index|token)|npx libtrails)(?: |$)/.test(command);
}

/** The others: the file of the test or script that runs the command, and the words of it by which that is seen. */
export const RUN_ELSEWHERE: Readonly<Record<string, { file: string; words: readonly string[] }>> = {
  'npm test': { file: '.ci/run', words: ['add npm test'] },
  'npm run proto': { file: 'infra/stack/run-checks.ts', words: ['generate-proto'] },
  'docker compose up -d --build': { file: 'test/compose-stack.ts', words: ["'up'", "'--build'"] },
  'docker compose up -d': { file: 'test/compose-stack.ts', words: ["'up'", "'--detach'"] },
  ...Object.fromEntries(
    [
      'ps',
      'logs',
      'logs retrieval',
      'exec retrieval libtrails status',
      'exec retrieval libtrails backup --keep 7',
      'exec retrieval node services/retrieval/src/renew-token.ts',
      'cp retrieval:/data/backups ./library-backups',
      'stop retrieval',
      'run --rm retrieval libtrails restore /data/backups/FILE.sqlite',
    ].map((words) => [
      `docker compose ${words}`,
      { file: 'test/suites/container/documented-commands.test.ts', words: [`'${words}'`] },
    ]),
  ),
};
