import { describe, expect, it } from '@jest/globals';
import type { Views } from '../../../src/structures/Views.js';
import { answeringHome, itDoes } from '../deeds.js';
import { home } from '../home.js';
import { readings, untold } from '../readings.js';
import { APPLICATION, COMMAND, ENTITLEMENT, SKU, SUBSCRIPTION } from './samples.js';

/** What each is called, its full payload, its view, and what the view tells in words of its own. */
const STRUCTURES: readonly (readonly [name: string, payload: object, make: (views: Views, payload: never) => object, tells: object])[] = [
  [
    'Application',
    APPLICATION,
    (views, payload) => views.application(payload),
    {
      ...{ bot: 'User 8', owner: 'User 9', guild: { id: '1', name: 'Home' }, createdAt: '2015-01-01T00:00:00.000Z' },
      ...{ installParams: { scopes: ['bot'], permissions: '2048' }, team: { ownerUserId: '9' } },
    },
  ],
  [
    'ApplicationCommand',
    COMMAND,
    (views, payload) => views.applicationCommand(payload),
    {
      ...{ createdAt: '2015-01-01T00:00:00.000Z', mention: '</roll:60>', defaultMemberPermissions: '2048', nsfw: true },
      options: [{ type: 4, name: 'sides', description: 'How many', minValue: 2 }],
    },
  ],
  [
    'Entitlement',
    ENTITLEMENT,
    (views, payload) => views.entitlement(payload),
    { user: 'User 9', guild: 'Guild 1', startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2026-02-01T00:00:00.000Z', consumed: true },
  ],
  ['Sku', SKU, (views, payload) => views.sku(payload), { createdAt: '2015-01-01T00:00:00.000Z', flags: 128 }],
  [
    'Subscription',
    SUBSCRIPTION,
    (views, payload) => views.subscription(payload),
    { user: 'User 9', currentPeriodEnd: '2026-02-01T00:00:00.000Z', canceledAt: '2026-01-15T00:00:00.000Z', renewalSkuIds: ['1302'] },
  ],
];

describe('what is known of an application and what it sells', () => {
  it.each(STRUCTURES)('%s tells every documented field', (_, payload, make) => {
    expect(untold(make(home().views, payload as never), payload)).toEqual([]);
  });

  it.each(STRUCTURES)('%s knows what it is about', (_, payload, make, tells) => {
    expect(readings(make(home().views, payload as never))).toMatchObject(tells);
  });
});

describe('what Discord leaves out', () => {
  const tells = (view: object, nothing: object) => {
    expect(readings(view)).toMatchObject(nothing);
  };
  const { views } = home();

  it('of an application is empty', () => {
    tells(views.application({ id: '8', icon: null, team: null } as never), {
      ...{ bot: undefined, owner: undefined, team: null, installParams: undefined, guild: undefined, coverImage: undefined },
      ...{ interactionsEndpointUrl: null, roleConnectionsVerificationUrl: null, eventWebhooksUrl: null },
      ...{ rpcOrigins: [], redirectUris: [], tags: [], eventWebhooksTypes: [] },
    });
  });

  it('of a command is what holds without it', () => {
    tells(views.applicationCommand({ id: '60', default_member_permissions: null } as never), {
      ...{ defaultMemberPermissions: null, nsfw: false, contexts: null, options: [], guildId: undefined },
      ...{ nameLocalizations: null, descriptionLocalizations: null },
    });
  });

  it('of an entitlement belongs to nobody, from the beginning and for ever', () => {
    tells(views.entitlement({ id: '1300', starts_at: null, ends_at: null } as never), {
      ...{ user: undefined, guild: undefined, startsAt: null, endsAt: null, consumed: false },
    });
  });
});

describe('the pictures of an application', () => {
  it('are links, or nothing', () => {
    const { views } = home();
    const application = views.application(APPLICATION as never);
    expect(application.iconUrl({ size: 64 })).toBe('https://cdn.discordapp.com/app-icons/8/appicon.webp?size=64');
    expect(application.coverUrl()).toContain('/app-icons/8/cover');
    const bare = views.application({ id: '8', icon: null } as never);
    expect([bare.iconUrl(), bare.coverUrl()]).toEqual([null, null]);
  });
});

const ROLL = { type: 1, name: 'roll', description: 'Rolls a die', defaultMemberPermissions: ['SEND_MESSAGES'] } as const;
const WIRE = { type: 1, name: 'roll', description: 'Rolls a die', default_member_permissions: '2048' };
const HERE = { guildId: '1', signal: AbortSignal.timeout(60_000) };
const { guildId: _, ...CALL } = HERE;

describe('what is done with an application', () => {
  itDoes((world) => world.views.applicationHandle('8'), {
    fetch: [(it) => it.fetch(), ['applications.me', undefined], 'Application'],
    edit: [(it) => it.edit({ customInstallUrl: 'x' }), ['applications.editMe', { custom_install_url: 'x' }, undefined], 'Application'],
    fetchCommands: [(it) => it.fetchCommands(), ['commands.list', '8', {}, {}], 'ApplicationCommand[]'],
    'fetchCommands of a guild, in all languages': [
      (it) => it.fetchCommands({ ...HERE, withLocalizations: true }),
      ['commands.listForGuild', '8', '1', { with_localizations: true }, CALL],
      'ApplicationCommand[]',
    ],
    createCommand: [(it) => it.createCommand(ROLL), ['commands.create', '8', WIRE, {}], 'ApplicationCommand'],
    'createCommand in a guild': [
      (it) => it.createCommand(ROLL, HERE),
      ['commands.createForGuild', '8', '1', WIRE, CALL],
      'ApplicationCommand',
    ],
    setCommands: [(it) => it.setCommands([ROLL]), ['commands.replaceAll', '8', [WIRE], {}], 'ApplicationCommand[]'],
    'setCommands in a guild': [
      (it) => it.setCommands([ROLL], HERE),
      ['commands.replaceAllForGuild', '8', '1', [WIRE], CALL],
      'ApplicationCommand[]',
    ],
    fetchSkus: [(it) => it.fetchSkus(), ['skus.list', '8', undefined], 'Sku[]'],
    fetchEntitlements: [
      (it) => it.fetchEntitlements({ user_id: '9' }),
      ['entitlements.list', '8', { user_id: '9' }, undefined],
      'Entitlement[]',
    ],
    createTestEntitlement: [
      (it) => it.createTestEntitlement({ skuId: '1301', ownerId: '9', ownerType: 2 }),
      ['entitlements.createTest', '8', { sku_id: '1301', owner_id: '9', owner_type: 2 }, undefined],
      'Entitlement',
    ],
  });
});

describe('what is done with a command of a guild', () => {
  itDoes((world) => world.views.applicationCommand(COMMAND as never), {
    edit: [(it) => it.edit({ nsfw: false }), ['commands.editForGuild', '8', '1', '60', { nsfw: false }, undefined], 'ApplicationCommand'],
    delete: [(it) => it.delete(), ['commands.deleteForGuild', '8', '1', '60', undefined]],
    fetchPermissions: [(it) => it.fetchPermissions('1'), ['commands.permissions', '8', '1', '60', undefined], 'undefined[]'],
  });
});

describe('what is done with a command that is everywhere', () => {
  itDoes((world) => world.views.applicationCommand({ ...COMMAND, guild_id: undefined } as never), {
    edit: [(it) => it.edit({ nsfw: false }), ['commands.edit', '8', '60', { nsfw: false }, undefined], 'ApplicationCommand'],
    delete: [(it) => it.delete(), ['commands.delete', '8', '60', undefined]],
  });
});

describe('what is done with what is sold', () => {
  itDoes((world) => world.views.entitlement(ENTITLEMENT as never), {
    consume: [(it) => it.consume(), ['entitlements.consume', '8', '1300', undefined]],
    delete: [(it) => it.delete(), ['entitlements.deleteTest', '8', '1300', undefined]],
    fetch: [(it) => it.fetch(), ['entitlements.get', '8', '1300', undefined], 'Entitlement'],
  });

  itDoes((world) => world.views.sku(SKU as never), {
    fetchSubscriptions: [(it) => it.fetchSubscriptions('9'), ['subscriptions.list', '1301', { user_id: '9' }, undefined], 'Subscription[]'],
  });

  it('is handed out page by page', async () => {
    const { views } = answeringHome();
    const [first] = await views.applicationHandle('8').fetchEntitlements();
    expect(first?.skuId).toBe('1301');
  });
});
