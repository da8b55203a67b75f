import type { RestReply } from '../../src/rest/RestRequest.js';
import { addMember, addRole, findOrAddUser } from '../../src/world/arrange.js';
import { Form } from '../../src/world/forms/Form.js';
import { readDraft } from '../../src/world/forms/messageForm.js';
import { addIntegration } from '../../src/world/guild/integrations.js';
import { requestToJoin } from '../../src/world/guild/joinRequests.js';
import { ALL_PERMISSIONS, permissionBits } from '../../src/world/permissions.js';
import type { PermissionName } from '../../src/world/permissions.js';
import { joinVoice } from '../../src/world/voice.js';
import { fullHome } from '../limits/subjects.js';
import type { FullHome } from '../limits/subjects.js';

/** A home with one of everything that others made, so that nothing in it is the bot's own. */
export function othersHome(): FullHome {
  const home = fullHome();
  const { alice, ask, bob, bot, guild, world } = home;
  const id = (signature: string, body: unknown): string => String((ask(signature, body).body as { id?: unknown }).id);
  const at = `/guilds/${guild.id}`;
  const event = {
    name: 'Tea',
    privacy_level: 2,
    entity_type: 2,
    channel_id: home.ids['voice'],
    scheduled_start_time: '2099-02-01T00:00:00Z',
  };
  const emoji = id(`POST ${at}/emojis`, { name: 'wave', image: 'data:image/png;base64,AAAA' });
  const outsider = findOrAddUser(world, 'carol');
  const stranger = addMember(world, guild, findOrAddUser(world, 'dave')).user;
  const lounge = id(`POST ${at}/channels`, { name: 'lounge', type: 2 });
  const live = id(`POST ${at}/channels`, { name: 'live', type: 13 });
  const announcement = id(`POST ${at}/channels`, { name: 'news', type: 5 });
  const overwritten = addRole(world, guild, { name: 'overwritten' }).id;
  const planned = id(`POST ${at}/scheduled-events`, {
    ...event,
    recurrence_rule: { start: event.scheduled_start_time, frequency: 2, interval: 1 },
  });
  guild.bans.set('9', { reason: null, user: { ...bob, id: '9' } });
  world.addUser({ ...bob, id: '9', username: 'erin' });
  home.general.overwrites = [{ id: overwritten, type: 0, allow: '0', deny: '0' }];
  ask(`POST /stage-instances`, { channel_id: live, topic: 'x' });
  guild.things.stickers.set('77', { id: '77', name: 'wave', user: alice, guild_id: guild.id });
  const ids = {
    ...home.ids,
    announcement,
    banned: '9',
    emoji,
    event: planned,
    exception: String(
      (
        ask(`POST ${at}/scheduled-events/${planned}/exceptions`, { original_scheduled_start_time: event.scheduled_start_time }).body as {
          event_exception_id?: string;
        }
      ).event_exception_id,
    ),
    grant: home.grants.authorize(outsider.id, ['guilds.join']).token,
    hook: (home.ids['webhook'] ?? '').split('/')[0] ?? '',
    integration: String(addIntegration(world, guild, { name: 'Other' })['id']),
    invite: String((ask(`POST /channels/${home.general.id}/invites`, {}).body as { code?: string }).code),
    live,
    lounge,
    message: home.say(alice, 'hello'),
    news: home.messages.post(alice, announcement, readDraft(new Form({ content: 'news' }))).record.payload.id,
    other: home.say(bob, 'hello'),
    outsider: outsider.id,
    overwritten,
    request: String(requestToJoin(world, guild, findOrAddUser(world, 'frank'))['id']),
    poll: home.say(bot, { poll: { question: { text: 'a' }, answers: [{ poll_media: { text: 'a' } }] } }),
    sku: home.entitlements.addSku({ name: 'Gems', type: 3 }).id,
    sticker: '77',
    stranger: stranger.id,
    template: String((ask(`POST ${at}/templates`, { name: 'x' }).body as { code?: string }).code),
  };
  home.reactions.add(alice.id, { channelId: home.general.id, messageId: ids.message, emoji: '👍' });
  joinVoice(world, alice, live);
  joinVoice(world, bot, lounge);
  giveToAlice(home, ids);
  return { ...home, ids };
}

/** Whatever has a maker was made by alice. */
function giveToAlice({ alice, guild }: FullHome, { invite = '', thread = '' }: FullHome['ids']): void {
  for (const things of Object.values(guild.things)) {
    for (const [id, thing] of things) things.set(id, { ...thing, ...('creator_id' in thing ? { creator_id: alice.id } : { user: alice }) });
  }
  guild.invites.set(invite, {
    ...guild.invites.get(invite),
    code: invite,
    channel_id: String(guild.invites.get(invite)?.channel_id),
    expires_at: null,
    inviter: alice,
  });
  const channel = guild.threads.get(thread);
  if (channel?.thread == null) return;
  channel.thread = { ...channel.thread, ownerId: alice.id, members: new Map([[alice.id, '']]) };
}

/** Leaves the bot with every permission but these, and without being an administrator. */
export function leaveWithout({ bot, guild }: FullHome, names: readonly PermissionName[]): void {
  const everyone = guild.roles.get(guild.id);
  const own = [...guild.roles.values()].find(({ tags }) => tags?.bot_id === bot.id);
  if (everyone === undefined || own === undefined) return;
  const bits = ALL_PERMISSIONS & ~permissionBits(['Administrator', ...names]);
  guild.roles.set(everyone.id, { ...everyone, permissions: '0' });
  guild.roles.set(own.id, { ...own, permissions: bits.toString() });
}

/** Asks for something with the ids of such a home in the place of `:name`, in path and body. */
export function askIn(home: FullHome, signature: string, body: unknown): RestReply {
  const named = (text: string): string => text.replace(/:(\w+)/g, (whole, name: string) => home.ids[name] ?? whole);
  const [method = '', path = ''] = named(signature).split(' ');
  return home.ask(`${method} ${encodeURI(path)}`, body === undefined ? undefined : JSON.parse(named(JSON.stringify(body))));
}
