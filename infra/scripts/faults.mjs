// `npm run faults [-- --quick]`
import { handOver } from './bootstrap.mjs';

handOver('test/programs/fault/main.ts');
