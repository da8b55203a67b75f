import { inspect } from 'node:util';
import { partialMatch } from '../actors/partialMatch.js';
import { FakeDiscordError } from '../errors.js';
import type { FakeDiscord } from '../FakeDiscord.js';
import { arrangeAgain } from './arrangeAgain.js';
import { Cast } from './Cast.js';
import type { Player } from './Cast.js';
import type { ActStep, AnswerStep, FaultStep, MessageStep, RecordedStory, RecordedValue } from './RecordedStory.js';
import { expectedFields } from './recordMessage.js';
import { scenesOf } from './scenesOf.js';
import type { Outcome, Scene } from './scenesOf.js';

/**
 * Does again what was recorded, and expects of the bot what it did then. What is missing of the world is arranged first, so a bot may be connected already.
 *
 * @throws {@link FakeDiscordError} `FAKE_EXPECTATION_FAILED` when the bot does something else
 * @throws {@link FakeDiscordError} `FAKE_IMPOSSIBLE_ACT` when an act is about something that was there before the recording began
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { FakeDiscord, replay, type RecordedStory } from '@aplomb/fake-discord';
 *
 * await using discord = await FakeDiscord.start();
 * // …a bot connects to discord.url…
 * await replay(discord, JSON.parse(readFileSync('recording.json', 'utf8')) as RecordedStory);
 * ```
 */
export async function replay(discord: FakeDiscord, recording: RecordedStory | { toJSON(): RecordedStory }): Promise<void> {
  const { steps, world } = 'toJSON' in recording ? recording.toJSON() : recording;
  const cast = new Cast();
  await arrangeAgain(discord, world, cast);
  for (const { deed, outcomes } of scenesOf(steps)) {
    await doAgain(discord, deed, cast);
    for (const outcome of outcomes) await expectAgain(outcome, cast);
  }
}

async function doAgain(discord: FakeDiscord, deed: Scene['deed'], cast: Cast): Promise<void> {
  if (deed === null) return;
  if (deed.type === 'advance') return discord.advance(deed.ms);
  if (deed.type === 'fault') return strike(discord, deed, cast);
  try {
    setResult(cast, deed.result, await act(deed, cast));
  } catch (error) {
    if (!(error instanceof FakeDiscordError) || error.code !== deed.refusal?.code) throw error;
    return;
  }
  if (deed.refusal !== null) throw different(`${deed.what} was refused with ${deed.refusal.code}`, 'it was done');
}

/** Some faults, as that all is down, are over when they say so; others go on. */
async function strike({ faults }: FakeDiscord, { args, name }: FaultStep, cast: Cast): Promise<void> {
  await invoke(faults, name, decoded(args, cast));
}

function act({ args, by, moderation, verb }: ActStep, cast: Cast): Promise<unknown> {
  const user = cast.user(by);
  const actor = moderation === null ? user : user.moderate(cast.guild(moderation.guildId), moderation.reason);
  return invoke(actor, verb, decoded(args, cast)) as Promise<unknown>;
}

function invoke(target: object, name: string, args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== 'function') throw different(`there was "${name}"`, 'there is nothing of the kind');
  return Reflect.apply(method, target, args);
}

function decoded(args: readonly RecordedValue[], cast: Cast): readonly unknown[] {
  return args.map((arg) => cast.decode(arg));
}

function setResult(cast: Cast, recorded: RecordedValue, result: unknown): void {
  if (typeof recorded !== 'object' || recorded === null || typeof result !== 'object' || result === null) return;
  const [[kind, id] = ['', '']] = Object.entries(recorded);
  if (kind.startsWith('$') && typeof id === 'string') cast.set(id, result as Player);
}

async function expectAgain(outcome: Outcome, cast: Cast): Promise<void> {
  if (outcome.type === 'message' && outcome.isNew) await expectMessageAgain(outcome, cast);
  else compareAgain(outcome, cast);
}

function compareAgain(outcome: Outcome, cast: Cast): void {
  switch (outcome.type) {
    case 'message':
      compare(cast, expectedFields(outcome.message), cast.message(outcome.id).data);
      break;
    case 'deletion':
      compare(cast, { isDeleted: true }, { isDeleted: cast.message(outcome.id).isDeleted });
      break;
    case 'reaction': {
      const name = outcome.emoji.split(':')[0] ?? '';
      compare(cast, { [name]: outcome.isAdded }, { [name]: name in cast.message(outcome.messageId).reactions });
      break;
    }
    case 'answer':
      compareAnswer(outcome, cast);
  }
}

async function expectMessageAgain({ channel, id, message, seenBy }: MessageStep, cast: Cast): Promise<void> {
  const options = seenBy === null ? {} : { seenBy: cast.user(seenBy) };
  cast.set(id, await cast.channel(channel).receive(cast.expectation(expectedFields(message)) as object, options));
}

function compareAnswer({ choices, interactionId, modal, state }: AnswerStep, cast: Cast): void {
  const interaction = cast.interaction(interactionId);
  if (state === 'failed') compare(cast, { isAnswered: false }, { isAnswered: interaction.isAnswered });
  else if (state === 'choices') compare(cast, { choices: choices as unknown as RecordedValue }, { choices: interaction.choices });
  else compare(cast, { customId: modal?.custom_id ?? '', title: modal?.title ?? '' }, interaction.modal);
}

function compare(cast: Cast, recorded: RecordedValue, actual: unknown): void {
  const expected = cast.expectation(recorded);
  if (!partialMatch(actual, expected)) throw different(inspect(expected, { depth: 8 }), inspect(actual, { depth: 8 }));
}

function different(then: string, now: string): Error {
  return new FakeDiscordError('FAKE_EXPECTATION_FAILED', {
    what: `The recording does not repeat itself. Then: ${then}. Now: ${now}.`,
    cure: 'See what has changed in the bot, or record again.',
  });
}
