import { describe, expect, it } from '@jest/globals';
import { refusalOf, type JoinQuestion } from '../../src/voice/refusalOf.js';
import { viewWorld } from '../structures/viewWorld.js';

const [SELF, OTHER] = ['9', '6'];
const MAY = { view: 1n << 10n, connect: 1n << 20n, move: 1n << 24n };
const overwrite = (id: string, type: number, allow: bigint, deny: bigint) => ({ id, type, allow: String(allow), deny: String(deny) });
const channel = (id: string, rest: object = {}) => ({
  id,
  type: 2,
  name: `channel ${id}`,
  position: 0,
  permission_overwrites: [],
  ...rest,
});
const memberOf = (id: string) => ({ user: { id, username: `user${id}` }, roles: [], joined_at: '2026-01-01T00:00:00.000Z' });
const voiceState = (user_id: string, channel_id: string) => ({ user_id, channel_id, session_id: 'x', deaf: false, mute: false });

const CHANNELS = [
  channel('2'),
  channel('3', { user_limit: 1 }),
  channel('4', { type: 0 }),
  channel('5', { permission_overwrites: [overwrite('1', 0, 0n, MAY.connect)] }),
  channel('6', { type: 13 }),
  channel('7', { user_limit: 1, permission_overwrites: [overwrite(SELF, 1, MAY.move, 0n)] }),
  channel('8', { user_limit: 1 }),
  channel('10', { permission_overwrites: [overwrite('1', 0, 0n, MAY.view)] }),
];

/** Asks whether the bot could join a channel of guild 1. */
function asked(channelId: string, question: Partial<JoinQuestion> = {}, members = [memberOf(SELF), memberOf(OTHER)]) {
  const { apply, cache, views } = viewWorld();
  apply('GUILD_CREATE', {
    ...{ id: '1', name: 'Home', owner_id: '70', channels: CHANNELS, members },
    roles: [{ id: '1', name: '@everyone', permissions: String(MAY.view | MAY.connect), position: 0 }],
    voice_states: [voiceState(OTHER, '3'), voiceState(SELF, '8')],
  });
  apply('VOICE_STATE_UPDATE', { ...voiceState('11', '7'), guild_id: '1', member: memberOf('11') });
  return refusalOf({ cache, channelId, guildId: '1', permissions: views.permissions, userId: SELF, ...question });
}

describe('a channel that the bot wants to join', () => {
  it.each([
    ['is open', '2'],
    ['is a stage', '6'],
    ['is full, but the bot may move members', '7'],
    ['is full of the bot itself', '8'],
    ['is not known', '99'],
  ])('%s: it is asked for', (_, channelId) => {
    expect(asked(channelId)).toBeNull();
  });

  it.each([
    ['is a text channel', '4', /is of type 0\. Only voice \(2\) and stage channels \(13\)/],
    ['may not be entered', '5', /the bot lacks CONNECT\./],
    ['may not be seen, and so not be entered', '10', /the bot lacks VIEW_CHANNEL and CONNECT\./],
    ['is full', '3', /it is full \(1 of 1\)\. Wait until somebody leaves, or give the bot MOVE_MEMBERS/],
  ])('%s: it is refused', (_, channelId, says) => {
    expect(asked(channelId)).toMatchObject({ code: 'VOICE_FORBIDDEN', message: expect.stringMatching(says) as unknown });
  });

  it('is in another guild: it is refused', () => {
    expect(asked('2', { guildId: '77' })?.message).toMatch(/channel 2: it is not in guild 77\./);
  });

  it.each(['5', '3'])('may be refused by Discord alone where the cache lacks who the bot is: %s', (channelId) => {
    expect(asked(channelId, { userId: null })).toBeNull();
    expect(asked(channelId, {}, [])).toBeNull();
  });
});
