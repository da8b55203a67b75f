import type { CallsOf } from './Call.js';
import { who } from './places.js';
import { patiently } from './patience.js';
import { id, list, object, oneOf, optional, text } from './readers.js';

/** Discord's limit for usernames. */
const NAME_MAX = 32;

/** Who one is, and who there is. */
export const peopleCalls: CallsOf<'actAs' | 'addPerson' | 'setRoles' | 'setStatus' | 'stopActingAs'> = {
  actAs: {
    reads: object({ as: id }),
    does: ({ columns }, { as }) => {
      columns.open(as);
      return null;
    },
  },
  stopActingAs: {
    reads: object({ as: id }),
    does: ({ columns }, { as }) => {
      columns.close(as);
      return null;
    },
  },
  addPerson: {
    reads: object({ guildId: id, name: text(NAME_MAX), roles: optional(list(id)) }),
    does: ({ backstage: { discord, people } }, { guildId, name, roles = [] }) => {
      const user = discord.directory.guild(guildId).addMember({ name, roles });
      const added = people.summaries.find((each) => each.id === user.id);
      return added ?? { id: user.id, user: user.data, guilds: [] };
    },
  },
  setRoles: {
    reads: object({ guildId: id, roles: list(id), userId: id }),
    does: ({ backstage: { discord } }, { guildId, roles, userId }) => {
      discord.directory.guild(guildId).updateMember({ id: userId }, { roles });
      return null;
    },
  },
  setStatus: {
    reads: object({ as: id, status: oneOf(['dnd', 'idle', 'offline', 'online']) }),
    does: async (scene, { status, ...args }) => {
      await patiently(scene.clock, who(scene, args).setStatus(status));
      return null;
    },
  },
};
