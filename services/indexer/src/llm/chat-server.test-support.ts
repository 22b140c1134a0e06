/** A chat server on loopback that answers as a test wants it to, well or badly. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface Asked {
  authorization: string | undefined;
  model: string;
  hasSchema: boolean;
  themes: { id: number; draft: string; topics: string[] }[];
}

/** Answers the n-th question, 0-based. */
export type Manner = (asked: Asked, response: ServerResponse, n: number) => void;

/** Sends a chat completion with this text. */
export function say(response: ServerResponse, content: string): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
}

/** A good answer: "about DRAFT" for every theme, or what `title` makes of it. */
export const wellBehaved =
  (title = (draft: string) => `about ${draft}`): Manner =>
  ({ themes }, response) =>
    say(response, JSON.stringify({ titles: themes.map(({ id, draft }) => ({ id, title: title(draft) })) }));

/** @returns the base address, and every question as it came */
export async function chatServer(t: TestContext, manner: Manner): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      response.writeHead(404).end();
      return;
    }
    const { model, messages, response_format: format } = JSON.parse(body);
    const { themes } = JSON.parse(messages[1].content);
    const { authorization } = request.headers;
    asked.push({ authorization, model, hasSchema: format !== undefined, themes });
    manner(asked.at(-1)!, response, asked.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}
