/** Runs one command line; the exit code is in `process.exitCode` afterwards. */
import { CommanderError } from 'commander';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { json } from './output.ts';
import { createProgram } from './program.ts';

/** @param args without the program's own name */
export async function runProgram(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    if (args.includes('--json')) console.log(json({ error: { message } }));
    console.error(`libtrails: ${message}`);
    process.exitCode = exitCodeOf(error);
  }
}
