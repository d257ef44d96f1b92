import { connect, type Socket } from 'node:net';

/** A request as it goes over the wire, made once: the load must cost less than what it measures. */
export function requestOf(path: string, body: object, headers: Record<string, string> = {}): Buffer {
  const json = JSON.stringify(body);
  const all = {
    host: 'localhost',
    'content-type': 'application/json',
    ...headers,
    'content-length': json.length,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${json}`);
}

/** Asks once and gives the status and body. */
export async function askOnce(port: number, request: Buffer): Promise<{ head: string; body: string }> {
  const socket = connect(port, '127.0.0.1');
  const answers = answersOf(socket);
  socket.write(request);
  const { value } = await answers.next();
  socket.destroy();
  if (value === undefined) throw new Error('no answer');
  return value;
}

/** Answers a second over some kept-alive connections, each asking again as soon as it has its answer. */
export async function rateOf(
  port: number,
  request: Buffer,
  connections: number,
  ms: number,
): Promise<number> {
  const startedAt = performance.now();
  let count = 0;
  async function askOn(): Promise<void> {
    const socket = connect(port, '127.0.0.1').setNoDelay();
    socket.write(request);
    for await (const _answer of answersOf(socket)) {
      count += 1;
      if (performance.now() - startedAt > ms) break;
      socket.write(request);
    }
    socket.destroy();
  }
  await Promise.all(Array.from({ length: connections }, askOn));
  return (count / (performance.now() - startedAt)) * 1_000;
}

async function* answersOf(socket: Socket): AsyncGenerator<{ head: string; body: string }> {
  let text = '';
  for await (const piece of socket.setEncoding('latin1')) {
    text += piece;
    for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
      const head = text.slice(0, end);
      const size = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (text.length < end + 4 + size) break;
      yield { head, body: text.slice(end + 4, end + 4 + size) };
      text = text.slice(end + 4 + size);
    }
  }
}
