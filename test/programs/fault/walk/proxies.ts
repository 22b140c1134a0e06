/** Proxies as people put them before a service: some add the headers they should, some none. */
import { once } from 'node:events';
import { createServer as createHttpServer, request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';

/** What a proxy on this machine adds to a request; the first names its client, the last two nobody. */
const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'X-Forwarded-For': { 'x-forwarded-for': '198.18.77.2' },
  Forwarded: { forwarded: 'for=198.18.77.2' },
  Via: { via: '1.1 proxy' },
  'X-Real-IP': { 'x-real-ip': '198.18.77.2' },
  'an empty X-Forwarded-For': { 'x-forwarded-for': '' },
};

export interface RunningProxy {
  name: string;
  port: number;
  server: Server;
}

/** A forwarder of bytes (`ssh -R`, a bare `proxy_pass` of nginx): it adds nothing. */
export async function bareForwarder(name: string, address: string, to: number): Promise<RunningProxy> {
  const server = createServer((socket) => {
    const onward = connect(to, '127.0.0.1');
    socket.pipe(onward).pipe(socket);
    socket.on('error', () => onward.destroy());
    onward.on('error', () => socket.destroy());
  });
  return listen(name, server, address);
}

/** One proxy for each way to say that something was forwarded. */
export function namingProxies(name: string, address: string, to: number): Promise<RunningProxy[]> {
  return Promise.all(
    Object.entries(HEADERS).map(([what, added]) => {
      const server = createHttpServer((asked, answer) => {
        const { method, url } = asked;
        const headers = { ...asked.headers, ...added };
        const onward = request({ host: '127.0.0.1', port: to, method, path: url, headers }, (answered) => {
          answer.writeHead(answered.statusCode ?? 502, answered.headers);
          answered.pipe(answer);
        });
        onward.on('error', () => answer.destroy());
        asked.pipe(onward);
      });
      return listen(`${name} with ${what}`, server, address);
    }),
  );
}

async function listen(name: string, server: Server, address: string): Promise<RunningProxy> {
  await once(server.listen(0, address), 'listening');
  return { name, port: (server.address() as AddressInfo).port, server };
}
