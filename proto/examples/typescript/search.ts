/** Searches a running LibTrails: node search.ts QUERY [HOST:PORT] */
import { credentials } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import type { SearchResponse__Out } from '@libtrails/proto/types/library/v1/SearchResponse';

const [query, address = 'localhost:50052'] = process.argv.slice(2);
if (!query) {
  console.error('usage: node search.ts QUERY [HOST:PORT]');
  process.exit(2);
}

const { grpc } = loadContract<ProtoGrpcType>('library');
const client = new grpc.libtrails.library.v1.LibraryService(address, credentials.createInsecure());

const answer = await new Promise<SearchResponse__Out>((resolve, reject) => {
  client.Search(
    { query, scope: 'PASSAGES', limit: 3 },
    { deadline: Date.now() + 10_000 },
    (error, response) => (error || !response ? reject(error) : resolve(response)),
  );
});
client.close();

if (!answer.relevant) console.log('Nothing relevant. The nearest passages:');
for (const { rank, passage, book } of answer.results) {
  console.log(`${rank}. ${book?.title}: ${passage?.section?.title}`);
  console.log(`   ${passage?.text.slice(0, 200).replaceAll('\n', ' ')}`);
}
