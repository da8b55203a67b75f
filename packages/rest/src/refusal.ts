import { redact } from '@aplomb/base';
import { DiscordApiError, type DiscordApiErrorCode, type RestCall } from './errors.js';
import { flattenErrors } from './flattenErrors.js';
import { redactedPath } from './redactedPath.js';
import type { HttpAnswer } from './transport/HttpAnswer.js';

/** What has to be known of a call to tell of its refusal. */
export interface RefusedCall {
  /** Whether the bot's token was sent. */
  readonly isAuthorized: boolean;
  /** Whether an earlier attempt may have been carried out. */
  readonly mayHaveHappened: boolean;
}

/** The error that an answer of status 400 or above becomes. */
export function refusal(
  call: RestCall,
  { body, status }: Pick<HttpAnswer, 'body' | 'status'>,
  { isAuthorized, mayHaveHappened }: RefusedCall,
): DiscordApiError {
  const { code, message, errors } = asRecord(body);
  const discordCode = typeof code === 'number' ? code : 0;
  const flattened = flattenErrors(errors);
  const said = typeof message === 'string' && message.trim() !== '' ? `: ${shown(message)}` : '';
  const answered = refusalCode(status, isAuthorized);
  return new DiscordApiError(answered, {
    ...call,
    status,
    discordCode,
    errors: flattened,
    mayHaveHappened: call.method !== 'GET' && (mayHaveHappened || answered === 'DISCORD_UNAVAILABLE'),
    what: `${sentence(`Discord answered ${call.method} ${call.path} with ${String(status)} (code ${String(discordCode)})${said}`)}${fieldsText(flattened)}`,
    cure: answered === 'DISCORD_UNAVAILABLE' ? outageCure(call.method) : cureOf(status, discordCode, isAuthorized, flattened.length > 0),
  });
}

/** Discord may fail after it has done what was asked. */
function outageCure(method: string): string {
  if (isHarmlessTwice(method)) return 'Try again later; discordstatus.com tells about outages.';
  return 'It may have been carried out: look whether it has happened before you call again. discordstatus.com tells about outages.';
}

/** Whether a call of this method may be made again when nobody knows whether it was carried out. */
export function isHarmlessTwice(method: string): boolean {
  return method === 'GET' || method === 'PUT' || method === 'DELETE';
}

/** 501 and 505 are about the call and not about the hour: what is not served now will not be served a second later. */
export function isNotServed(status: number): boolean {
  return status === 501 || status === 505;
}

/** The error of a call that was not made, because an earlier answer said that the token is no good. */
export function tokenRejected(call: RestCall): DiscordApiError {
  return new DiscordApiError('TOKEN_REJECTED', {
    ...call,
    status: 401,
    discordCode: 0,
    errors: [],
    what: `${call.method} ${call.path} was not sent, because Discord rejected the bot token of an earlier call with 401.`,
    cure: cureOf(401, 0, true, false),
  });
}

/** The error of a call that was not made, because Discord has refused it before and would again. */
export function rememberedRefusal(call: RestCall, { discordCode, status }: DiscordApiError): DiscordApiError {
  const lasts = status === 403 ? 'twice within the last minute' : 'before';
  return new DiscordApiError('DISCORD_REFUSED', {
    ...call,
    status,
    discordCode,
    errors: [],
    what: `${call.method} ${call.path} was not sent, because Discord answered it with ${String(status)} (code ${String(discordCode)}) ${lasts}.`,
    cure: `${cureOf(status, discordCode, false, false)} \`rest.forgetRefusals()\` lets it be sent again.`,
  });
}

function refusalCode(status: number, isAuthorized: boolean): DiscordApiErrorCode {
  if (status === 401 && isAuthorized) return 'TOKEN_REJECTED';
  return status >= 500 && !isNotServed(status) ? 'DISCORD_UNAVAILABLE' : 'DISCORD_REFUSED';
}

const TOO_LARGE = 'Send fewer or smaller files: a file may have 10 MiB in most places, a whole request 25 MiB.';

/** What to do about codes that people meet, where the status alone says too little. */
const CURES: ReadonlyMap<number, string> = new Map([
  [10_015, 'Make a new webhook: this one is gone, or an interaction with this token was not answered yet.'],
  [10_062, 'Answer an interaction within 3 s, by `deferReply` when the answer takes longer, and from one place only.'],
  [40_005, TOO_LARGE],
  [40_060, 'Answer an interaction once, and send what follows as follow-ups.'],
  [50_001, 'Let the bot see the channel or the guild; it may have been removed from it.'],
  [50_006, 'Give the message `content`, `embeds`, `components`, `sticker_ids`, `poll` or files.'],
  [50_007, 'Write to this user in a guild: they take no direct messages from the bot.'],
  [50_027, 'Use the token that came with this webhook or interaction; that of an interaction is good for 15 minutes.'],
  [50_278, 'Write to this user in a guild: they share none with the bot any more.'],
]);

function cureOf(status: number, discordCode: number, isAuthorized: boolean, namesFields: boolean): string {
  const known = CURES.get(discordCode);
  if (known !== undefined) return known;
  if (status === 401)
    return isAuthorized
      ? 'Copy the token anew from the Developer Portal; it is reset when it leaks.'
      : 'Look whether the token in the path is right, and still good.';
  if (status === 403) return 'Give the bot the permission that this needs.';
  if (status === 404) return 'Look whether the ids still exist, and whether the bot can see them.';
  if (status === 413) return TOO_LARGE;
  if (isNotServed(status)) return 'Make another call, or look where `baseUrl` leads: this route is not served.';
  return namesFields ? 'Mend the named fields.' : 'Mend the call; the code says how.';
}

/** More than these would not be read; all of them are in `errors`. */
const SHOWN_FIELDS = 10;

function fieldsText(errors: DiscordApiError['errors']): string {
  const texts = errors
    .slice(0, SHOWN_FIELDS)
    .map(({ field, message }) => ` ${sentence(`${field === '' ? 'request' : field}: ${shown(message)}`)}`);
  const hidden = errors.length - texts.length;
  return `${texts.join('')}${hidden > 0 ? ` And ${String(hidden)} more.` : ''}`;
}

const LONGEST_SHOWN = 300;

/** What somebody else wrote, as far as it may stand in a line of a log. */
function shown(text: string): string {
  const line = redactedPath(redact(text.slice(0, LONGEST_SHOWN * 4).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')));
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
}

/** Discord ends some of its texts with a full stop, and some not. */
function sentence(text: string): string {
  const trimmed = text.trimEnd();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function asRecord(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
}
