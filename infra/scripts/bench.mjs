// `npm run bench -- [options]`
import { handOver } from './bootstrap.mjs';

handOver('test/programs/bench/main.ts');
