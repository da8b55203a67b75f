import { Client, FileSessionStore } from 'aplomb';
import type { InstanceReport } from './InstanceReport.js';

/*
 * One instance of a bot in a process of its own: runs some shards of a total and tells its parent each message that its handlers got.
 * Arguments: REST base URL, token, first shard, last shard, total, directory of the sessions.
 */

const [baseUrl = '', token = '', first = '', last = '', total = '', directory = ''] = process.argv.slice(2);

const client = new Client({
  token,
  intents: ['Guilds', 'GuildMessages', 'MessageContent'],
  rest: { baseUrl },
  sessionStore: new FileSessionStore({ directory }),
});

client.on('messageCreate', (message, { replayed, shardId }) => {
  report({ type: 'message', content: message.content, replayed, shardId });
});
process.on('disconnect', () => {
  process.exit(0);
});
await client.startShardRange({ first: Number(first), last: Number(last) }, Number(total));
report({ type: 'ready' });

function report(message: InstanceReport): void {
  process.send?.(message);
}
