import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../makeApi.js';

describe('the routes of the application', () => {
  it('show and change it', () => {
    const { ask, world } = makeApi();
    expect(ask('PATCH /applications/@me', { description: 'Rolls dice', tags: ['dice'] })).toMatchObject({
      status: 200,
      body: { description: 'Rolls dice' },
    });
    expect(ask(`GET /applications/${world.application.id}`).body).toMatchObject({ tags: ['dice'], approximate_guild_count: 1 });
    expect([ask('GET /applications/1').status, ask('PATCH /applications/@me', { tags: ['1', '2', '3', '4', '5', '6'] }).status]).toEqual([
      403, 400,
    ]);
  });

  it('keep emojis of its own', () => {
    const { ask, world } = makeApi();
    const at = `/applications/${world.application.id}/emojis`;
    const made = ask(`POST ${at}`, { name: 'die', image: 'data:image/gif;base64,AAAA' });
    const { id } = made.body as { id: string };
    expect(made).toMatchObject({ status: 201, body: { name: 'die', animated: true } });
    expect([ask(`GET ${at}`).body, ask(`PATCH ${at}/${id}`, { name: 'dice' }).body]).toMatchObject([{ items: [{ id }] }, { name: 'dice' }]);
    expect([ask(`DELETE ${at}/${id}`).status, ask(`GET ${at}/${id}`)]).toMatchObject([204, { status: 404, body: { code: 10014 } }]);
  });
});

describe('the routes of entitlements', () => {
  it('give, show, use up and take away', () => {
    const { alice, ask, entitlements, events, world } = makeApi();
    const sku = entitlements.addSku({ name: 'Gold dice', type: 3 });
    const at = `/applications/${world.application.id}/entitlements`;
    const { id } = ask(`POST ${at}`, { sku_id: sku.id, owner_id: alice.id, owner_type: 2 }).body as { id: string };
    expect([ask(`GET /applications/${world.application.id}/skus`).body, ask(`GET ${at}?user_id=${alice.id}`).body]).toMatchObject([
      [{ id: sku.id, slug: 'gold-dice' }],
      [{ id, user_id: alice.id, consumed: false }],
    ]);
    expect([ask(`POST ${at}/${id}/consume`).status, ask(`GET ${at}/${id}`).body]).toMatchObject([204, { consumed: true }]);
    expect([ask(`DELETE ${at}/${id}`).status, ask(`GET ${at}/${id}`)]).toMatchObject([204, { status: 404, body: { code: 10029 } }]);
    expect(events.map(({ guildId, t }) => [t, guildId])).toEqual([
      ['ENTITLEMENT_CREATE', null],
      ['ENTITLEMENT_UPDATE', null],
      ['ENTITLEMENT_DELETE', null],
    ]);
    expect(ask(`POST ${at}`, { sku_id: '1', owner_id: alice.id, owner_type: 2 })).toMatchObject({ status: 404, body: { code: 10027 } });
  });
});

describe('what activities need of an application', () => {
  it('is a place for files, which are served like others', () => {
    const { ask, upload, world } = makeApi();
    const at = `/applications/${world.application.id}/attachment`;
    const { attachment } = upload(`POST ${at}`, 'file', 'hello').body as { attachment: { id: string; size: number } };
    expect(attachment).toMatchObject({ filename: 'file.txt', size: 5 });
    expect(world.uploads.get(attachment.id)?.data.toString()).toBe('hello');
    expect(ask(`POST ${at}`, {})).toMatchObject({ status: 400, body: { errors: { file: {} } } });
  });

  it('is told of one that was launched, by its id', () => {
    const { activityInstances, alice, ask, general, guild, world } = makeApi();
    const id = activityInstances.launch({ id: '7', channel: general, user: alice });
    const at = `/applications/${world.application.id}/activity-instances`;
    expect(ask(`GET ${at}/${id}`).body).toMatchObject({
      instance_id: id,
      location: { kind: 'gc', channel_id: general.id, guild_id: guild.id },
      users: [alice.id],
    });
    expect(ask(`GET ${at}/i-8`).status).toBe(404);
  });
});
