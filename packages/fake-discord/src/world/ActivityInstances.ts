import type { InteractionRecord } from './interactions/InteractionRecord.js';
import type { WireThing } from './records.js';
import { unknown } from './refusals.js';
import type { World } from './World.js';

/**
 * Activities that interactions have launched. Nobody plays them here: they stay as they began.
 *
 * @see {@link https://docs.discord.com/developers/resources/application#get-application-activity-instance | Activity instances}
 */
export class ActivityInstances {
  private readonly instances = new Map<string, WireThing>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** Launches one, with the person of the interaction in it, and returns its id. */
  launch({ channel, id, user }: Pick<InteractionRecord, 'channel' | 'id' | 'user'>): string {
    const kind = channel.isDirect ? 'pc' : 'gc';
    const guild = channel.isDirect ? {} : { guild_id: channel.guildId };
    const instanceId = `i-${id}-${kind}-${channel.id}`;
    const locationId = [kind, ...Object.values(guild), channel.id].join('-');
    this.instances.set(instanceId, {
      application_id: this.world.application.id,
      instance_id: instanceId,
      launch_id: id,
      location: { id: locationId, kind, channel_id: channel.id, ...guild },
      users: [user.id],
    });
    return instanceId;
  }

  get(instanceId: string): WireThing {
    const found = this.instances.get(instanceId);
    if (found === undefined) throw unknown('activity instance');
    return found;
  }
}
