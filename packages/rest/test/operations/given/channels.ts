import type { GivenFor } from './Given.js';
import { Several } from './Given.js';
import { FILE, ids } from './ids.js';
import { searchGuildMessages } from './search.js';

const { channel_id: channel, message_id: message, user_id: user, emoji_name: emoji } = ids;
const TIME = '2026-11-20T10:00:00.000000+00:00';

const old = {
  deprecatedPins: [channel],
  deprecatedPinMessage: [channel, message],
  deprecatedUnpinMessage: [channel, message],
} as const;

export const channels: GivenFor<'channels'> = {
  get: [channel],
  edit: [channel, { name: 'general' }],
  delete: [channel],
  setVoiceStatus: [channel, { status: 'Chess' }],
  setPermission: [channel, ids.overwrite_id, { type: 1, allow: '1024', deny: '0' }],
  deletePermission: [channel, ids.overwrite_id],
  invites: [channel],
  createInvite: new Several([channel, { max_age: 60 }], [channel, { max_age: 60 }, { targetUsersFile: { ...FILE, name: 'users.csv' } }]),
  follow: [channel, { webhook_channel_id: '5' }],
  typing: [channel],
  addRecipient: [channel, user, { access_token: 'granted' }],
  removeRecipient: [channel, user],
  createMessage: [channel, { content: 'Hello' }],
  editMessage: [channel, message, { content: 'Hello again' }],
  deleteMessage: [channel, message],
  bulkDeleteMessages: [channel, { messages: ['1', '2'] }],
  message: [channel, message],
  messages: new Several([channel, { around: '5', limit: 7 }], [channel, { before: '6' }], [channel, { after: '4' }]),
  searchGuildMessages,
  crosspostMessage: [channel, message],
  pins: [channel, { before: TIME, limit: 7 }],
  pinMessage: [channel, message],
  unpinMessage: [channel, message],
  ...old,
  createReaction: [channel, message, emoji],
  deleteOwnReaction: [channel, message, emoji],
  deleteUserReaction: [channel, message, emoji, user],
  deleteAllReactions: [channel, message],
  deleteAllReactionsForEmoji: [channel, message, emoji],
  reactionUsers: [channel, message, emoji, { after: '5', limit: 7, type: 1 }],
  joinThread: [channel],
  leaveThread: [channel],
  addThreadMember: [channel, user],
  removeThreadMember: [channel, user],
  threadMember: [channel, user, { with_member: true }],
  threadMembers: [channel, { with_member: true, after: '5', limit: 7 }],
  createThreadFromMessage: [channel, message, { name: 'Aside' }],
  createThread: [channel, { name: 'Aside', type: 11 }],
  createForumPost: [channel, { name: 'Question', message: { content: 'Why?' } }],
  publicArchivedThreads: [channel, { before: TIME, limit: 7 }],
  privateArchivedThreads: [channel, { before: TIME, limit: 7 }],
  joinedPrivateArchivedThreads: [channel, { before: '5', limit: 7 }],
  searchThreads: [
    channel,
    {
      name: 'rules',
      slop: 2,
      min_id: '3',
      max_id: '9',
      tag: ['5', '6'],
      tag_setting: 'match_all',
      archived: true,
      sort_by: 'creation_time',
      sort_order: 'asc',
      limit: 7,
      offset: 25,
    },
  ],
};
