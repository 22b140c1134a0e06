/** What one attacker tries at one address over HTTP, and the results. */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface Attempt {
  what: string;
  answer: string;
  /** The service did what it should: it refused, or answered what anybody may read. */
  held: boolean;
}

export interface Answer {
  status: number;
  body: string;
}

/** Bytes that a server sent back, and how the connection ended. */
interface RawAnswer {
  /** The first line of each answer, in order. */
  lines: string[];
  end: 'closed' | 'no answer';
  seconds: number;
}

type Headers = Readonly<Record<string, string>>;

const PATIENCE_MS = 20_000;
/** Files of the machine, keys, and where in the code something went wrong. */
const LEAK = /root:.*:0:0:|BEGIN .*PRIVATE KEY|\n\s+at .*\.[jt]s:\d+/;

export class Attempts {
  readonly all: Attempt[] = [];
  readonly address: string;
  readonly port: number;

  constructor(address: string, port: number) {
    this.address = address;
    this.port = port;
  }

  note(what: string, answer: string, held: boolean): void {
    this.all.push({ what, answer, held });
  }

  ask(method: string, path: string, headers: Headers = {}, body = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const to = { host: this.address, port: this.port, timeout: PATIENCE_MS };
      const call = request({ ...to, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      });
      call.on('timeout', () => call.destroy(new Error('no answer')));
      call.on('error', reject).end(body);
    });
  }

  /** Notes an attempt that must end with one of these statuses, without a word from the machine's files. */
  async http(what: string, expected: readonly number[], call: Promise<Answer>): Promise<void> {
    const answer = await call.catch((error: unknown) => ({ status: 0, body: String(error) }));
    const code = /"code":"(\w+)"/.exec(answer.body)?.[1] ?? '';
    const held = expected.includes(answer.status) && !LEAK.test(answer.body);
    this.note(what, `${answer.status || answer.body} ${code}`.trim(), held);
  }

  /** Notes bytes that must end in one of these ways, with no more than one answer: a second would be a smuggled one. */
  async bytes(what: string, expected: readonly (number | RawAnswer['end'])[], bytes: string): Promise<void> {
    const { lines, end } = await this.#send((socket) => socket.write(bytes, 'latin1'));
    const [first, ...others] = lines;
    const outcome = first === undefined ? end : Number(first.split(' ')[1]);
    this.note(what, lines.join(', ') || end, expected.includes(outcome) && others.length === 0);
  }

  /** Notes a request whose headers never end: a byte a second, until the server has enough. */
  async slowHeaders(what: string, head: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const { lines, end, seconds } = await this.#send((socket) => {
      socket.write(head);
      timer = setInterval(() => socket.writable && socket.write('a'), 1_000);
    });
    clearInterval(timer);
    this.note(what, `${[...lines, end].join(', ')} after ${Math.round(seconds)} s`, end === 'closed');
  }

  /** Records ports that must not answer from the network. */
  async closed(what: string, ports: readonly number[]): Promise<void> {
    const open: number[] = [];
    for (const port of ports) if (await opens(this.address, port)) open.push(port);
    this.note(what, open.length === 0 ? 'closed' : `open: ${open.join(', ')}`, open.length === 0);
  }

  #send(begin: (socket: Socket) => void): Promise<RawAnswer> {
    return new Promise((resolve) => {
      const start = performance.now();
      const socket = connect(this.port, this.address, () => begin(socket));
      let text = '';
      const finish = (end: RawAnswer['end']) => {
        socket.destroy();
        clearTimeout(timer);
        const lines = text.match(/^HTTP\/1\.[01] \d{3}[^\r\n]*/gm) ?? [];
        resolve({ lines, end, seconds: (performance.now() - start) / 1_000 });
      };
      const timer = setTimeout(() => finish('no answer'), PATIENCE_MS);
      socket.on('data', (piece) => (text += piece.toString('latin1')));
      socket.on('error', () => finish('closed')).on('close', () => finish('closed'));
    });
  }
}

function opens(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 2_000 });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.on('connect', () => end(true));
    socket.on('timeout', () => end(false)).on('error', () => end(false));
  });
}
