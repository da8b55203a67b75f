import { describe, expect, it } from '@jest/globals';
import { addChannel, removeGuild, setAvailable } from '../../src/world/arrange.js';
import { WorldGateway } from '../../src/world/WorldGateway.js';
import { arrangeHome, forbid } from '../arrangeHome.js';

describe('the world as the gateway sees it', () => {
  it('has the guilds that the bot is in, those in an outage without contents', () => {
    const { guild, world } = arrangeHome();
    const gateway = new WorldGateway(world);
    setAvailable(world, guild, false);
    expect([[...gateway.guildIds()], gateway.guildCreatePayload(guild.id)]).toEqual([[guild.id], null]);
    removeGuild(world, guild);
    expect([[...gateway.guildIds()], gateway.hasGuild(guild.id), gateway.members(guild.id), gateway.presences(guild.id)]).toEqual([
      [],
      false,
      [],
      [],
    ]);
  });

  it('shows a guild with all members, channels and presences', () => {
    const { alice, general, guild, world } = arrangeHome();
    world.statuses.set(alice.id, 'idle');
    expect(new WorldGateway(world).guildCreatePayload(guild.id)).toMatchObject({
      id: guild.id,
      member_count: 4,
      members: [{ user: { username: 'owner' } }, { user: world.bot }, { user: alice }, { user: { username: 'bob' } }],
      channels: [{ id: general.id, name: 'general' }],
      presences: [{ user: { id: alice.id }, status: 'idle' }],
    });
  });

  it.each([
    [true, { name: '___hidden___', flags: 1 << 17, permission_overwrites: [{ deny: '1024' }] }],
    [false, { name: 'staff', flags: 0, permission_overwrites: [{ deny: '1024' }] }],
  ])('hides what the bot cannot see (%p)', (obfuscateHiddenChannels, expected) => {
    const { guild, world, bot } = arrangeHome({}, { obfuscateHiddenChannels });
    const staff = addChannel(world, guild, { kind: 'text', name: 'staff' });
    forbid(staff, bot.id, 'ViewChannel');
    expect(new WorldGateway(world).guildCreatePayload(guild.id)?.channels[1]).toMatchObject({
      id: staff.id,
      type: 0,
      position: 1,
      ...expected,
    });
  });

  it('lists voice channels for op 43 and no sounds for op 31', () => {
    const { guild, world } = arrangeHome();
    const voice = addChannel(world, guild, { kind: 'voice', name: 'lounge' });
    const gateway = new WorldGateway(world);
    expect([gateway.channelInfo(guild.id), gateway.channelInfo('1'), gateway.soundboardSounds(guild.id)]).toEqual([
      [{ id: voice.id }],
      [],
      [],
    ]);
  });
});

describe('the bot that asks for voice', () => {
  function arrange(userLimit = 0) {
    const home = arrangeHome();
    const voice = addChannel(home.world, home.guild, { kind: 'voice', name: 'lounge', userLimit });
    const gateway = new WorldGateway(home.world);
    const ask = (channelId: string | null, guildId = home.guild.id) =>
      gateway.updateBotVoice({ guildId, channelId, selfDeaf: true, selfMute: false, sessionId: 's' });
    return { ...home, ask, voice };
  }

  it('gets its state and a server, and can leave again', () => {
    const { ask, guild, voice, world } = arrange();
    expect(ask(voice.id)).toMatchObject({
      state: { guild_id: guild.id, channel_id: voice.id, user_id: world.bot.id, session_id: 's', self_deaf: true },
      server: { token: expect.any(String), endpoint: expect.stringContaining('.invalid') },
    });
    expect(new WorldGateway(world).guildCreatePayload(guild.id)?.voice_states).toEqual([
      expect.not.objectContaining({ guild_id: guild.id }),
    ]);
    expect(ask(null)).toEqual({ state: expect.objectContaining({ channel_id: null }) });
    expect(guild.voiceStates.size).toBe(0);
  });

  it('gets no answer for what it cannot join or leave', () => {
    const { ask, bot, general, voice } = arrange();
    expect([ask('1'), ask(general.id), ask(null), ask(voice.id, '1')]).toEqual([null, null, null, null]);
    forbid(voice, bot.id, 'Connect');
    expect(ask(voice.id)).toBeNull();
  });

  it('gets no answer for a channel that is full', () => {
    const { alice, ask, guild, voice } = arrange(1);
    expect(ask(voice.id)).not.toBeNull();
    expect(ask(voice.id)).not.toBeNull();
    guild.voiceStates.set(alice.id, { user_id: alice.id, channel_id: voice.id } as never);
    expect(ask(voice.id)).toBeNull();
  });
});
