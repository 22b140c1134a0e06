// `npm start [-- --library DIR]`
import { handOver } from './bootstrap.mjs';

handOver('infra/stack/start.ts');
