import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { DiscordApiError } from '@aplomb/rest';
import { interactionWorld } from './samples.js';

const refusal = (discordCode: number): DiscordApiError =>
  new DiscordApiError('DISCORD_REFUSED', { what: 'No.', cure: 'None.', status: 404, discordCode, errors: [], method: 'POST', path: '/' });

describe('an interaction in a guild', () => {
  it('tells who did it, where, and what they may do', () => {
    const { interaction } = interactionWorld('command');
    expect([interaction.user.username, interaction.member?.userId, interaction.inGuild()]).toEqual(['alice', '9', true]);
    expect([interaction.guildId, interaction.channelId, interaction.guild?.data, interaction.channel?.id]).toEqual([
      '1',
      '2',
      { id: '1' },
      '2',
    ]);
    expect(interaction.memberPermissions?.toArray()).toEqual(['SEND_MESSAGES']);
    expect(interaction.appPermissions.toArray()).toEqual(['VIEW_CHANNEL']);
  });

  it('has everything that Discord documents', () => {
    const { interaction } = interactionWorld('command');
    const { applicationId, attachmentSizeLimitBytes, authorizingIntegrationOwners, context, entitlements, guildLocale, locale } =
      interaction;
    expect([interaction.id, interaction.type, interaction.token, interaction.version]).toEqual([
      '175928847299117063',
      2,
      'secret-of-the-interaction',
      1,
    ]);
    expect([applicationId, attachmentSizeLimitBytes, context, locale, guildLocale]).toEqual(['8', 10_485_760, 0, 'de', 'en-US']);
    expect([authorizingIntegrationOwners, entitlements]).toEqual([{ 0: '1' }, []]);
    expect(interaction.createdAt.toISOString()).toBe('2016-04-30T11:18:25.796Z');
  });

  it('does not print its token', () => {
    const { interaction } = interactionWorld('command');
    expect(inspect(interaction, { depth: 9 })).not.toContain('secret-of-the-interaction');
    expect(inspect(interaction)).toMatch(/^CommandInteraction \{/);
    expect(inspect([[interaction]], { depth: 1 })).toContain('[CommandInteraction]');
  });
});

describe('an interaction in a direct message', () => {
  it('has a user, and neither guild nor member', () => {
    const { interaction } = interactionWorld('button', { direct: true });
    expect([
      interaction.user.id,
      interaction.guild,
      interaction.guildId,
      interaction.member,
      interaction.memberPermissions,
      interaction.inGuild(),
    ]).toEqual(['9', undefined, undefined, undefined, undefined, false]);
  });

  it('says so when it has no user at all, as a ping has not', () => {
    const { payload, views } = interactionWorld('unknown', { direct: true });
    const ping = views.interaction({ ...payload, user: undefined } as never);
    expect(() => ping.user).toThrow(expect.objectContaining({ code: 'INTERACTION_LACKS_VALUE' }));
  });
});

describe('the first answer', () => {
  it('is refused here when there is one already, also while that is under way', async () => {
    const { calls, interaction } = interactionWorld('command');
    const first = interaction.reply('Pong!');
    await expect(interaction.reply('Pong!')).rejects.toMatchObject({ code: 'INTERACTION_ANSWERED' });
    await first;
    await expect(interaction.defer()).rejects.toMatchObject({ code: 'INTERACTION_ANSWERED' });
    expect(calls).toHaveLength(1);
    expect([interaction.isAnswered, interaction.firstAnswer]).toEqual([true, 'message']);
  });

  it('may be given again when it was not taken', async () => {
    let fails = 1;
    const { interaction } = interactionWorld('command', {
      answer: () => {
        if ((fails -= 1) >= 0) throw refusal(50_035);
        return {};
      },
    });
    await expect(interaction.reply('Pong!')).rejects.toMatchObject({ discordCode: 50_035 });
    expect(interaction.isAnswered).toBe(false);
    await interaction.reply('Pong!');
    expect(interaction.isAnswered).toBe(true);
  });

  it('counts as given when Discord says that somebody else gave it', async () => {
    const { interaction } = interactionWorld('command', {
      answer: () => {
        throw refusal(40_060);
      },
    });
    await expect(interaction.reply('Pong!')).rejects.toMatchObject({ discordCode: 40_060 });
    expect(interaction.isAnswered).toBe(true);
  });

  it('that comes too late gets an error that names the three seconds, and how long it took', async () => {
    const { clock, interaction } = interactionWorld('command', {
      answer: () => {
        throw refusal(10_062);
      },
    });
    clock.advance(3_400);
    await expect(interaction.reply('Pong!')).rejects.toMatchObject({
      code: 'INTERACTION_EXPIRED',
      message: expect.stringMatching(/3400 ms ago, and Discord waits 3000 ms/) as unknown,
      cause: { discordCode: 10_062 },
    });
  });
});
