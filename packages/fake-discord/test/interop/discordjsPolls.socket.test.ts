import { describe, expect, it } from '@jest/globals';
import { PollLayoutType } from 'discord.js';
import { useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

const TEA = {
  poll: {
    question: { text: 'Tea?' },
    answers: [{ text: 'yes', emoji: '🍵' }, { text: 'no' }],
    duration: 1,
    allowMultiselect: false,
    layoutType: PollLayoutType.Default,
  },
};

describe('a bot of discord.js and polls', () => {
  it('asks, hears votes, counts them and ends the poll', async () => {
    const { alice, client, discord, general, theirs } = home;
    const told: string[] = [];
    client.on('messagePollVoteAdd', ({ text }, userId) => told.push(`${userId} ${text ?? ''}`));
    client.on('messagePollVoteRemove', ({ text }, userId) => told.push(`${userId} not ${text ?? ''}`));
    const { poll } = await theirs.send(TEA);
    expect([poll?.question.text, poll?.answers.map(({ text, emoji }) => [text, emoji?.name])]).toEqual([
      'Tea?',
      [
        ['yes', '🍵'],
        ['no', undefined],
      ],
    ]);
    const message = general.lastMessage!;
    await alice.vote(message, 'yes');
    await alice.vote(message, 'no');
    expect(told).toEqual([`${alice.id} yes`, `${alice.id} not yes`, `${alice.id} no`]);
    const [yes, no] = [...(poll?.answers.values() ?? [])];
    expect([yes?.voteCount, no?.voteCount, (await no?.voters.fetch())?.map(({ username }) => username)]).toEqual([0, 1, ['alice']]);
    await poll?.end();
    await discord.settle();
    expect([poll?.resultsFinalized, general.lastMessage?.data.type]).toEqual([true, 46]);
  });
});
