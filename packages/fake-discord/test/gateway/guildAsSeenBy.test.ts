import { describe, expect, it } from '@jest/globals';
import type { GatewayGuildCreateDispatchData, GatewayPresenceUpdate, APIVoiceState } from 'discord-api-types/v10';
import { guildAsSeenBy } from '../../src/gateway/guildAsSeenBy.js';
import { Intent } from '../../src/gateway/intents.js';
import { emptyGuild } from '../../src/gateway/StillWorld.js';
import { member } from './MachineBench.js';

const BOT = '1';

/** A guild of the bot, someone in voice, someone online, someone with a role, someone with a nickname, and someone with nothing. */
function guild(memberCount = 6): GatewayGuildCreateDispatchData {
  return {
    ...emptyGuild('9'),
    member_count: memberCount,
    members: [
      member(BOT),
      member('voice'),
      member('online'),
      { ...member('role'), roles: ['r'] },
      { ...member('nick'), nick: 'N' },
      member('plain'),
    ],
    voice_states: [{ user_id: 'voice' } as unknown as APIVoiceState],
    presences: [presence('online', 'idle'), presence('plain', 'offline'), presence(BOT, 'online')],
  };
}

function presence(id: string, status: string): GatewayPresenceUpdate {
  return { user: { id }, status } as unknown as GatewayPresenceUpdate;
}

function seen(
  memberCount: number,
  intents: number,
): { readonly members: readonly string[]; readonly presences: readonly string[]; readonly large: boolean } {
  const { members, presences, large } = guildAsSeenBy(guild(memberCount), { botId: BOT, intents, largeThreshold: 50 });
  return { members: members.map(({ user }) => user.id), presences: presences.map(({ user }) => user.id), large };
}

describe('a guild that comes with GUILD_CREATE', () => {
  it('holds only the bot and people in voice without GUILD_PRESENCES', () => {
    expect(seen(6, Intent.GUILDS)).toEqual({ members: [BOT, 'voice'], presences: [BOT], large: false });
  });

  it('holds everybody with GUILD_PRESENCES, up to the threshold', () => {
    expect(seen(50, Intent.GUILD_PRESENCES)).toMatchObject({ members: [BOT, 'voice', 'online', 'role', 'nick', 'plain'], large: false });
  });

  it('leaves out, above the threshold, who is offline and has neither role nor nickname', () => {
    expect(seen(51, Intent.GUILD_PRESENCES)).toEqual({
      members: [BOT, 'voice', 'online', 'role', 'nick'],
      presences: ['online', BOT],
      large: true,
    });
  });

  it('holds only the bot and people in voice above 75,000 members, whatever the intents', () => {
    expect(seen(75_001, Intent.GUILD_PRESENCES)).toEqual({ members: [BOT, 'voice'], presences: [BOT], large: true });
  });
});
