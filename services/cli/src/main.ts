/** `libtrails`: a library searched and looked after by hand (README.md). */
import { makePrivateFiles } from '@libtrails/common/lifecycle';
import { runProgram } from './run-program.ts';

makePrivateFiles();
await runProgram(process.argv.slice(2));
