import { describe, expect, it } from '@jest/globals';
import * as abilities from '../../src/queries/abilities.js';
import { Permissions, type PermissionName } from '../../src/queries/index.js';
import { kinds } from './scene.js';

const withOnly = (...names: readonly PermissionName[]): Permissions => Permissions.from(names);
const allBut = (...names: readonly PermissionName[]): Permissions => Permissions.All.remove(names);
const own = { isOwn: true };
const others = { isOwn: false };
const open = { isLocked: false };
const locked = { isLocked: true };

describe('the permissions that were split on 2026-02-23', () => {
  it('are needed to pin: MANAGE_MESSAGES no longer is enough', () => {
    expect(abilities.canPinMessages(withOnly('PIN_MESSAGES'))).toBe(true);
    expect(abilities.canPinMessages(allBut('PIN_MESSAGES'))).toBe(false);
  });

  it('are needed by people to ignore slow mode, which never holds bots', () => {
    expect(abilities.canBypassSlowmode(withOnly('BYPASS_SLOWMODE'), { isBot: false })).toBe(true);
    expect(abilities.canBypassSlowmode(allBut('BYPASS_SLOWMODE'), { isBot: false })).toBe(false);
    expect(abilities.canBypassSlowmode(Permissions.None, { isBot: true })).toBe(true);
  });

  it('are needed to create expressions; to manage one`s own, one of the two is enough', () => {
    expect(abilities.canCreateExpressions(withOnly('CREATE_GUILD_EXPRESSIONS'))).toBe(true);
    expect(abilities.canCreateExpressions(allBut('CREATE_GUILD_EXPRESSIONS'))).toBe(false);
    expect([own, others].map((whose) => abilities.canManageExpression(withOnly('CREATE_GUILD_EXPRESSIONS'), whose))).toEqual([true, false]);
    expect([own, others].map((whose) => abilities.canManageExpression(withOnly('MANAGE_GUILD_EXPRESSIONS'), whose))).toEqual([true, true]);
    expect(abilities.canManageExpression(Permissions.None, own)).toBe(false);
  });

  it('are needed to create events; to manage one`s own, one of the two is enough', () => {
    expect(abilities.canCreateEvent(withOnly('CREATE_EVENTS'), 'external')).toBe(true);
    expect(abilities.canCreateEvent(allBut('CREATE_EVENTS'), 'external')).toBe(false);
    expect([own, others].map((whose) => abilities.canManageEvent(withOnly('CREATE_EVENTS'), 'external', whose))).toEqual([true, false]);
    expect([own, others].map((whose) => abilities.canManageEvent(withOnly('MANAGE_EVENTS'), 'external', whose))).toEqual([true, true]);
  });
});

describe('events in channels', () => {
  it('need moderation on a stage, and the way into a voice channel', () => {
    const moderating: readonly PermissionName[] = ['MANAGE_CHANNELS', 'MUTE_MEMBERS', 'MOVE_MEMBERS'];
    expect(abilities.canCreateEvent(withOnly('CREATE_EVENTS', ...moderating), 'stage')).toBe(true);
    for (const name of moderating) expect(abilities.canCreateEvent(allBut(name), 'stage')).toBe(false);
    expect(abilities.canCreateEvent(withOnly('CREATE_EVENTS', 'VIEW_CHANNEL', 'CONNECT'), 'voice')).toBe(true);
    expect(abilities.canCreateEvent(allBut('CONNECT'), 'voice')).toBe(false);
    expect(abilities.canManageEvent(allBut('VIEW_CHANNEL'), 'voice', own)).toBe(false);
  });
});

describe('channels and threads', () => {
  it('are managed with a permission each', () => {
    expect(abilities.canManageChannel(withOnly('MANAGE_CHANNELS'), { type: kinds.text })).toBe(true);
    expect(abilities.canManageChannel(withOnly('MANAGE_CHANNELS'), { type: kinds.publicThread })).toBe(false);
    expect(abilities.canManageChannel(withOnly('MANAGE_THREADS'), { type: kinds.privateThread })).toBe(true);
  });

  it('let a thread`s creator edit it until it is locked', () => {
    expect(abilities.canEditThread(withOnly('VIEW_CHANNEL'), open, own)).toBe(true);
    expect(abilities.canEditThread(withOnly('VIEW_CHANNEL'), open, others)).toBe(false);
    expect(abilities.canEditThread(withOnly('VIEW_CHANNEL'), locked, own)).toBe(false);
    expect(abilities.canEditThread(Permissions.None, open, own)).toBe(false);
    expect(abilities.canEditThread(withOnly('MANAGE_THREADS'), locked, others)).toBe(true);
  });

  it('come back from the archive by those who can send, or moderators only', () => {
    expect(abilities.canUnarchive(withOnly('SEND_MESSAGES'), open)).toBe(true);
    expect(abilities.canUnarchive(withOnly('SEND_MESSAGES'), locked)).toBe(false);
    expect(abilities.canUnarchive(withOnly('MANAGE_THREADS'), locked)).toBe(true);
    expect(abilities.canUnarchive(withOnly('VIEW_CHANNEL'), open)).toBe(false);
  });

  it('take new threads by kind: a post takes SEND_MESSAGES and nothing else', () => {
    const where = (can: (kind: { readonly type: number }) => boolean): readonly string[] =>
      Object.entries(kinds).flatMap(([name, type]) => (can({ type }) ? [name] : []));
    expect(where((kind) => abilities.canCreateThread(withOnly('SEND_MESSAGES'), kind))).toEqual(['forum', 'media']);
    expect(where((kind) => abilities.canCreateThread(allBut('SEND_MESSAGES'), kind))).toEqual(['text', 'announcement']);
    expect(where((kind) => abilities.canCreateThread(allBut('CREATE_PUBLIC_THREADS'), kind))).toEqual(['forum', 'media']);
    expect(where((kind) => abilities.canCreatePrivateThread(Permissions.All, kind))).toEqual(['text']);
    expect(where((kind) => abilities.canCreatePrivateThread(allBut('CREATE_PRIVATE_THREADS'), kind))).toEqual([]);
  });
});

describe('what takes other permissions than its name says', () => {
  const table: readonly (readonly [string, (permissions: Permissions) => boolean, readonly PermissionName[]])[] = [
    ['webhooks', abilities.canManageWebhooks, ['MANAGE_WEBHOOKS']],
    ['deleting another`s message', (set) => abilities.canDeleteMessage(set, others), ['MANAGE_MESSAGES']],
    ['deleting one`s own message', (set) => abilities.canDeleteMessage(set, own), ['VIEW_CHANNEL']],
    ['a new reaction', (set) => abilities.canReact(set, { isNew: true }), ['READ_MESSAGE_HISTORY', 'ADD_REACTIONS']],
    ['a reaction that is there', (set) => abilities.canReact(set, { isNew: false }), ['READ_MESSAGE_HISTORY']],
    ['moderating a stage', abilities.canModerateStage, ['MANAGE_CHANNELS', 'MUTE_MEMBERS', 'MOVE_MEMBERS']],
    ['moving members', abilities.canMoveInto, ['CONNECT', 'MOVE_MEMBERS']],
    ['the status of one`s voice channel', (set) => abilities.canSetVoiceStatus(set, { isConnected: true }), ['SET_VOICE_CHANNEL_STATUS']],
    [
      'the status of another voice channel',
      (set) => abilities.canSetVoiceStatus(set, { isConnected: false }),
      ['SET_VOICE_CHANNEL_STATUS', 'MANAGE_CHANNELS'],
    ],
    ['a bulk ban', abilities.canBulkBan, ['BAN_MEMBERS', 'MANAGE_GUILD']],
    ['a prune', (set) => abilities.canPrune(set, { requiresAdministrator: false }), ['MANAGE_GUILD', 'KICK_MEMBERS']],
    ['a prune for administrators', (set) => abilities.canPrune(set, { requiresAdministrator: true }), ['ADMINISTRATOR']],
  ];

  it.each(table)('%s needs just these, and each of them', (_, can, needed) => {
    expect(can(withOnly(...needed))).toBe(true);
    for (const name of needed) expect(can(allBut(name))).toBe(false);
  });
});
