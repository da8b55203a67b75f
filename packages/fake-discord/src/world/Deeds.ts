import { ActivityInstances } from './ActivityInstances.js';
import { moderateProfiles } from './automod/profiles.js';
import { Commands } from './Commands.js';
import { Entitlements } from './Entitlements.js';
import { Grants } from './Grants.js';
import { postJoins } from './guild/joinMessages.js';
import { Interactions } from './interactions/Interactions.js';
import { Lobbies } from './Lobbies.js';
import { Messages } from './Messages.js';
import { Polls } from './Polls.js';
import { Reactions } from './Reactions.js';
import { RoleConnections } from './RoleConnections.js';
import { keepTime } from './time/keepTime.js';
import { Subscriptions } from './Subscriptions.js';
import { Webhooks } from './Webhooks.js';
import type { World } from './World.js';

/** What can be done in a world by those with rules of their own to keep: each is one for the whole world, whoever acts. */
export interface Deeds {
  readonly activityInstances: ActivityInstances;
  readonly commands: Commands;
  readonly entitlements: Entitlements;
  readonly grants: Grants;
  readonly interactions: Interactions;
  readonly lobbies: Lobbies;
  readonly messages: Messages;
  readonly polls: Polls;
  readonly reactions: Reactions;
  readonly roleConnections: RoleConnections;
  readonly subscriptions: Subscriptions;
  readonly webhooks: Webhooks;
}

/** The deeds of one world. */
export function makeDeeds(world: World): Deeds {
  const entitlements = new Entitlements(world);
  const messages = new Messages(world);
  const polls = new Polls(world, messages);
  keepTime({ polls, world });
  moderateProfiles(world, messages);
  postJoins(world, messages);
  return {
    activityInstances: new ActivityInstances(world),
    commands: new Commands(world),
    entitlements,
    grants: new Grants(world),
    interactions: new Interactions(world, messages),
    lobbies: new Lobbies(world),
    messages,
    polls,
    reactions: new Reactions(world, messages),
    roleConnections: new RoleConnections(world),
    subscriptions: new Subscriptions(world, entitlements),
    webhooks: new Webhooks(world, messages),
  };
}
