import { describe, expect, it } from '@jest/globals';
import { ApplicationRoleConnectionMetadataType, SKUType } from 'discord.js';
import type { Entitlement } from 'discord.js';
import { answersOf, nextEvent, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();
const answers = answersOf(home);

describe('a bot of discord.js and its application', () => {
  it('reads and changes what the application says', async () => {
    const { client, discord, guild } = home;
    const application = await client.application.fetch();
    expect([application.name, application.owner?.id, application.approximateGuildCount]).toEqual(['robot', guild.owner.id, 1]);
    expect(application.flags.toArray()).toContain('GatewayMessageContentLimited');
    await application.edit({ description: 'A robot', tags: ['fun'] });
    expect([application.description, application.tags, discord.application.description]).toEqual(['A robot', ['fun'], 'A robot']);
  });

  it('changes its own name and picture, and hears of it', async () => {
    const { client, discord } = home;
    const told: string[] = [];
    client.on('userUpdate', (before, after) => told.push(`${before.username ?? ''} to ${after.username}`));
    await client.user.setUsername('droid');
    await client.user.setAvatar(Buffer.from([1]));
    await discord.settle();
    expect([client.user.username, client.user.avatar !== null, discord.bot.user.username]).toEqual(['droid', true, 'droid']);
  });

  it('sells things, grants tests of them, and knows who has what', async () => {
    const { alice, client, discord, general } = home;
    const sku = discord.addSku({ name: 'Gold', type: SKUType.Consumable });
    expect((await client.application.fetchSKUs()).map(({ name }) => name)).toEqual(['Gold']);
    const created = nextEvent<Entitlement>(client, 'entitlementCreate');
    const granted = await client.application.entitlements.createTest({ sku: sku.id, user: alice.id });
    expect([(await created).id, granted.userId, granted.isActive()]).toEqual([granted.id, alice.id, true]);
    expect((await client.application.entitlements.fetch({ user: alice.id })).size).toBe(1);
    discord.addCommand({ name: 'buy', description: 'x' });
    const owned: (readonly string[])[] = [];
    answers.with(async (interaction) => {
      owned.push(interaction.entitlements.map(({ skuId }) => skuId));
      if (interaction.isRepliable()) await interaction.reply('ok');
    });
    await alice.useCommand(general, 'buy');
    expect(owned).toEqual([[sku.id]]);
    await client.application.entitlements.consume(granted.id);
    await client.application.entitlements.deleteTest(granted.id);
    expect((await client.application.entitlements.fetch()).size).toBe(0);
  });

  it('says what connections of roles are made of', async () => {
    const { application } = home.client;
    const type = ApplicationRoleConnectionMetadataType.IntegerGreaterThanOrEqual;
    await application.editRoleConnectionMetadataRecords([{ key: 'level', name: 'Level', description: 'x', type }]);
    expect((await application.fetchRoleConnectionMetadataRecords()).map(({ key }) => key)).toEqual(['level']);
  });
});
