import { describe, expect, it } from '@jest/globals';
import type { APIMessage } from 'discord-api-types/v10';
import { expectedFields, recordMessage } from '../../src/recording/recordMessage.js';
import { arrangeHome } from '../arrangeHome.js';

/** A message of the bot, recorded. */
function recorded(body: Readonly<Record<string, unknown>>, change: Partial<APIMessage> = {}) {
  const home = arrangeHome();
  const { payload } = home.general.messages.get(home.say(home.bot, body))!;
  return recordMessage({ ...payload, ...change }, home.bot.id);
}

describe('a recorded message', () => {
  it('keeps what a bot says, and nothing that is another in every run', () => {
    const button = { type: 2, style: 1, label: 'Yes', custom_id: 'yes', disabled: false };
    const embed = { title: 'Tea', url: 'http://127.0.0.1:1/x', timestamp: '2026-01-01T00:00:00Z', fields: [{ name: 'a', value: 'b' }] };
    const message = recorded({ content: 'Tea?', embeds: [embed], components: [{ type: 1, components: [button] }] });
    expect(message).toEqual({
      content: 'Tea?',
      embeds: [{ title: 'Tea', fields: [{ name: 'a', value: 'b' }] }],
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Yes', custom_id: 'yes' }] }],
      attachments: [],
      isLoading: false,
      poll: null,
      username: null,
    });
  });

  it('keeps the question and answers of a poll, files by their names, and in whose name a webhook spoke', () => {
    const poll = { question: { text: 'Tea?' }, answers: [{ poll_media: { text: 'yes' } }] };
    const hook = { author: { id: '5', username: 'hook' }, attachments: [{ filename: 'a.txt' }] } as unknown as APIMessage;
    expect(recorded({ poll }, hook)).toMatchObject({
      poll: { question: 'Tea?', answers: ['yes'] },
      username: 'hook',
      attachments: ['a.txt'],
    });
  });

  it('expects again only what says something', () => {
    expect(expectedFields(recorded({ content: 'x' }))).toEqual({ content: 'x' });
    const poll = { question: 'Tea?', answers: ['yes'] };
    const all = { ...recorded({ content: 'x' }), content: '', embeds: [{}], components: [{}], attachments: ['a'], poll, username: 'hook' };
    expect(expectedFields(all)).toEqual({
      author: { username: 'hook' },
      embeds: [{}],
      components: [{}],
      attachments: [{ filename: 'a' }],
      poll: { question: { text: 'Tea?' }, answers: [{ poll_media: { text: 'yes' } }] },
    });
  });
});
