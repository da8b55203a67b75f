import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../makeApi.js';

/** Something that alice subscribes to. */
function arrange() {
  const home = makeApi();
  const { id: skuId } = home.entitlements.addSku({ name: 'Gold', type: 5 });
  return { ...home, skuId, at: `/skus/${skuId}/subscriptions`, subscription: home.subscriptions.subscribe(home.alice.id, skuId) };
}

describe('subscriptions', () => {
  it('entitle, and are told with what they entitle to', () => {
    const { alice, entitlements, events, skuId, subscription } = arrange();
    expect(entitlements.all()).toMatchObject([{ sku_id: skuId, user_id: alice.id, type: 8, subscription_id: subscription.id }]);
    expect(events).toMatchObject([{ t: 'ENTITLEMENT_CREATE' }, { t: 'SUBSCRIPTION_CREATE', d: { id: subscription.id, status: 0 } }]);
  });

  it('are listed for one user at a time, and shown', () => {
    const { alice, ask, at, bob, subscription } = arrange();
    expect(ask(`GET ${at}?user_id=${alice.id}`).body).toEqual([subscription]);
    expect(ask(`GET ${at}?user_id=${bob.id}`).body).toEqual([]);
    expect([ask(`GET ${at}`).status, ask(`GET ${at}/${subscription.id}`).body]).toEqual([400, subscription]);
    expect([ask(`GET ${at}/1`).status, ask('GET /skus/1/subscriptions?user_id=1')]).toMatchObject([
      404,
      { status: 404, body: { code: 10027 } },
    ]);
  });

  it("are a person's own with that person's token", () => {
    const { alice, askAs, at, bob, grants, subscription } = arrange();
    const [asAlice, asBob] = [alice, bob].map(({ id }) => `Bearer ${grants.authorize(id, ['applications.entitlements']).token}`);
    expect([askAs(asAlice, `GET ${at}`).body, askAs(asBob, `GET ${at}`).body]).toEqual([[subscription], []]);
    expect(askAs(asBob, `GET ${at}/${subscription.id}`).status).toBe(404);
  });

  it('entitle to what the bot can neither use up nor take away', () => {
    const { ask, entitlements, subscription, subscriptions, world } = arrange();
    const at = `/applications/${world.application.id}/entitlements/${subscription.entitlement_ids[0] ?? ''}`;
    expect([ask(`POST ${at}/consume`), ask(`DELETE ${at}`)]).toMatchObject([
      { status: 400, body: { code: 40018 } },
      { status: 403, body: { code: 40019 } },
    ]);
    subscriptions.end(subscription.id);
    expect(entitlements.all()).toEqual([]);
  });

  it('end, and with them the entitlement', () => {
    const { ask, at, entitlements, subscription, subscriptions, told } = arrange();
    subscriptions.end(subscription.id);
    expect(ask(`GET ${at}/${subscription.id}`).body).toMatchObject({ status: 2, canceled_at: expect.any(String) });
    expect([entitlements.all(), told().slice(-2)]).toEqual([[], ['ENTITLEMENT_DELETE', 'SUBSCRIPTION_UPDATE']]);
  });
});
