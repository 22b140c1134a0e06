// `npm run bench -- [options]`
import { handOver } from './bootstrap.mjs';

handOver('test/bench/main.ts');
