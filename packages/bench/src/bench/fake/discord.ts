import { FakeDiscord } from '@aplomb/fake-discord';
import { settledHeapBytes } from '../cache/settledHeap.js';
import type { FakeOpen, FakeSaid, SayOrder } from './protocol.js';

/*
 * A fake Discord in a process of its own, which measures itself. On each order people say so many messages in #general; every so often somebody uses a
 * command, reacts, edits, deletes and expects an answer, so that all that keeps books has something to write down.
 */

/** So many messages are said at once, and then waited for. */
const BATCH = 100;
const MORE_EVERY = 500;

const discord = await FakeDiscord.start({ rateLimits: false, settleTimeoutMs: 60_000 });
const guild = discord.addGuild({ name: 'Home', botPermissions: ['Administrator'] });
const general = guild.addTextChannel('general');
const alice = guild.addMember('alice');
discord.addCommand({ name: 'roll', description: 'Rolls' });
const ids = { last: 0n, outOfOrder: 0 };

process.on('message', (order: SayOrder) => void say(order));
process.on('disconnect', () => {
  process.exit();
});
send({ type: 'open', token: discord.bot.token, url: discord.url });

async function say({ count, from }: SayOrder): Promise<void> {
  for (let said = 0; said < count; said += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - said) }, (_, index) => from + said + index);
    for (const { id } of await Promise.all(numbers.map((number) => alice.send(general, String(number))))) note(id);
    if ((from + said) % MORE_EVERY === 0) await doMore();
  }
  const { journal } = discord.gateway;
  send({
    type: 'said',
    heapBytes: settledHeapBytes(),
    kept: general.messages.length,
    idsOutOfOrder: ids.outOfOrder,
    offences: journal.counts.violation + discord.unsupported.length,
  });
}

/** What else people do. */
async function doMore(): Promise<void> {
  const newest = general.lastMessage;
  if (newest === undefined) return;
  await alice.useCommand(general, 'roll');
  await general.receive('rolled', { seenBy: alice });
  await alice.react(newest, '👍');
  const extra = await alice.send(general, 'extra');
  note(extra.id);
  await alice.edit(extra, 'extra, edited');
  await alice.delete(extra);
}

function note(id: string): void {
  const number = BigInt(id);
  if (number <= ids.last) ids.outOfOrder += 1;
  ids.last = number;
}

function send(message: FakeOpen | FakeSaid): void {
  process.send?.(message);
}
