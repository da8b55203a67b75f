import type { APIEmoji, APIGuildIntegration, APIGuildMember, APIRole } from 'discord-api-types/v10';
import { addChannel, addMember, addRole, findOrAddUser, removeGuild, setAvailable, updateMember } from '../world/arrange.js';
import type { ChannelSpec, MemberSpec, RoleSpec } from '../world/arrange.js';
import { Form } from '../world/forms/Form.js';
import { addIntegration } from '../world/guild/integrations.js';
import type { IntegrationSpec } from '../world/guild/integrations.js';
import { requestToJoin } from '../world/guild/joinRequests.js';
import { createThing } from '../world/guild/things.js';
import { EMOJIS } from '../world/guild/thingSpecs.js';
import { memberPayload } from '../world/payloads.js';
import { unknown } from '../world/refusals.js';
import type { GuildRecord } from '../world/records.js';
import { isoTime } from '../world/time.js';
import { Channel } from './Channel.js';
import { hide } from './hide.js';
import type { Stage } from './Stage.js';
import { User } from './User.js';

const EMPTY_IMAGE = 'data:image/png;base64,AAAA';

/** A member to be: a name, and what it has in this guild. */
export interface MemberOptions extends MemberSpec {
  readonly name: string;
}

/** What can be changed of a member. */
export interface MemberChange {
  readonly nick?: string | null;
  readonly roles?: readonly string[];
  /** Times the member out for so many milliseconds from now; `null` ends a time-out. */
  readonly timeoutMs?: number | null;
}

/**
 * A guild that the bot is in. Its methods arrange the world: they are all-powerful, take effect at once, and connected bots hear of
 * them as of anything that happens on Discord.
 */
export class Guild {
  readonly id: string;

  private readonly record: GuildRecord;
  private readonly stage: Stage;

  constructor(stage: Stage, record: GuildRecord) {
    this.stage = stage;
    this.record = record;
    this.id = record.id;
    hide(this, 'record', 'stage');
  }

  get name(): string {
    return this.record.name;
  }

  /** Who owns the guild and may do everything in it. The bot never does. */
  get owner(): User {
    const owner = this.record.members.get(this.record.ownerId)?.user;
    if (owner === undefined) throw unknown('Member');
    return new User(this.stage, owner);
  }

  get ownerId(): string {
    return this.record.ownerId;
  }

  /** All channels, in the order in which they were added. */
  get channels(): readonly Channel[] {
    return [...this.record.channels.values()].map((channel) => new Channel(this.stage, channel));
  }

  /** All members as Discord's objects, in the order in which they came; the owner and the bot are among them. */
  get members(): readonly APIGuildMember[] {
    return [...this.record.members.values()].map(memberPayload);
  }

  /** How many members there are, the owner and the bot among them. */
  get memberCount(): number {
    return this.record.members.size;
  }

  addTextChannel(name: string, options: Pick<ChannelSpec, 'overwrites' | 'parent' | 'topic'> = {}): Channel {
    return new Channel(this.stage, addChannel(this.stage.world, this.record, { ...options, name, kind: 'text' }));
  }

  /** Adds a channel of any kind: `guild.addChannel('news', { kind: 'announcement' })`, or a category to put others into as their `parent`. */
  addChannel(name: string, options: Omit<ChannelSpec, 'name'>): Channel {
    return new Channel(this.stage, addChannel(this.stage.world, this.record, { ...options, name }));
  }

  /** Adds a voice channel. Bots can join it, and no sound is ever heard in it. */
  addVoiceChannel(name: string, options: Pick<ChannelSpec, 'overwrites' | 'parent' | 'userLimit'> = {}): Channel {
    return new Channel(this.stage, addChannel(this.stage.world, this.record, { ...options, name, kind: 'voice' }));
  }

  /** Adds a role, on top of those that exist. Returns Discord's role object; its id goes into `roles` of members and into overwrites. */
  addRole(spec: RoleSpec): APIRole {
    return addRole(this.stage.world, this.record, spec);
  }

  /** Adds an emoji. Returns Discord's emoji object; `name:id` is how paths and reactions name it. */
  addEmoji(name: string): APIEmoji {
    const { world } = this.stage;
    const doer = { reason: null, userId: this.record.ownerId };
    const form = new Form({ name, image: EMPTY_IMAGE });
    return createThing(world, EMOJIS, doer, this.id, { files: new Map(), form }) as unknown as APIEmoji;
  }

  /**
   * Adds somebody: a person by name, or one that is in another guild already. Usernames are unique, so the same name is the same person.
   *
   * @throws {@link FakeDiscordError} `FAKE_ALREADY_MEMBER`
   */
  addMember(who: MemberOptions | User | string): User {
    const { world } = this.stage;
    const user = who instanceof User ? who.data : findOrAddUser(world, typeof who === 'string' ? who : who.name);
    const spec = typeof who === 'string' || who instanceof User ? {} : who;
    addMember(world, this.record, user, spec);
    return new User(this.stage, user);
  }

  /** Joins the guild to another application or service, and returns Discord's object of it. */
  addIntegration(spec: IntegrationSpec): APIGuildIntegration {
    return addIntegration(this.stage.world, this.record, spec) as unknown as APIGuildIntegration;
  }

  /** Lets somebody ask to be let in: what `GET /guilds/:id/requests` lists. Returns the id of the request. */
  addJoinRequest(user: User): string {
    return String(requestToJoin(this.stage.world, this.record, user.data)['id']);
  }

  /** Changes a member's nick, roles or time-out; give `discord.bot` to change the bot's own. */
  updateMember(member: { readonly id: string }, { timeoutMs, ...change }: MemberChange): void {
    const { world } = this.stage;
    const until = timeoutMs === null || timeoutMs === undefined ? null : isoTime(world.clock.wallMs() + timeoutMs);
    updateMember(world, this.record, member.id, { ...change, ...(timeoutMs !== undefined && { timedOutUntil: until }) });
  }

  /** Throws the bot out. */
  remove(): void {
    removeGuild(this.stage.world, this.record);
  }

  /** Begins or ends an outage of this guild. */
  setUnavailable(isUnavailable: boolean): void {
    setAvailable(this.stage.world, this.record, !isUnavailable);
  }
}
