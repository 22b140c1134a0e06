// `npm run attack`
import { handOver } from './bootstrap.mjs';

handOver('test/fault/attack.ts');
