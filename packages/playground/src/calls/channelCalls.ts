import type { CallsOf } from './Call.js';
import { where, which, who } from './places.js';
import { idOfNew, patiently } from './patience.js';
import { id, list, object, optional, text } from './readers.js';

/** What is done with channels. */
export const channelCalls: CallsOf<'joinVoice' | 'leaveVoice' | 'startPost' | 'startThread'> = {
  startThread: {
    reads: object({ as: id, channelId: id, messageId: optional(id), name: text() }),
    does: async (scene, { messageId, name, ...args }) => {
      const from = messageId === undefined ? where(scene, args) : which(scene, { ...args, messageId });
      const user = who(scene, args);
      return { channelId: await idOfNew(scene.clock, { t: 'THREAD_CREATE', user }, () => user.startThread(from, name)) };
    },
  },
  startPost: {
    reads: object({ as: id, channelId: id, content: text(), tags: optional(list(text())), title: text() }),
    does: async (scene, { content: message, tags = [], title, ...args }) => {
      const user = who(scene, args);
      const post = { message, tags, title };
      return { channelId: await idOfNew(scene.clock, { t: 'THREAD_CREATE', user }, () => user.startPost(where(scene, args), post)) };
    },
  },
  joinVoice: {
    reads: object({ as: id, channelId: id }),
    does: async (scene, args) => {
      await patiently(scene.clock, who(scene, args).joinVoice(where(scene, args)));
      return null;
    },
  },
  leaveVoice: {
    reads: object({ as: id, guildId: id }),
    does: async (scene, { guildId, ...args }) => {
      await patiently(scene.clock, who(scene, args).leaveVoice(scene.backstage.discord.directory.guild(guildId)));
      return null;
    },
  },
};
