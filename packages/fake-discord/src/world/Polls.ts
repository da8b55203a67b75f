import type { APIPoll, APIPollAnswer, APIUser } from 'discord-api-types/v10';
import { enterChannel, guildOf } from './access.js';
import { impossible, listed } from './impossible.js';
import { isNewer } from './MessageLog.js';
import type { MessageRecord } from './MessageLog.js';
import type { FoundMessage, Messages } from './Messages.js';
import { messageEvent } from './messagePayloads.js';
import { isPollOver, votesFor } from './pollPayloads.js';
import { badRequest, forbidden, unknown } from './refusals.js';
import type { World } from './World.js';

const POLL_RESULT = 46;

/** The name of a poll's end in the agenda. */
export function pollEndName(messageId: string): string {
  return `end of the poll ${messageId}`;
}

/**
 * Voting, and ending polls.
 *
 * @see {@link https://docs.discord.com/developers/resources/poll | Poll resource}
 */
export class Polls {
  private readonly messages: Messages;
  private readonly world: World;

  constructor(world: World, messages: Messages) {
    this.world = world;
    this.messages = messages;
  }

  /** Sets what a person has chosen, all at once; nothing takes their votes back. Bots cannot vote. */
  vote(userId: string, channelId: string, messageId: string, chosen: readonly string[]): void {
    const found = this.messages.find(userId, channelId, messageId);
    const { poll } = found.record.payload;
    if (poll === undefined) throw impossible('The message has no poll.', 'Vote on a message of which `data.poll` is there.');
    if (this.isOver(found.record)) throw badRequest(520001, 'Poll expired');
    const ids = chosen.map((text) => answerNamed(poll, text));
    if (ids.length > 1 && !poll.allow_multiselect) throw impossible('Only one answer can be chosen in this poll.', 'Choose one.');
    const before = poll.answers.map(({ answer_id: id }) => id).filter((id) => votesFor(found.record, id).has(userId));
    const votes = new Map(poll.answers.map(({ answer_id: id }) => [id, withVote(votesFor(found.record, id), userId, ids.includes(id))]));
    found.channel.messages.replace({ ...found.record, votes });
    for (const id of before.filter((each) => !ids.includes(each))) this.publish('MESSAGE_POLL_VOTE_REMOVE', found, userId, id);
    for (const id of ids.filter((each) => !before.includes(each))) this.publish('MESSAGE_POLL_VOTE_ADD', found, userId, id);
  }

  /** Who has chosen an answer, by ascending id. */
  voters(
    userId: string,
    { answerId, channelId, messageId }: { readonly answerId: number; readonly channelId: string; readonly messageId: string },
    { after, limit }: { readonly after: string | undefined; readonly limit: number },
  ): readonly APIUser[] {
    const { record } = this.messages.read(userId, channelId, messageId);
    if (record.payload.poll?.answers.some(({ answer_id: id }) => id === answerId) !== true) throw unknown('poll answer');
    const ids = [...votesFor(record, answerId)].filter((id) => after === undefined || isNewer(id, after));
    const sorted = ids.sort((a, b) => (isNewer(a, b) ? 1 : -1)).slice(0, limit);
    return sorted.flatMap((id) => this.world.users.get(id) ?? []);
  }

  /** Ends a poll early, for who has begun it. */
  expire(userId: string, channelId: string, messageId: string): FoundMessage {
    enterChannel(this.world, userId, channelId);
    const { channel, record } = this.messages.find(userId, channelId, messageId);
    if (record.payload.poll === undefined) throw badRequest(520006, 'Cannot expire a non-poll message');
    if (record.payload.author.id !== userId) throw forbidden(50005, 'Cannot edit a message authored by another user');
    if (this.isOver(record)) throw badRequest(520001, 'Poll expired');
    const poll = { ...record.payload.poll, expiry: this.world.nowIso() };
    const after: MessageRecord = { ...record, payload: { ...record.payload, poll } };
    this.conclude({ channel, record: after }, poll);
    return { channel, record: after };
  }

  /** Ends a poll whose time has come, unless it is gone or was ended before. */
  end(channelId: string, messageId: string): void {
    const channel = this.world.channels.get(channelId);
    const record = channel?.messages.find(messageId);
    const poll = record?.payload.poll;
    if (channel === undefined || record === undefined || poll === undefined || !this.isOver(record)) return;
    this.conclude({ channel, record }, poll);
  }

  /** Nobody can vote any more: the message says so, and another tells how it went. */
  private conclude({ channel, record }: FoundMessage, poll: APIPoll): void {
    const { author, id: messageId } = record.payload;
    this.world.agenda.drop(pollEndName(messageId));
    channel.messages.replace(record);
    this.world.publishInChannel(channel, 'MESSAGE_UPDATE', messageEvent(this.world, channel, record));
    this.messages.postSystem(author, channel, POLL_RESULT, {
      message_reference: {
        type: 0,
        channel_id: channel.id,
        message_id: messageId,
        ...(!channel.isDirect && { guild_id: channel.guildId }),
      },
      embeds: [resultEmbed(record, poll)],
    });
  }

  private isOver({ payload }: MessageRecord): boolean {
    return isPollOver(payload.poll, this.world.clock.wallMs());
  }

  private publish(t: string, { channel, record }: FoundMessage, userId: string, answerId: number): void {
    const guild = guildOf(this.world, channel);
    this.world.publishInChannel(channel, t, {
      user_id: userId,
      channel_id: channel.id,
      message_id: record.payload.id,
      ...(guild !== undefined && { guild_id: guild.id }),
      answer_id: answerId,
    });
  }
}

function withVote(votes: ReadonlySet<string>, userId: string, isChosen: boolean): ReadonlySet<string> {
  const others = [...votes].filter((id) => id !== userId);
  return new Set(isChosen ? [...others, userId] : others);
}

function answerNamed(poll: APIPoll, text: string): number {
  const found = poll.answers.find(({ poll_media: { text: answer } }) => answer === text);
  if (found !== undefined) return found.answer_id;
  throw impossible(`The poll has no answer "${text}".`, listed(poll.answers.map(({ poll_media: { text: answer } }) => answer ?? '')));
}

/** The result as Discord writes it: who has won is left out of a draw, and of a poll without a vote. */
function resultEmbed(record: MessageRecord, poll: APIPoll): object {
  const counts = poll.answers.map((answer) => ({ answer, count: votesFor(record, answer.answer_id).size }));
  const most = Math.max(...counts.map(({ count }) => count));
  const winners = counts.filter(({ count }) => count === most && most > 0);
  const fields = {
    poll_question_text: poll.question.text ?? '',
    victor_answer_votes: String(most),
    total_votes: String(counts.reduce((sum, { count }) => sum + count, 0)),
    ...(winners.length === 1 && victorFields(winners[0]?.answer)),
  };
  return { type: 'poll_result', fields: Object.entries(fields).map(([name, value]) => ({ name, value, inline: false })) };
}

function victorFields(answer: APIPollAnswer | undefined): Readonly<Record<string, string>> {
  const { emoji, text } = answer?.poll_media ?? {};
  return {
    victor_answer_id: String(answer?.answer_id),
    ...(text !== undefined && { victor_answer_text: text }),
    ...(typeof emoji?.id === 'string' && { victor_answer_emoji_id: emoji.id }),
    ...(typeof emoji?.name === 'string' && { victor_answer_emoji_name: emoji.name }),
    ...(emoji?.animated === true && { victor_answer_emoji_animated: 'true' }),
  };
}
