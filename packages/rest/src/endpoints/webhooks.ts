import type { Requester } from '../RestRequest.js';
import { webhookMessageMethods, type WebhookMessageMethods } from './webhooks/messages.js';
import { webhookMethods, type WebhookMethods } from './webhooks/webhook.js';

/** Webhooks, and what they send. What takes a webhook's token needs no bot token. */
export interface WebhookEndpoints extends WebhookMessageMethods, WebhookMethods {}

export function webhookEndpoints(rest: Requester): WebhookEndpoints {
  return { ...webhookMethods(rest), ...webhookMessageMethods(rest) };
}
