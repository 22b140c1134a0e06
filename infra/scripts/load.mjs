// `npm run load -- SCENARIO...`
import { handOver } from './bootstrap.mjs';

handOver('test/load/main.ts');
