import type { APIMessage, APIPoll, APIPollAnswer } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { EmojiView } from '../ui/EmojiView.js';
import { formatTimestamp } from '../markdown/formatTimestamp.js';
import { useSeat } from '../state/seatContext.js';
import { useSurroundings } from '../state/surroundings.js';
import { pollShares, type PollShare } from './pollShares.js';

interface PollProps {
  readonly message: APIMessage;
  readonly poll: APIPoll;
}

/** A poll: answers to choose from until one has voted or it has ended, bars afterwards. */
export function PollView({ message, poll }: PollProps): VNode {
  const shares = pollShares(poll);
  const { nowMs } = useSurroundings();
  const hasEnded = poll.results?.is_finalized === true || (poll.expiry != null && Date.parse(poll.expiry) <= nowMs());
  const hasVoted = shares.some((share) => share.isMine);
  return (
    <section class="poll" aria-label={`Poll: ${poll.question.text ?? ''}`}>
      <h4>{poll.question.text}</h4>
      <p class="hint">{hasEnded ? 'This poll has ended' : poll.allow_multiselect ? 'Choose one or more answers' : 'Choose one answer'}</p>
      {hasEnded || hasVoted ? <Bars shares={shares} /> : <Ballot message={message} poll={poll} />}
      <PollFooter message={message} poll={poll} isOpen={!hasEnded} hasVoted={hasVoted} />
    </section>
  );
}

function Bars({ shares }: { readonly shares: readonly PollShare[] }): VNode {
  return (
    <ul class="poll-bars">
      {shares.map(({ answer, count, isMine, percent }) => (
        <li key={answer.answer_id} class={isMine ? 'is-mine' : ''} data-votes={count}>
          <span class="bar" style={{ width: `${percent}%` }} />
          <AnswerText answer={answer} />
          <span class="poll-count">
            {count === 1 ? '1 vote' : `${count} votes`} · {percent}%
          </span>
        </li>
      ))}
    </ul>
  );
}

function Ballot({ message, poll }: PollProps): VNode {
  const seat = useSeat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (text: string): void => {
    const next = new Set(poll.allow_multiselect ? chosen : []);
    if (chosen.has(text)) next.delete(text);
    else next.add(text);
    setChosen(next);
  };
  const vote = (event: Event): void => {
    event.preventDefault();
    void seat.attempt('vote', { answers: [...chosen], channelId: message.channel_id, messageId: message.id });
  };
  return (
    <form onSubmit={vote}>
      {poll.answers.map((answer) => (
        <label key={answer.answer_id} class="poll-answer">
          <AnswerText answer={answer} />
          <input
            type={poll.allow_multiselect ? 'checkbox' : 'radio'}
            name={`poll-${seat.id}-${message.id}`}
            checked={chosen.has(answer.poll_media.text ?? '')}
            onChange={() => toggle(answer.poll_media.text ?? '')}
          />
        </label>
      ))}
      <button type="submit" class="button is-primary" disabled={chosen.size === 0}>
        Vote
      </button>
    </form>
  );
}

function AnswerText({ answer }: { readonly answer: APIPollAnswer }): VNode {
  const { emoji, text } = answer.poll_media;
  return (
    <span class="poll-text">
      {emoji !== undefined && <EmojiView emoji={emoji} />} {text}
    </span>
  );
}

function PollFooter({ hasVoted, isOpen, message, poll }: PollProps & { readonly hasVoted: boolean; readonly isOpen: boolean }): VNode {
  const seat = useSeat();
  const { nowMs } = useSurroundings();
  const votes = (poll.results?.answer_counts ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <p class="poll-footer">
      {votes === 1 ? '1 vote' : `${votes} votes`}
      {isOpen && poll.expiry != null && <span> · ends {formatTimestamp(Date.parse(poll.expiry) / 1000, 'R', nowMs())}</span>}
      {isOpen && hasVoted && (
        <button
          type="button"
          class="link"
          onClick={() => void seat.attempt('vote', { answers: [], channelId: message.channel_id, messageId: message.id })}
        >
          Remove vote
        </button>
      )}
    </p>
  );
}
