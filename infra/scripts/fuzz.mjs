// `npm run fuzz [-- --quick]`
import { handOver } from './bootstrap.mjs';

handOver('test/fuzz/main.ts');
