import { Rest } from '@aplomb/rest';
import { REST as PeerRest } from '@discordjs/rest';
import { Pool, request } from 'undici';
import { channelId, messageBody, TOKEN, type SenderKind } from './protocol.js';

/** Sends the message with this number to this channel, and resolves when its answer is parsed. */
export type Send = (channel: string, index: number) => Promise<unknown>;

export interface SenderOptions {
  readonly origin: string;
  readonly channels: number;
  readonly parallel: number;
}

/** The sender of each kind, with its global limit off. */
export function openSender(kind: SenderKind, options: SenderOptions): Send {
  switch (kind) {
    case 'undici.request':
      return openFloor(options);
    case 'Rest':
      return openRest(options);
    case '@discordjs/rest':
      return openPeer(options);
  }
}

/** The least that anybody can do: no limits, no errors, no deadlines. */
function openFloor({ origin, parallel }: SenderOptions): Send {
  const dispatcher = new Pool(origin, { connections: parallel });
  const headers = {
    'user-agent': 'DiscordBot (https://github.com/aplomb-discord/aplomb, 0.1.0)',
    authorization: `Bot ${TOKEN}`,
    'content-type': 'application/json',
  };
  return async (channel, index) => {
    const body = JSON.stringify(messageBody(index));
    const answer = await request(`${origin}/api/v10/channels/${channel}/messages`, { method: 'POST', headers, body, dispatcher });
    return answer.body.json();
  };
}

function openRest({ origin, parallel }: SenderOptions): Send {
  const dispatcher = new Pool(origin, { connections: parallel });
  const rest = new Rest({ token: TOKEN, baseUrl: `${origin}/api/v10`, dispatcher, globalRequestsPerSecond: 0 });
  return (channel, index) => rest.channels.createMessage(channel, messageBody(index));
}

/** With its own undici and its own defaults, except for the global limit. */
function openPeer({ origin }: SenderOptions): Send {
  const rest = new PeerRest({ api: `${origin}/api`, version: '10', globalRequestsPerSecond: Infinity }).setToken(TOKEN);
  return (channel, index) => rest.post(`/channels/${channel}/messages`, { body: messageBody(index) });
}

/** The channel of the message with this number: all of them in turn. */
export function channelOf(index: number, channels: number): string {
  return channelId(index % channels);
}
