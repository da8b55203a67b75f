/** The part of a {@link Rest} that remembers what was forbidden. */
export interface RefusalMemory {
  /** How many refusals are remembered. */
  readonly rememberedRefusals: number;
  forgetRefusals(id?: string): void;
}

/** Dispatches after which more may be allowed in one channel or guild, and those after which it may be in any channel of a guild. */
const OF_ONE: ReadonlySet<string> = new Set(['CHANNEL_CREATE', 'CHANNEL_UPDATE', 'GUILD_CREATE', 'THREAD_CREATE', 'THREAD_UPDATE']);
const OF_ROLES: ReadonlySet<string> = new Set(['GUILD_ROLE_CREATE', 'GUILD_ROLE_DELETE', 'GUILD_ROLE_UPDATE']);
const OF_MEMBER = 'GUILD_MEMBER_UPDATE';

/**
 * Has calls sent again that REST refuses because they were forbidden a moment ago, as soon as the gateway tells that permissions have changed.
 *
 * As long as nothing was forbidden it wants no dispatch, so that none is parsed for it. Roles are of a guild, and what they change of its channels,
 * which nobody here can list: then all that is remembered is forgotten.
 */
export class PermissionWatch {
  private readonly memory: RefusalMemory;

  constructor(memory: RefusalMemory) {
    this.memory = memory;
  }

  /** Whether a dispatch must be parsed for this. */
  wants(type: string): boolean {
    const isRelevant = type === OF_MEMBER || OF_ROLES.has(type) || OF_ONE.has(type);
    return isRelevant && this.memory.rememberedRefusals > 0;
  }

  /** A dispatch came. `userId` is the bot's own. */
  hear(type: string, data: unknown, userId: string | null): void {
    if (!this.wants(type)) return;
    if (OF_ROLES.has(type)) return this.memory.forgetRefusals();
    const { id, user } = fieldsOf(data);
    if (type !== OF_MEMBER) {
      if (typeof id === 'string') this.memory.forgetRefusals(id);
    } else if (userId !== null && fieldsOf(user)['id'] === userId) this.memory.forgetRefusals();
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
