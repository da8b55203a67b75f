import { Form } from '../../world/forms/Form.js';
import type { InteractionRecord } from '../../world/interactions/InteractionRecord.js';
import { messagePayload } from '../../world/messagePayloads.js';
import { CallbackType } from '../../world/interactions/callbackForm.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

const EPHEMERAL = 64;
const LOADING = 128;

/** The first answer to an interaction. What follows goes to the webhook of its token. */
export const interactionRoutes: readonly Route[] = [
  route('POST /interactions/:interactionId/:interactionToken/callback', callback, { needsToken: false }),
];

function callback(context: RouteContext): RestReply {
  const { files, form, interactions, params } = context;
  const query = Form.ofQuery(context.query);
  const isTold = query.boolean('with_response') ?? false;
  query.check();
  const record = interactions.answer(params['interactionId'] ?? '', params['interactionToken'] ?? '', form, files);
  const launched = record.answer?.type === CallbackType.LaunchActivity ? context.activityInstances.launch(record) : null;
  return isTold ? { status: 200, body: response(context, record, launched) } : { status: 204 };
}

/** @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-response-object | Callback response} */
function response({ world }: RouteContext, { answer, channel, id, originalId, type }: InteractionRecord, launched: string | null): object {
  const record = originalId === null ? undefined : channel.messages.find(originalId);
  const callbackType = answer?.type;
  if (launched !== null) {
    return {
      interaction: { id, type, activity_instance_id: launched },
      resource: { type: callbackType, activity_instance: { id: launched } },
    };
  }
  if (record === undefined || callbackType === CallbackType.DeferredUpdate) return { interaction: { id, type } };
  const flags = record.payload.flags ?? 0;
  return {
    interaction: {
      id,
      type,
      response_message_id: record.payload.id,
      response_message_loading: (flags & LOADING) !== 0,
      response_message_ephemeral: (flags & EPHEMERAL) !== 0,
    },
    resource: { type: callbackType, message: messagePayload(world, channel, record) },
  };
}
