import type { Form } from '../forms/Form.js';
import { allows, openPermissions } from '../permissions.js';
import type { GuildRecord, WireThing } from '../records.js';
import { badRequest } from '../refusals.js';
import { defined } from './wire.js';

const PROMPTS_MAX = 15;
const OPTIONS_MAX = 50;
const CHANNELS_MAX = 500;
const DEFAULTS_MIN = 7;
const WRITABLE_MIN = 5;

/** Reads what newcomers are asked. */
export function readOnboarding(form: Form): WireThing {
  for (const prompt of form.objects('prompts', { max: PROMPTS_MAX }) ?? []) checkPrompt(prompt);
  return defined({
    prompts: form.raw('prompts'),
    default_channel_ids: form.snowflakes('default_channel_ids', { max: CHANNELS_MAX, isSet: true }),
    enabled: form.boolean('enabled'),
    mode: form.choice('mode', [0, 1]),
  });
}

/**
 * Onboarding needs enough channels that everybody has, and enough of them to write in.
 *
 * @throws {@link RefusedError} 350000
 */
export function refuseOnboarding(guild: GuildRecord, { default_channel_ids: ids, enabled }: WireThing): void {
  if (enabled !== true) return;
  const channels = (ids as readonly string[]).flatMap((id) => guild.channels.get(id) ?? []);
  const writable = channels.filter((channel) => allows(openPermissions(guild, channel), 'SendMessages', 'ViewChannel'));
  if (channels.length < DEFAULTS_MIN || writable.length < WRITABLE_MIN)
    throw badRequest(350_000, 'Cannot enable onboarding, requirements are not met');
}

function checkPrompt(prompt: Form): void {
  prompt.require('title', 'options');
  prompt.string('title', { min: 1, max: 100 });
  prompt.choice('type', [0, 1]);
  for (const option of prompt.objects('options', { min: 1, max: OPTIONS_MAX }) ?? []) checkOption(option);
}

function checkOption(option: Form): void {
  option.require('title');
  option.string('title', { min: 1, max: 50 });
  option.string('description', { max: 100 });
  option.string('emoji_name', { max: 100 });
  for (const field of ['role_ids', 'channel_ids']) option.snowflakes(field, { max: 50, isSet: true });
}

/** Reads the channels that a welcome screen names. */
export function readWelcomeChannels(form: Form): unknown {
  if (form.isNull('welcome_channels')) return [];
  for (const channel of form.objects('welcome_channels', { max: 5 }) ?? []) {
    channel.require('channel_id', 'description');
    channel.snowflake('channel_id');
    channel.string('description', { min: 1, max: 50 });
    channel.string('emoji_name');
  }
  return form.raw('welcome_channels');
}
