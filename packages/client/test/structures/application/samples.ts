import { ALICE, BOT } from '../samples.js';

/** Payloads about the application and what it sells, with every field that Discord documents. Read 2026-11-20: https://docs.discord.com/developers/resources */

export const ENTITLEMENT = {
  ...{ id: '1300', sku_id: '1301', application_id: '8', user_id: '9', guild_id: '1', type: 8, deleted: true, consumed: true },
  ...{ starts_at: '2026-01-01T00:00:00.000Z', ends_at: '2026-02-01T00:00:00.000Z' },
};

export const SUBSCRIPTION = {
  ...{ id: '1400', user_id: '9', sku_ids: ['1301'], entitlement_ids: ['1300'], renewal_sku_ids: ['1302'], status: 2, country: 'DE' },
  ...{ current_period_start: '2026-01-01T00:00:00.000Z', current_period_end: '2026-02-01T00:00:00.000Z' },
  canceled_at: '2026-01-15T00:00:00.000Z',
};

export const SKU = { id: '1301', type: 5, application_id: '8', name: 'Gold', slug: 'gold', flags: 128 };

export const COMMAND = {
  ...{
    id: '60',
    type: 1,
    application_id: '8',
    guild_id: '1',
    name: 'roll',
    name_localized: 'würfle',
    description: 'Rolls a die',
    version: '61',
  },
  ...{ name_localizations: { de: 'würfle' }, description_localizations: { de: 'Würfelt' }, description_localized: 'Würfelt' },
  options: [{ type: 4, name: 'sides', description: 'How many', min_value: 2 }],
  ...{ default_member_permissions: '2048', nsfw: true, integration_types: [0], contexts: [0, 2], handler: 1 },
};

export const APPLICATION = {
  ...{ id: '8', name: 'Dice', icon: 'appicon', description: 'Rolls dice', rpc_origins: ['https://rpc.example'], bot_public: true },
  ...{ bot_require_code_grant: true, bot: BOT, owner: ALICE, verify_key: 'abcd', guild_id: '1', guild: { id: '1', name: 'Home' } },
  ...{ terms_of_service_url: 'https://tos.example', privacy_policy_url: 'https://privacy.example', primary_sku_id: '1301', slug: 'dice' },
  team: { id: '1500', name: 'Rollers', icon: null, owner_user_id: '9', members: [] },
  ...{ cover_image: 'cover', flags: 1 << 23, flags_new: '8388608', approximate_guild_count: 5, approximate_user_install_count: 6 },
  ...{ approximate_user_authorization_count: 7, redirect_uris: ['https://back.example'], interactions_endpoint_url: 'https://in.example' },
  ...{ role_connections_verification_url: 'https://roles.example', tags: ['games'], custom_install_url: 'https://install.example' },
  ...{ install_params: { scopes: ['bot'], permissions: '2048' }, integration_types_config: { 0: {} } },
  ...{ event_webhooks_url: 'https://events.example', event_webhooks_status: 2, event_webhooks_types: ['ENTITLEMENT_CREATE'] },
};
