/**
 * The six diagnostic queries of the reference system: the first five books of each, with the passage that matched.
 *
 *   node test/programs/relevance/diagnostic.ts [--to host:port]
 */
import { parseArgs } from 'node:util';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';

const QUERIES = [
  'dystopia',
  'machine learning',
  'cooking',
  'quantum physics',
  'dragons and magic',
  'stoicism',
];

const { values: args } = parseArgs({ options: { to: { type: 'string', default: '127.0.0.1:50052' } } });
const client = connect(
  loadContract<ProtoGrpcType>('library').grpc.libtrails.library.v1.LibraryService,
  args.to,
);
for (const query of QUERIES) {
  const answer = await callUnary(
    client,
    client.search,
    { query, limit: 5, explain: true },
    { timeoutMs: 10_000 },
  );
  console.log(`\n### ${query}${answer.relevant ? '' : ' (nothing relevant, says the service)'}\n`);
  for (const { rank, book, passage, signals } of answer.results) {
    const best = signals.map((s) => `${s.name} ${s.rank} “${s.matched.slice(0, 40)}”`).join(', ');
    console.log(`${rank}. **${book?.title}**, ${book?.authors.join(', ')}: ${best}`);
    console.log(`   > ${passage?.text.replace(/\s+/g, ' ').slice(0, 160)}`);
  }
}
client.close();
