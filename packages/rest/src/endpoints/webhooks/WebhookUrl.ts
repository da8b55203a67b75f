import { OptionsError } from '@aplomb/base';

/** What stands in a webhook's URL. */
export interface WebhookUrl {
  readonly id: string;
  /** Who has it can speak in the webhook's name. */
  readonly token: string;
  /** The thread that `?thread_id=` names, `null` without. */
  readonly threadId: string | null;
}

/**
 * Written out in full, since a parser of URLs forgives much (backslashes, other alphabets, dots in paths) that nobody's webhook has: Discord's own hosts,
 * no user, no port, no fragment, and nothing behind the token but a query.
 */
const WEBHOOK_URL =
  /^https:\/\/(?:(?:canary\.|ptb\.)?discord\.com|discordapp\.com)\/api(?:\/v\d{1,2})?\/webhooks\/(\d{1,20})\/([\w-]{1,512})\/?(?:\?([^#\s]*))?$/;
const ID = /^\d{1,20}$/;

/**
 * Takes the URL of a webhook apart, as Discord shows it under "Copy Webhook URL". Nothing is ever sent to the URL itself: a call goes to the `baseUrl` of
 * its {@link Rest}.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no URL of a webhook of Discord's. It does not show the URL, which holds a token.
 * @see {@link https://docs.discord.com/developers/resources/webhook | Webhook resource}
 */
export function parseWebhookUrl(url: string): WebhookUrl {
  const [, id, token, query = ''] = typeof url === 'string' ? (WEBHOOK_URL.exec(url) ?? []) : [];
  const threadId = new URLSearchParams(query).get('thread_id');
  if (id !== undefined && token !== undefined && (threadId === null || ID.test(threadId))) return { id, token, threadId };
  throw new OptionsError('INVALID_OPTION', {
    what: 'What was given as the URL of a webhook is none of Discord’s.',
    cure: 'Copy it anew from the channel’s settings: "https://discord.com/api/webhooks/<id>/<token>".',
  });
}
