import { User } from '../../src/actors/User.js';
import { addGuild } from '../../src/world/arrange.js';
import { addIntegration } from '../../src/world/guild/integrations.js';
import { putOverwrite } from '../../src/world/guild/channels.js';
import { setThread } from '../../src/world/guild/editThread.js';
import { setInterested } from '../../src/world/guild/eventInterest.js';
import { Form } from '../../src/world/forms/Form.js';
import { slashCommand } from '../../src/world/interactions/useCommand.js';
import { joinVoice } from '../../src/world/voice.js';
import { forbid } from '../arrangeHome.js';
import type { FullHome } from '../limits/subjects.js';
import { makeStage } from '../makeStage.js';
import { NEEDS } from '../permissions/needs.js';
import { askIn, othersHome } from '../permissions/othersHome.js';
import { EXAMPLES } from './examples.js';

/** An operation with `*` in the place of parameters, as they are compared. */
export function starred(operation: string): string {
  return operation.replace(/:(?:webhook|interaction)\b/g, '*/*').replace(/\{[^}]+\}|:\w+|[👍🎉]/gu, '*');
}

/** A home in which there are some more things, those that are the bot's own. */
function ownHome(): FullHome {
  const home = othersHome();
  const { alice, ask, bot, entitlements, general, ids, reactions, say } = home;
  reactions.add(bot.id, { channelId: general.id, messageId: ids['message'] ?? '', emoji: '👍' });
  const joined = ask(`POST /channels/${general.id}/threads`, { name: 'mine', type: 11 }).body as { id: string };
  const hooked = ask(`POST /webhooks/${ids['webhook'] ?? ''}?wait=true`, { content: 'x' }).body as { id: string };
  const more = { hooked: hooked.id, joined: joined.id, own: say(bot, 'mine') };
  return { ...home, ids: { ...ids, ...more, entitlement: entitlements.grant(ids['sku'] ?? '', alice.id, 2).id } };
}

const pin = ({ ask, general, ids }: FullHome): unknown => ask(`PUT /channels/${general.id}/pins/${ids['message'] ?? ''}`);
const target = ({ bob, ids, upload }: FullHome): unknown =>
  upload(`PUT /invites/${ids['invite'] ?? ''}/target-users`, 'target_users_file', bob.id);

/** What must be so before an operation can do something. */
const PREPARED: Readonly<Record<string, (home: FullHome) => unknown>> = {
  'DELETE /channels/:general/messages/pins/:message': pin,
  'DELETE /channels/:general/pins/:message': pin,
  'DELETE /guilds/:guild/members/:member/roles/:role': ({ alice, ask, guild, ids }) =>
    ask(`PUT /guilds/${guild.id}/members/${alice.id}/roles/${ids['role'] ?? ''}`),
  'GET /invites/:invite/target-users': target,
  'GET /invites/:invite/target-users/job-status': target,
  'PATCH /guilds/:guild/voice-states/@me': ({ bot, ids, world }) => {
    joinVoice(world, bot, ids['live'] ?? '');
  },
  'POST /guilds/:guild/templates': ({ guild }) => {
    guild.things.templates.clear();
  },
};

/** The operations whose body is a file. */
const UPLOADED: Readonly<Record<string, string>> = {
  'POST /guilds/:guild/stickers': 'file',
  'PUT /invites/:invite/target-users': 'target_users_file',
};

/** Which gateway events each operation causes, by the operation. Operations that only tell are not among them. */
export function eventsByOperation(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [signature, body] of [...NEEDS.map(([each, need]) => [each, need.body] as const), ...EXAMPLES]) {
    const operation = starred(signature);
    const events = [...(found.get(operation) ?? []), ...eventsOf(signature, body)];
    found.set(operation, [...new Set(events)].sort());
  }
  return found;
}

function eventsOf(signature: string, body: unknown): readonly string[] {
  const home = ownHome();
  PREPARED[signature]?.(home);
  home.events.length = 0;
  const field = UPLOADED[signature];
  const named = signature.replace(/:(\w+)/g, (whole, name: string) => home.ids[name] ?? whole);
  const { body: answer, status } =
    field === undefined ? askIn(home, signature, body) : home.upload(named, field, '81384788765712384', { name: 'wave', tags: 'wave' });
  if (status >= 300) throw new TypeError(`${signature} was answered with ${String(status)}: ${JSON.stringify(answer)}`);
  return home.told();
}

/** What happens without the bot asking for it: each is prepared, and returns what then happens. */
const HAPPENINGS: Readonly<Record<string, (home: FullHome) => () => unknown>> = {
  'the bot comes into a guild':
    ({ world }) =>
    () =>
      addGuild(world, { name: 'Other' }),
  'who manages a guild sets the permissions of a command': ({ askAs, grants, guild, ids }) => {
    const token = `Bearer ${grants.authorize(guild.ownerId, ['applications.commands.permissions.update']).token}`;
    const path = `/applications/${ids['application'] ?? ''}/guilds/${guild.id}/commands/${ids['command'] ?? ''}/permissions`;
    return () => askAs(token, `PUT ${path}`, { permissions: [] });
  },
  'a guild is joined to a service':
    ({ guild, world }) =>
    () =>
      addIntegration(world, guild, { name: 'Other' }),
  'a person uses a command, a component or a modal': ({ alice, commands, general, interactions, world }) => {
    const use = slashCommand({ channelId: general.id, commands, user: alice, world }, { name: 'roll', values: {} });
    return () => interactions.open(use);
  },
  'a person comes online or goes': (home) => () => new User(makeStage(home), home.alice).setStatus('online'),
  'a person writes what a rule forbids': ({ alice, ask, general, guild, say }) => {
    const alert = { type: 2, metadata: { channel_id: general.id } };
    const rule = {
      name: 'r',
      event_type: 1,
      trigger_type: 1,
      enabled: true,
      trigger_metadata: { keyword_filter: ['tea'] },
      actions: [alert],
    };
    ask(`POST /guilds/${guild.id}/auto-moderation/rules`, rule);
    return () => say(alice, 'tea');
  },
  'a person votes, or takes the vote back': ({ alice, bot, general, polls, say }) => {
    const id = say(bot, { poll: { question: { text: 'a' }, answers: [{ poll_media: { text: 'a' } }] } });
    return () => [['a'], []].map((answers) => polls.vote(alice.id, general.id, id, answers));
  },
  'a person means to come to an event, or does not any more': ({ alice, guild, ids, world }) => {
    const place = { eventId: ids['event'] ?? '', guildId: guild.id };
    return () => [true, false].map((isInterested) => setInterested(world, alice.id, { ...place, isInterested }));
  },
  'a person subscribes, or a subscription ends': ({ alice, entitlements, subscriptions }) => {
    const { id } = entitlements.addSku({ name: 'Gold', type: 5 });
    return () => subscriptions.end(subscriptions.subscribe(alice.id, id).id);
  },
  'the bot comes into voice':
    ({ bot, ids, world }) =>
    () => {
      joinVoice(world, bot, ids['voice'] ?? '');
    },
  'a channel with threads is opened to the bot': ({ ask, bot, general, guild, world }) => {
    const role = [...guild.roles.values()].find(({ tags }) => tags?.bot_id === bot.id);
    ask(`POST /channels/${general.id}/threads`, { name: 'x', type: 11 });
    if (role !== undefined) guild.roles.set(role.id, { ...role, permissions: '0' });
    forbid(general, bot.id, 'ViewChannel');
    const owner = { reason: null, userId: guild.ownerId };
    return () => {
      putOverwrite(world, owner, general.id, bot.id, new Form({ type: 1, allow: '1024' }));
    };
  },
  'a thread that the bot is in is opened again': ({ ask, general, guild, world }) => {
    const { id } = ask(`POST /channels/${general.id}/threads`, { name: 'x', type: 11 }).body as { id: string };
    const set = (archived: boolean): void => {
      const channel = guild.threads.get(id);
      if (channel?.thread != null) setThread(world, channel, { ...channel.thread, metadata: { ...channel.thread.metadata, archived } });
    };
    set(true);
    return () => {
      set(false);
    };
  },
};

/** Which gateway events come without an operation of the bot, by what happens. */
export function eventsByHappening(): ReadonlyMap<string, readonly string[]> {
  const found = Object.entries(HAPPENINGS).map(([what, prepare]) => {
    const home = othersHome();
    const happen = prepare(home);
    home.events.length = 0;
    happen();
    return [what, [...new Set(home.told())].sort()] as const;
  });
  return new Map(found);
}
