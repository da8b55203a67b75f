import type { APIInteraction } from 'discord-api-types/v10';
import type { AnyInteraction } from '../../src/interactions/AnyInteraction.js';
import type { SelectInteraction } from '../../src/interactions/SelectInteraction.js';
import { viewWorld } from '../structures/viewWorld.js';

export const ALICE = { id: '9', username: 'alice', discriminator: '0', global_name: 'Alice', avatar: null };
const MEMBER = { user: ALICE, nick: null, roles: ['5'], joined_at: '2026-01-01T00:00:00.000000+00:00', deaf: false, mute: false, flags: 0 };
export const MESSAGE = { id: '40', channel_id: '2', content: 'Ready?', author: { ...ALICE, id: '8', bot: true } };

/** What every interaction in a guild has. */
const BASE = {
  id: '175928847299117063',
  application_id: '8',
  token: 'secret-of-the-interaction',
  version: 1,
  guild_id: '1',
  guild: { id: '1', features: [], locale: 'en-US' },
  channel: { id: '2', type: 0 },
  channel_id: '2',
  member: { ...MEMBER, permissions: '2048' },
  app_permissions: '1024',
  locale: 'de',
  guild_locale: 'en-US',
  entitlements: [],
  authorizing_integration_owners: { 0: '1' },
  context: 0,
  attachment_size_limit: 10_485_760,
};

export const RESOLVED = {
  users: { '9': ALICE },
  members: { '9': { roles: ['5'], joined_at: MEMBER.joined_at, permissions: '2048', flags: 0 } },
  roles: { '5': { id: '5', name: 'Helpers', permissions: '0', position: 1 } },
  channels: { '2': { id: '2', type: 0, name: 'general', permissions: '1024' } },
  attachments: { '70': { id: '70', filename: 'cat.png', size: 3, url: 'https://cdn.discordapp.com/cat.png', proxy_url: 'https://x' } },
};

/** One sample of each kind: its type on the wire, and its data. */
export const SAMPLES = {
  command: { type: 2, data: { id: '60', type: 1, name: 'roll', options: [{ name: 'sides', type: 4, value: 20 }], resolved: RESOLVED } },
  userCommand: { type: 2, data: { id: '61', type: 2, name: 'Warn', target_id: '9', resolved: RESOLVED } },
  messageCommand: { type: 2, data: { id: '62', type: 3, name: 'Quote', target_id: '40', resolved: { messages: { '40': MESSAGE } } } },
  entryPoint: { type: 2, data: { id: '63', type: 4, name: 'launch' } },
  autocomplete: {
    type: 4,
    data: { id: '64', type: 1, name: 'play', options: [{ name: 'song', type: 3, value: 'yest', focused: true }] },
  },
  button: { type: 3, data: { custom_id: 'yes', component_type: 2 }, message: MESSAGE },
  stringSelect: { type: 3, data: { custom_id: 'color', component_type: 3, values: ['red'] }, message: MESSAGE },
  userSelect: { type: 3, data: { custom_id: 'who', component_type: 5, values: ['9'], resolved: RESOLVED }, message: MESSAGE },
  roleSelect: { type: 3, data: { custom_id: 'role', component_type: 6, values: ['5'], resolved: RESOLVED }, message: MESSAGE },
  mentionableSelect: { type: 3, data: { custom_id: 'both', component_type: 7, values: ['9', '5'], resolved: RESOLVED }, message: MESSAGE },
  channelSelect: { type: 3, data: { custom_id: 'where', component_type: 8, values: ['2'], resolved: RESOLVED }, message: MESSAGE },
  modal: { type: 5, data: { custom_id: 'form', components: [] }, message: MESSAGE },
  unknown: { type: 99, data: {} },
} as const;

/** The class of an interaction, by its kind. */
type OfKind<Kind> = Kind extends `${string}Select` ? SelectInteraction : Extract<AnyInteraction, { readonly kind: Kind }>;

/** An interaction of a kind, in a world whose REST only notes what it is asked. Without a guild it happens in a direct message. */
export function interactionWorld<Kind extends keyof typeof SAMPLES>(
  kind: Kind,
  {
    data = {},
    direct = false,
    answer,
  }: { readonly data?: object; readonly direct?: boolean; readonly answer?: (method: string) => unknown } = {},
) {
  const world = viewWorld({ answer: answer ?? (() => ({ ...MESSAGE, resource: { message: MESSAGE } })) });
  const sample = SAMPLES[kind];
  const { guild_id: _, guild: __, member: ___, ...outside } = BASE;
  const place = direct ? { ...outside, user: ALICE } : BASE;
  const payload = { ...place, ...sample, data: { ...sample.data, ...data } } as unknown as APIInteraction;
  const interaction = world.views.interaction(payload) as OfKind<Kind>;
  return { ...world, interaction, payload };
}
