/** Beats come at random points of this interval: none falls into a run. */
export const HEARTBEAT_INTERVAL_MS = 3_600_000;
/** Who the bot is, on every benchmark. */
export const BOT_USER = {
  id: '1100000000000000002',
  username: 'bench',
  global_name: null,
  discriminator: '0',
  avatar: null,
  bot: true,
  flags: 0,
};

export function helloText(): string {
  return JSON.stringify({ t: null, s: null, op: 10, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
}

/** READY, which says that these guilds are to come. */
export function readyText(guildIds: readonly string[]): string {
  const guilds = guildIds.map((id) => ({ id, unavailable: true }));
  const session = { session_id: 'b'.repeat(32), resume_gateway_url: 'ws://127.0.0.1:1', shard: [0, 1] };
  const application = { id: '1100000000000000003', flags: 0 };
  return dispatchText('READY', 1, { v: 10, user: BOT_USER, guilds, private_channels: [], ...session, application });
}

export function dispatchText(type: string, sequence: number, data: object): string {
  return `{"t":"${type}","s":${sequence},"op":0,"d":${JSON.stringify(data)}}`;
}
