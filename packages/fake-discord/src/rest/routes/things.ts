import { createThing, deleteThing, editThing, getThing, listThings } from '../../world/guild/things.js';
import { AUTO_MODERATION_RULES, EMOJIS, SCHEDULED_EVENTS, SOUNDS, STICKERS } from '../../world/guild/thingSpecs.js';
import type { ThingSpec } from '../../world/guild/thingSpecs.js';
import { route } from '../Router.js';
import type { Route, RouteContext, RouteTraits } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, param } from './params.js';

/** What guilds have of their own kinds: five operations each, all alike. */
export const thingRoutes: readonly Route[] = [
  ...routesOf(EMOJIS, '/guilds/:guildId/emojis', { created: 201 }),
  ...routesOf(STICKERS, '/guilds/:guildId/stickers', { created: 201, traits: { fileField: 'file' } }),
  ...routesOf(SOUNDS, '/guilds/:guildId/soundboard-sounds', { created: 201, wrap: (items) => ({ items }) }),
  ...routesOf(SCHEDULED_EVENTS, '/guilds/:guildId/scheduled-events', { created: 200 }),
  ...routesOf(AUTO_MODERATION_RULES, '/guilds/:guildId/auto-moderation/rules', { created: 200 }),
];

interface Manner {
  /** The status that answers a new one. */
  readonly created: number;
  readonly traits?: RouteTraits;
  /** What a list comes in. */
  readonly wrap?: (items: readonly object[]) => unknown;
}

function routesOf(spec: ThingSpec, path: string, { created, traits, wrap = (items) => items }: Manner): readonly Route[] {
  const one = `${path}/:thingId`;
  const guildId = (context: RouteContext): string => param(context, 'guildId');
  const id = (context: RouteContext): string => param(context, 'thingId');
  const list = (context: RouteContext): RestReply => {
    const things = listThings(context.world, spec, context.world.bot.id, guildId(context));
    return { status: 200, body: wrap(things) };
  };
  const show = (context: RouteContext): RestReply => {
    return { status: 200, body: getThing(context.world, spec, context.world.bot.id, guildId(context), id(context)) };
  };
  const create = (context: RouteContext): RestReply => {
    return { status: created, body: createThing(context.world, spec, doerOf(context), guildId(context), context) };
  };
  const edit = (context: RouteContext): RestReply => {
    return { status: 200, body: editThing(context.world, spec, doerOf(context), guildId(context), id(context), context) };
  };
  const remove = (context: RouteContext): RestReply => {
    deleteThing(context.world, spec, doerOf(context), guildId(context), id(context));
    return { status: 204 };
  };
  return [
    route(`GET ${path}`, list),
    route(`POST ${path}`, create, traits),
    route(`GET ${one}`, show),
    route(`PATCH ${one}`, edit),
    route(`DELETE ${one}`, remove),
  ];
}
