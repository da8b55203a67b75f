import { beforeEach, describe, expect, it } from '@jest/globals';
import { arrangePeople } from '../arrangePeople.js';
import type { People } from '../arrangePeople.js';

let people: People;

beforeEach(() => {
  people = arrangePeople();
});

describe('a moderator', () => {
  it('makes, changes and deletes roles', async () => {
    const { boss, guild, home } = people;
    const role = await boss.moderate(guild).createRole({ name: 'team' });
    await boss.moderate(guild).editRole(role, { name: 'crew', mentionable: true });
    expect(home.guild.roles.get(role.id)).toMatchObject({ name: 'crew', mentionable: true });
    await boss.moderate(guild).deleteRole(role);
    expect(home.guild.roles.has(role.id)).toBe(false);
  });

  it('makes channels', async () => {
    const { alice, boss, guild } = people;
    const channel = await boss.moderate(guild).createChannel({ name: 'plans', topic: 'What next' });
    expect([channel.name, (await alice.send(channel, 'tea')).content]).toEqual(['#plans', 'tea']);
    await expect(alice.moderate(guild).createChannel({ name: 'mine' })).rejects.toThrow("alice's creation of a channel was refused");
  });

  it('mutes, deafens and moves people in voice', async () => {
    const { alice, boss, guild, home } = people;
    const [lounge, attic] = [guild.addVoiceChannel('lounge'), guild.addVoiceChannel('attic')];
    await alice.joinVoice(lounge);
    const by = boss.moderate(guild);
    await by.muteVoice(alice);
    await by.deafenVoice(alice);
    await by.moveVoice(alice, attic);
    expect(home.guild.voiceStates.get(alice.id)).toMatchObject({ mute: true, deaf: true, channel_id: attic.id });
    await by.muteVoice(alice, false);
    await by.deafenVoice(alice, false);
    expect(home.guild.voiceStates.get(alice.id)).toMatchObject({ mute: false, deaf: false });
    await by.moveVoice(alice, null);
    expect(home.guild.voiceStates.size).toBe(0);
  });

  it('clears reactions, of one emoji or all', async () => {
    const { alice, boss, general, guild } = people;
    const message = await alice.send(general, 'x');
    for (const emoji of ['👍', '🎉']) await alice.react(message, emoji);
    await boss.moderate(guild).clearReactions(message, '🎉');
    expect(message.reactions).toEqual({ '👍': 1 });
    await boss.moderate(guild).clearReactions(message);
    expect(message.reactions).toEqual({});
  });
});
