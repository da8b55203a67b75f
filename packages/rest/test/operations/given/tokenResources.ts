import type { GivenFor } from './Given.js';
import { FILE, ids } from './ids.js';

const { webhook_id: webhook, webhook_token: token, message_id: message } = ids;

export const interactions: GivenFor<'interactions'> = {
  createResponse: [ids.interaction_id, ids.interaction_token, { type: 4, data: { content: 'Pong!' } }, { query: { with_response: true } }],
  originalResponse: [webhook, token],
  editOriginalResponse: [webhook, token, { content: 'Pong, later' }],
  deleteOriginalResponse: [webhook, token],
  createFollowup: [webhook, token, { content: 'And then' }],
  followup: [webhook, token, message],
  editFollowup: [webhook, token, message, { content: 'And then?' }],
  deleteFollowup: [webhook, token, message],
};

export const invites: GivenFor<'invites'> = {
  get: [ids.code, { with_counts: true, guild_scheduled_event_id: '5', target_channel_id: '6', target_message_id: '7' }],
  delete: [ids.code],
  targetUsers: [ids.code],
  updateTargetUsers: [ids.code, { ...FILE, name: 'users.csv' }],
  targetUsersJobStatus: [ids.code],
};

export const polls: GivenFor<'polls'> = {
  answerVoters: [ids.channel_id, message, Number(ids.answer_id), { after: '5', limit: 7 }],
  end: [ids.channel_id, message],
};

export const webhooks: GivenFor<'webhooks'> = {
  create: [ids.channel_id, { name: 'News' }],
  channelWebhooks: [ids.channel_id],
  guildWebhooks: [ids.guild_id],
  get: [webhook],
  getWithToken: [webhook, token],
  edit: [webhook, { name: 'Old news' }],
  editWithToken: [webhook, token, { name: 'Old news' }],
  delete: [webhook],
  deleteWithToken: [webhook, token],
  execute: [webhook, token, { content: 'Read all about it' }, { query: { wait: true, thread_id: '5', with_components: true } }],
  executeSlack: [webhook, token, { text: 'Read all about it' }, { query: { wait: true, thread_id: '5' } }],
  executeGitHub: [webhook, token, { action: 'opened' }, { query: { wait: true, thread_id: '5' } }],
  message: [webhook, token, message, { thread_id: '5' }],
  editMessage: [webhook, token, message, { content: 'Correction' }, { query: { thread_id: '5', with_components: true } }],
  deleteMessage: [webhook, token, message, { thread_id: '5' }],
};
