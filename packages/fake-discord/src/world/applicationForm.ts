import type { Form } from './forms/Form.js';
import { readPermissions } from './forms/permissionsForm.js';
import { defined, imageFields } from './guild/wire.js';
import type { WireThing } from './records.js';

const URL_MAX = 2048;
const URLS = ['custom_install_url', 'event_webhooks_url', 'interactions_endpoint_url', 'role_connections_verification_url'];

/**
 * Reads what the bot says of its application.
 *
 * @see {@link https://docs.discord.com/developers/resources/application#edit-current-application | Edit current application}
 */
export function readApplication(form: Form): WireThing {
  checkInstallParams(form.object('install_params'));
  const config = form.object('integration_types_config');
  for (const key of config?.names() ?? []) {
    if (key !== '0' && key !== '1') config?.refuse(key, 'BASE_TYPE_CHOICES', 'Value must be one of {0, 1}.');
    checkInstallParams(config?.object(key)?.object('oauth2_install_params'));
  }
  return {
    ...defined({
      description: form.string('description', { max: 400 }),
      tags: form.strings('tags', { max: 5, isSet: true }, { max: 20 }),
      flags: form.integer('flags'),
      install_params: form.raw('install_params'),
      integration_types_config: form.raw('integration_types_config'),
      max_participants: form.integer('max_participants', { min: -1 }),
      event_webhooks_status: form.choice('event_webhooks_status', [1, 2]),
      event_webhooks_types: form.strings('event_webhooks_types', { isSet: true }),
      ...Object.fromEntries(URLS.map((name) => [name, form.isNull(name) ? null : form.string(name, { max: URL_MAX })])),
    }),
    ...imageFields(form, 'icon', 'cover_image'),
  };
}

function checkInstallParams(params: Form | undefined): void {
  if (params === undefined) return;
  params.require('scopes', 'permissions');
  params.strings('scopes', { min: 1, isSet: true });
  readPermissions(params, 'permissions');
}
