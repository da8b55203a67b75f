import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useSeat } from '../state/seatContext.js';
import { Dialog } from '../ui/Dialog.js';

const answersMax = 10;

interface PollDialogProps {
  readonly channelId: string;
  readonly onClose: () => void;
}

/** A poll being made. */
export function PollDialog({ channelId, onClose }: PollDialogProps): VNode {
  const seat = useSeat();
  const [question, setQuestion] = useState('');
  const [answers, setAnswers] = useState<readonly string[]>(['', '']);
  const [allowMultiselect, setMultiple] = useState(false);
  const [durationHours, setDuration] = useState(24);
  const given = answers.map((answer) => answer.trim()).filter(Boolean);
  const post = async (event: Event): Promise<void> => {
    event.preventDefault();
    const poll = { allowMultiselect, answers: given, durationHours, question };
    if ((await seat.attempt('send', { channelId, content: '', poll })) !== undefined) onClose();
  };
  return (
    <Dialog isKept title="Make a poll" onClose={onClose}>
      <form class="dialog-body" onSubmit={(event) => void post(event)}>
        <label class="field">
          Question
          <input data-autofocus required maxLength={300} value={question} onInput={(event) => setQuestion(event.currentTarget.value)} />
        </label>
        {answers.map((answer, index) => (
          <label key={index} class="field">
            Answer {index + 1}
            <input maxLength={55} value={answer} onInput={(event) => setAnswers(answers.with(index, event.currentTarget.value))} />
          </label>
        ))}
        {answers.length < answersMax && (
          <button type="button" class="link" onClick={() => setAnswers([...answers, ''])}>
            Another answer
          </button>
        )}
        <label class="field">
          Hours that it runs
          <input
            type="number"
            min={1}
            max={768}
            value={durationHours}
            onInput={(event) => setDuration(event.currentTarget.valueAsNumber)}
          />
        </label>
        <label class="check-line">
          <input type="checkbox" checked={allowMultiselect} onChange={(event) => setMultiple(event.currentTarget.checked)} />
          Several answers may be chosen
        </label>
        <button type="submit" class="button is-primary" disabled={question.trim() === '' || given.length === 0}>
          Post
        </button>
      </form>
    </Dialog>
  );
}
