import { findOrAddUser } from '../../world/arrange.js';
import { describe } from '../../world/attachments.js';
import { readEmoji } from '../../world/guild/thingSpecs.js';
import type { WireThing } from '../../world/records.js';
import { badRequest, invalidForm, unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { readApplication } from '../../world/applicationForm.js';
import { ownApplication, param } from './params.js';

const EMOJIS = '/applications/:applicationId/emojis';
const EMOJIS_MAX = 2_000;

/** The bot's application, and its own emojis. */
export const applicationRoutes: readonly Route[] = [
  route('GET /applications/@me', show),
  route('PATCH /applications/@me', edit),
  route('GET /applications/:applicationId', (context) => show(ownApplication(context))),
  route('PATCH /applications/:applicationId', (context) => edit(ownApplication(context))),
  route('GET /applications/:applicationId/activity-instances/:instance', (context) => ({
    status: 200,
    body: ownApplication(context).activityInstances.get(param(context, 'instance')),
  })),
  route('POST /applications/:applicationId/attachment', upload, { fileField: 'file' }),
  route(`GET ${EMOJIS}`, (context) => ({ status: 200, body: { items: [...ownApplication(context).world.applicationEmojis.values()] } })),
  route(`POST ${EMOJIS}`, createEmoji),
  route(`GET ${EMOJIS}/:emojiId`, (context) => ({ status: 200, body: emojiOf(ownApplication(context)) })),
  route(`PATCH ${EMOJIS}/:emojiId`, editEmoji),
  route(`DELETE ${EMOJIS}/:emojiId`, removeEmoji),
];

/** The bot's application as its owner knows it, who owns the guilds, too. */
export function show({ world }: RouteContext): RestReply {
  const owner = findOrAddUser(world, 'owner');
  return { status: 200, body: { ...world.application, owner, approximate_guild_count: world.guilds.size } };
}

function edit(context: RouteContext): RestReply {
  const { form, world } = context;
  const change = readApplication(form);
  form.check();
  world.application = { ...world.application, ...change };
  return show(context);
}

/** A file for an activity, which belongs to no message. */
function upload(context: RouteContext): RestReply {
  const { files, world } = ownApplication(context);
  const file = files.get(0);
  if (file === undefined) throw invalidForm({ file: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] } });
  const attachment = describe(world, world.application.id, { file, filename: file.filename });
  world.uploads.add({ attachment, data: file.data });
  return { status: 200, body: { attachment: { ...attachment, ephemeral: true } } };
}

function createEmoji(context: RouteContext): RestReply {
  const { form, world } = ownApplication(context);
  const fields = readEmoji({ form });
  form.check();
  if (world.applicationEmojis.size >= EMOJIS_MAX) throw badRequest(30008, `Maximum number of emojis reached (${String(EMOJIS_MAX)})`);
  const id = world.snowflakes.next();
  const emoji = { id, ...fields, user: world.bot };
  world.applicationEmojis.set(id, emoji);
  return { status: 201, body: emoji };
}

function editEmoji(context: RouteContext): RestReply {
  const { form, world } = ownApplication(context);
  const before = emojiOf(context);
  const emoji = { ...before, ...readEmoji({ before, form }) };
  form.check();
  world.applicationEmojis.set(param(context, 'emojiId'), emoji);
  return { status: 200, body: emoji };
}

function removeEmoji(context: RouteContext): RestReply {
  emojiOf(ownApplication(context));
  context.world.applicationEmojis.delete(param(context, 'emojiId'));
  return { status: 204 };
}

function emojiOf(context: RouteContext): WireThing {
  const found = context.world.applicationEmojis.get(param(context, 'emojiId'));
  if (found === undefined) throw unknown('Emoji');
  return found;
}
