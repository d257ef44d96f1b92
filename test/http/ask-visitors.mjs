// A worker thread that asks for many visitors through OpenFeature's own SDK and OFREP provider, over real sockets.
// The provider's documented `fetchImplementation` gets one over node:http with keep-alive: Node's own fetch costs
// three times as much, and it is the server's answers that are looked at here.
import { Agent, request } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OpenFeature } from '@openfeature/server-sdk';

const AT_ONCE = 32;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

async function fetchImplementation(asked) {
  const body = await asked.text();
  const options = { agent, method: asked.method, headers: Object.fromEntries(asked.headers) };
  return new Promise((resolve, reject) => {
    const sent = request(asked.url, options, (reply) => {
      const chunks = [];
      reply.on('data', (chunk) => chunks.push(chunk));
      reply.on('end', () => {
        resolve(new Response(Buffer.concat(chunks), { status: reply.statusCode, headers: reply.headers }));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Bit 0: sees it. Bit 1: the provider said it failed. */
async function ask(client, flag, context) {
  const { value, errorCode } = await client.getBooleanDetails(flag, false, context);
  return (value ? 1 : 0) | (errorCode === undefined ? 0 : 2);
}

parentPort.on('message', async ({ baseUrl, key, flag, from, to, betaEvery }) => {
  const provider = new OFREPProvider({
    baseUrl,
    headers: { Authorization: `Bearer ${key}` },
    fetchImplementation,
  });
  await OpenFeature.setProviderAndWait(provider);
  const client = OpenFeature.getClient();
  const answers = new Uint8Array(to - from);
  let next = from;
  async function walk() {
    for (let id = next++; id < to; id = next++) {
      const context = { targetingKey: `visitor-${id}`, beta: id % betaEvery === 0 };
      answers[id - from] = await ask(client, flag, context);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  parentPort.postMessage(answers, [answers.buffer]);
});
