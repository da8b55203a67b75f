import type { Form } from '../forms/Form.js';
import type { PermissionName } from '../permissions.js';
import type { GuildRecord, WireThing } from '../records.js';
import type { World } from '../World.js';
import { audit, enterGuild } from './Doer.js';
import type { Doer } from './Doer.js';
import { readOnboarding, readWelcomeChannels, refuseOnboarding } from './onboardingForm.js';
import { defined } from './wire.js';

const DAY_MS = 86_400_000;

/** A page of a guild's settings. */
export interface GuildSettings {
  /** The number of its change in the audit log; none has no number. */
  readonly audit?: number;
  readonly defaults: (guild: GuildRecord) => WireThing;
  readonly name: 'incidents' | 'onboarding' | 'welcomeScreen' | 'widget';
  readonly needs: readonly PermissionName[];
  /** Needed to read it as it is, if anything is. */
  readonly readNeeds?: (settings: WireThing) => readonly PermissionName[];
  readonly read: (form: Form, world: World) => WireThing;
  /** Refuses what its guild is not fit for. */
  readonly refuse?: (guild: GuildRecord, after: WireThing) => void;
}

/** @see {@link https://docs.discord.com/developers/resources/guild#guild-onboarding-object | Guild onboarding} */
export const ONBOARDING: GuildSettings = {
  name: 'onboarding',
  needs: ['ManageGuild', 'ManageRoles'],
  audit: 167,
  defaults: ({ id }) => ({ guild_id: id, prompts: [], default_channel_ids: [], enabled: false, mode: 0 }),
  read: readOnboarding,
  refuse: refuseOnboarding,
};

/** @see {@link https://docs.discord.com/developers/resources/guild#welcome-screen-object | Welcome screen} */
export const WELCOME_SCREEN: GuildSettings = {
  name: 'welcomeScreen',
  needs: ['ManageGuild'],
  // Only who manages the guild sees a screen that is off.
  readNeeds: ({ enabled }) => (enabled === true ? [] : ['ManageGuild']),
  defaults: () => ({ description: null, welcome_channels: [] }),
  read: (form) =>
    defined({
      description: form.isNull('description') ? null : form.string('description', { max: 140 }),
      enabled: form.boolean('enabled'),
      welcome_channels: readWelcomeChannels(form),
    }),
};

/** @see {@link https://docs.discord.com/developers/resources/guild#guild-widget-settings-object | Widget settings} */
export const WIDGET: GuildSettings = {
  name: 'widget',
  needs: ['ManageGuild'],
  readNeeds: () => ['ManageGuild'],
  defaults: () => ({ enabled: false, channel_id: null }),
  read: (form) =>
    defined({ enabled: form.boolean('enabled'), channel_id: form.isNull('channel_id') ? null : form.snowflake('channel_id') }),
};

/** @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions | Incident actions} */
export const INCIDENTS: GuildSettings = {
  name: 'incidents',
  needs: ['ManageGuild'],
  defaults: () => ({ invites_disabled_until: null, dms_disabled_until: null }),
  read: (form, world) => {
    const names = ['invites_disabled_until', 'dms_disabled_until'].filter((name) => form.has(name));
    return Object.fromEntries(names.map((name) => [name, readEnd(form, name, world.clock.wallMs())]));
  },
};

/** No measure is taken for more than a day. */
function readEnd(form: Form, name: string, nowMs: number): string | null {
  const text = form.string(name) ?? null;
  const leftMs = text === null ? 0 : Date.parse(text) - nowMs;
  if (Number.isNaN(leftMs)) form.refuse(name, 'DATE_TIME_TYPE_PARSE', `Could not parse ${String(text)}. Should be ISO8601.`);
  if (leftMs > DAY_MS) form.refuse(name, 'INCIDENT_ACTION_MAX_DURATION', 'It can be disabled for 24 hours at most.');
  return text;
}

/** A page of settings as it is. */
export function readSettings(world: World, { defaults, name, readNeeds }: GuildSettings, userId: string, guildId: string): WireThing {
  const guild = enterGuild(world, userId, guildId);
  const settings = guild.settings[name] ?? defaults(guild);
  enterGuild(world, userId, guildId, ...(readNeeds?.(settings) ?? []));
  return settings;
}

/** Changes a page of settings; what is not said of it stays. */
export function editSettings(world: World, settings: GuildSettings, doer: Doer, guildId: string, form: Form): WireThing {
  const guild = enterGuild(world, doer.userId, guildId, ...settings.needs);
  const change = settings.read(form, world);
  form.check();
  const before = guild.settings[settings.name] ?? settings.defaults(guild);
  const after = { ...before, ...change };
  settings.refuse?.(guild, after);
  guild.settings = { ...guild.settings, [settings.name]: after };
  if (settings.audit !== undefined) audit(world, guild, doer, { actionType: settings.audit, targetId: guildId, before, after });
  return after;
}
