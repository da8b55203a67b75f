import { channelOf, openSender, type Send } from './senders.js';
import type { RestLoad, SenderKind, SenderReport } from './protocol.js';

/* One sender of the REST benchmark, a process of its own: client.js <kind> <port> <load as JSON> */

const [kind, port, loadText] = process.argv.slice(2) as [SenderKind, string, string];
const load = JSON.parse(loadText) as RestLoad;
const send = openSender(kind, { origin: `http://127.0.0.1:${port}`, channels: load.channels, parallel: load.parallel });

process.on('disconnect', () => {
  process.exit();
});
process.once('message', () => {
  void measure();
});
await sendAll(send, 0, load.warmUp);
report({ type: 'ready' });

async function measure(): Promise<void> {
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  await sendAll(send, load.warmUp, load.requests);
  const { user, system } = process.cpuUsage(cpu);
  report({
    type: 'done',
    cpuMs: (user + system) / 1_000,
    wallMs: performance.now() - startMs,
    peakRssMiB: process.resourceUsage().maxRSS / 1_024,
  });
}

/** `parallel` workers take the next number each as long as there is one. */
async function sendAll(each: Send, from: number, count: number): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < from + count; index = next++) await each(channelOf(index, load.channels), index);
  };
  await Promise.all(Array.from({ length: load.parallel }, worker));
}

function report(message: SenderReport): void {
  process.send?.(message);
}
