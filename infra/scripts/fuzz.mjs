// `npm run fuzz [-- --quick]`
import { handOver } from './bootstrap.mjs';

handOver('test/programs/fuzz/main.ts');
