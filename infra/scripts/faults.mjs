// `npm run faults [-- --quick]`
import { handOver } from './bootstrap.mjs';

handOver('test/fault/main.ts');
