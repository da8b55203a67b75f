import { DiscordApiError, type RestCall } from './errors.js';
import { flattenErrors } from './flattenErrors.js';
import type { HttpAnswer } from './HttpSender.js';

/** Discord's code for a bad token in the path of a webhook: its 401 says nothing about the bot's own token. */
const INVALID_WEBHOOK_TOKEN = 50_027;

/** The error that an answer of status 300 or above becomes. */
export function refusal(call: RestCall, answer: HttpAnswer): DiscordApiError {
  const { code, message, errors } = asRecord(answer.body);
  const discordCode = typeof code === 'number' ? code : 0;
  const flattened = flattenErrors(errors);
  const said = typeof message === 'string' && message.trim() !== '' ? `: ${message}` : '';
  const fields = flattened.map(({ field, message: text }) => ` ${sentence(`${field === '' ? 'request' : field}: ${text}`)}`).join('');
  return new DiscordApiError(refusalCode(answer.status, discordCode), {
    ...call,
    status: answer.status,
    discordCode,
    errors: flattened,
    what: `${sentence(`Discord answered ${call.method} ${call.path} with ${String(answer.status)} (code ${String(discordCode)})${said}`)}${fields}`,
    cure: cureOf(answer.status, flattened.length > 0),
  });
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
    cure: cureOf(401, false),
  });
}

function refusalCode(status: number, discordCode: number): 'DISCORD_REFUSED' | 'DISCORD_UNAVAILABLE' | 'TOKEN_REJECTED' {
  if (status === 401 && discordCode !== INVALID_WEBHOOK_TOKEN) return 'TOKEN_REJECTED';
  return status >= 500 && !isNotServed(status) ? 'DISCORD_UNAVAILABLE' : 'DISCORD_REFUSED';
}

function cureOf(status: number, namesFields: boolean): string {
  if (status === 401) return 'Copy the token anew from the Developer Portal; it is reset when it leaks.';
  if (status === 403) return 'Give the bot the permission that this needs.';
  if (status === 404) return 'Look whether the ids still exist, and whether the bot can see them.';
  if (isNotServed(status)) return 'Make another call, or look where `baseUrl` leads: this route is not served.';
  if (status >= 500) return 'Try again later; discordstatus.com tells about outages.';
  return namesFields ? 'Mend the named fields.' : 'Mend the call; the code says how.';
}

/** Discord ends some of its texts with a full stop, and some not. */
function sentence(text: string): string {
  const trimmed = text.trimEnd();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function asRecord(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
}
