/** `libtrails`: maintenance of a library by hand (README.md). */
import { makePrivateFiles } from '@libtrails/common/lifecycle';
import { CommanderError } from 'commander';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { json } from './output.ts';
import { createProgram } from './program.ts';

makePrivateFiles();
try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else {
    const message = error instanceof Error ? error.message : String(error);
    if (process.argv.includes('--json')) console.log(json({ error: { message } }));
    console.error(`libtrails: ${message}`);
    process.exitCode = exitCodeOf(error);
  }
}
