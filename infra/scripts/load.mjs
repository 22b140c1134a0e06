// `npm run load -- SCENARIO...`
import { handOver } from './bootstrap.mjs';

handOver('test/programs/load/main.ts');
