// `npm run attack`
import { handOver } from './bootstrap.mjs';

handOver('test/programs/fault/attack.ts');
