import type { PersonView, SeenChannel, SeenGuild } from '@aplomb/fake-discord';
import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { personFromView } from '../src/state/personFromView.js';
import type { PersonState } from '../src/state/PersonState.js';
import { Playground } from '../src/state/Playground.js';
import { Seat } from '../src/state/Seat.js';

// Payloads as short as the tests need them. What is left out is not looked at.

export function user(id: string, username: string): APIUser {
  return { avatar: null, discriminator: '0', global_name: null, id, username };
}

export const alice = user('100', 'alice');
export const bob = user('101', 'bob');
export const robot: APIUser = { ...user('102', 'robot'), bot: true };

export function message(parts: Partial<APIMessage> & { readonly id: string }): APIMessage {
  return {
    attachments: [],
    author: bob,
    channel_id: '20',
    content: '',
    edited_timestamp: null,
    embeds: [],
    mention_everyone: false,
    mention_roles: [],
    mentions: [],
    pinned: false,
    timestamp: '2026-11-21T12:00:00.000Z',
    tts: false,
    type: 0,
    ...parts,
  };
}

const everything = String((1n << 53n) - 1n);

export function channel(id: string, name: string, parts: object = {}): SeenChannel {
  return { guild_id: '10', id, name, parent_id: null, permissions: everything, position: 0, type: 0, ...parts };
}

export function guild(parts: Partial<SeenGuild> = {}): SeenGuild {
  return {
    channels: [channel('20', 'general'), channel('21', 'tea-room', { position: 1 })],
    emojis: [{ id: '900', name: 'wave' }],
    id: '10',
    members: [alice, bob, robot].map((member) => ({ roles: member === alice ? ['11'] : [], user: member })),
    name: 'Tea house',
    presences: [],
    roles: [{ colors: { primary_color: 0x336699 }, id: '11', managed: false, name: 'Host', position: 1 }],
    voice_states: [],
    ...parts,
  } as unknown as SeenGuild;
}

export const view: PersonView = { directChannels: [], guilds: [guild()], me: alice };

export const person: PersonState = personFromView(view);

/** Alice's column, in a page that is connected to nothing. */
export function aliceSeat(state: PersonState = person): Seat {
  const playground = new Playground(new URL('http://127.0.0.1:1/?token=t'));
  const seat = new Seat(playground, alice.id, { channelId: '20', guildId: '10' });
  seat.person.value = state;
  return seat;
}
