import type {
  ActStep,
  AdvanceStep,
  AnswerStep,
  DeletionStep,
  FaultStep,
  MessageStep,
  ReactionStep,
  RecordedStep,
} from './RecordedStory.js';

/** What there is to see of the bot when a deed has led to all that it will. */
export type Outcome = AnswerStep | DeletionStep | MessageStep | ReactionStep;

/** A deed, and what the bot did about it. */
export interface Scene {
  /** `null` for what came before the first deed. */
  readonly deed: ActStep | AdvanceStep | FaultStep | null;
  readonly outcomes: readonly Outcome[];
}

/**
 * Puts steps together: of a message that was posted and changed several times only its last state can be seen when the deed is over, and of one that only says
 * that the bot is thinking nothing, until it says something.
 */
export function scenesOf(steps: readonly RecordedStep[]): readonly Scene[] {
  const seen = new Set<string>();
  return groups(steps).map(([deed, outcomes]) => ({ deed, outcomes: settled(outcomes, seen) }));
}

function groups(steps: readonly RecordedStep[]): readonly (readonly [Scene['deed'], readonly Outcome[]])[] {
  const all: [Scene['deed'], Outcome[]][] = [[null, []]];
  for (const step of steps) {
    if (step.type === 'act' || step.type === 'advance' || step.type === 'fault') all.push([step, []]);
    else all.at(-1)?.[1].push(step);
  }
  return all.filter(([deed, outcomes]) => deed !== null || outcomes.length > 0);
}

/** @param seen - The messages that could be seen before; those that can be seen now are added. */
function settled(outcomes: readonly Outcome[], seen: Set<string>): readonly Outcome[] {
  const last = new Map<string, Outcome>();
  for (const outcome of outcomes) last.set(keyOf(outcome), outcome);
  return [...last.values()].flatMap((outcome): readonly Outcome[] => {
    if (outcome.type === 'message') return settledMessage(outcome, seen);
    return outcome.type === 'deletion' && !seen.delete(outcome.id) ? [] : [outcome];
  });
}

function settledMessage(step: MessageStep, seen: Set<string>): readonly MessageStep[] {
  if (step.message.isLoading) return [];
  const isNew = !seen.has(step.id);
  seen.add(step.id);
  return [{ ...step, isNew }];
}

/** Of outcomes with the same key only the last counts. */
function keyOf(outcome: Outcome): string {
  switch (outcome.type) {
    case 'answer':
      return `answer ${outcome.interactionId}`;
    case 'reaction':
      return `reaction ${outcome.messageId} ${outcome.emoji}`;
    default:
      return `message ${outcome.id}`;
  }
}
