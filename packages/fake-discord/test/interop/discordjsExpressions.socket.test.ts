import { describe, expect, it } from '@jest/globals';
import { Routes, StickerFormatType } from 'discord.js';
import { useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();
const PICTURE = Buffer.from([1]);

describe('a bot of discord.js and expressions', () => {
  it('makes emojis, limits them to roles, renames and deletes them', async () => {
    const { client, discord, theirGuild } = home;
    const told: string[] = [];
    client.on('emojiCreate', ({ name }) => told.push(`create ${name}`));
    client.on('emojiUpdate', (before, after) => told.push(`update ${before.name} ${after.name}`));
    client.on('emojiDelete', ({ name }) => told.push(`delete ${name}`));
    const role = home.guild.addRole({ name: 'team' });
    const emoji = await theirGuild.emojis.create({ attachment: PICTURE, name: 'blob', roles: [role.id] });
    await discord.settle();
    expect([emoji.roles.cache.size, (await emoji.fetchAuthor()).username]).toEqual([1, 'robot']);
    home.guild.addEmoji('other');
    await emoji.edit({ name: 'blub' });
    await emoji.delete();
    await discord.settle();
    expect([told[0], told.at(-1), theirGuild.emojis.cache.map(({ name }) => name)]).toEqual(['create blob', 'delete blub', ['other']]);
  });

  it('makes stickers and sends them', async () => {
    const { theirGuild, theirs } = home;
    const file = { attachment: PICTURE, name: 'wave.png' };
    const sticker = await theirGuild.stickers.create({ file, name: 'wave', tags: 'hi', description: 'waves' });
    const sent = await theirs.send({ stickers: [sticker] });
    expect(sent.stickers.map(({ name, format }) => [name, format])).toEqual([['wave', StickerFormatType.PNG]]);
    await sticker.edit({ name: 'hello' });
    await home.discord.settle();
    expect([(await theirGuild.stickers.fetch(sticker.id)).name, (await home.client.fetchSticker(sticker.id)).name]).toEqual([
      'hello',
      'hello',
    ]);
    await sticker.delete();
    await home.discord.settle();
    expect(theirGuild.stickers.cache.size).toBe(0);
  });

  it('keeps emojis of its own', async () => {
    const { application } = home.client;
    const emoji = await application.emojis.create({ attachment: PICTURE, name: 'mine' });
    expect([(await application.emojis.fetch()).size, (await emoji.edit({ name: 'ours' })).name]).toEqual([1, 'ours']);
    await application.emojis.delete(emoji.id);
    expect((await application.emojis.fetch()).size).toBe(0);
  });

  it('makes sounds, and plays them where it sits', async () => {
    const { discord, theirGuild } = home;
    const sound = await theirGuild.soundboardSounds.create({ file: PICTURE, contentType: 'audio/mpeg', name: 'horn', volume: 0.5 });
    expect([sound.name, sound.volume]).toEqual(['horn', 0.5]);
    await sound.edit({ name: 'trumpet' });
    await discord.settle();
    expect((await theirGuild.soundboardSounds.fetch()).map(({ name }) => name)).toEqual(['trumpet']);
    expect(await home.client.rest.get(Routes.soundboardDefaultSounds())).toContainEqual(expect.objectContaining({ volume: 1 }));
    await sound.delete();
    await discord.settle();
    expect(theirGuild.soundboardSounds.cache.size).toBe(0);
  });

  it('asks over the gateway for the sounds of a guild', async () => {
    const { client, theirGuild } = home;
    await theirGuild.soundboardSounds.create({ file: PICTURE, contentType: 'audio/mpeg', name: 'horn' });
    await home.discord.settle();
    const sounds = await client.guilds.fetchSoundboardSounds({ guildIds: [theirGuild.id] });
    expect(sounds.get(theirGuild.id)?.map(({ name }) => name)).toEqual(['horn']);
  });
});
