// `npm run token [-- --data FOLDER]`
import { handOver } from './bootstrap.mjs';

handOver('services/retrieval/src/renew-token.ts');
