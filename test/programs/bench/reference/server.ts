/** The reference as one process, as in the article: model and file in one server. Answers JSON over HTTP. */
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { createEmbedder } from '@libtrails/embedding/embedder';
import { ReferenceSearch } from './search.ts';

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const embedder = await createEmbedder({ cacheSize: 0 });
const reference = new ReferenceSearch(
  values.file!,
  async (text) => (await embedder.embed([text], 'LABEL', { interactive: true })).vectors,
);

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://reference');
  const answer =
    url.pathname === '/related'
      ? await reference.related(Number(url.searchParams.get('book')))
      : url.pathname === '/search'
        ? await reference.search(url.searchParams.get('q') ?? '', url.searchParams.get('signals') === '6')
        : { rss: process.memoryUsage.rss() };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
});
// A client that pauses finds its connection again.
server.keepAliveTimeout = 600_000;
server.listen(Number(values.port), values.host);
process.once('SIGTERM', () => process.exit(0));
