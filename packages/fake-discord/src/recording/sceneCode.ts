import { escapeUnseen } from './escapeUnseen.js';
import type { Line } from './Line.js';
import type { Names } from './Names.js';
import { printExpected, printGiven, printValue, quoted } from './printValue.js';
import type { ActStep, AnswerStep, MessageStep, ReactionStep, RecordedMessage, RecordedValue } from './RecordedStory.js';
import { expectedFields } from './recordMessage.js';
import type { Outcome, Scene } from './scenesOf.js';
import { thingKey } from './thingKey.js';
import { UnknownThing } from './UnknownThing.js';

/** The lines that do a deed again, and expect what the bot did about it. */
export function sceneCode({ deed, outcomes }: Scene, names: Names): readonly Line[] {
  return [...deedCode(deed, names), ...outcomes.flatMap((outcome) => known(() => outcomeCode(outcome, names), 'what the bot did'))];
}

function deedCode(deed: Scene['deed'], names: Names): readonly Line[] {
  if (deed === null) return [];
  if (deed.type === 'advance') return [{ text: `await discord.advance(${String(deed.ms).replace(/\B(?=(\d{3})+$)/g, '_')})` }];
  if (deed.type === 'fault') return [{ text: `discord.faults.${deed.name}(${deed.args.map((arg) => printValue(arg, names)).join(', ')})` }];
  return known(() => actCode(deed, names), deed.what);
}

/** Lines about things that the recording saw come; of others a comment is left. */
function known(lines: () => readonly Line[], what: string): readonly Line[] {
  try {
    return lines();
  } catch (error) {
    if (!(error instanceof UnknownThing)) throw error;
    return [
      {
        text: `// Left out (${escapeUnseen(what.replaceAll('\n', ' '))}): it is about ${error.id}, which was there before the recording began.`,
      },
    ];
  }
}

function actCode({ args, by, moderation, refusal, result, verb }: ActStep, names: Names): readonly Line[] {
  const person = printValue({ $user: by }, names);
  const reason = moderation?.reason === null || moderation === null ? '' : `, ${quoted(moderation.reason)}`;
  const actor = moderation === null ? person : `${person}.moderate(${printValue({ $guild: moderation.guildId }, names)}${reason})`;
  const call = `${actor}.${callCode({ args, by, verb }, names)}`;
  if (refusal !== null) return [{ text: `await expect(${call}).rejects.toMatchObject(${printValue(refused(refusal), names)})` }];
  const id = declareResult(result, { names, wish: wishFor(verb, args) });
  return [{ text: `await ${call}`, ...(id !== undefined && { declares: id }) }];
}

/** What is sent to the bot alone needs no word of where. */
function callCode({ args, by, verb }: Pick<ActStep, 'args' | 'by' | 'verb'>, names: Names): string {
  const [where] = args;
  const isDirect = verb === 'send' && typeof where === 'object' && where !== null && '$direct' in where && where['$direct'] === by;
  const given = isDirect ? args.slice(1) : args;
  return `${isDirect ? 'sendDirect' : verb}(${given.map((arg) => printValue(arg, names)).join(', ')})`;
}

function refused({ code, discordCode }: NonNullable<ActStep['refusal']>): RecordedValue {
  return { code, ...(discordCode !== null && { refusal: { discordCode } }) };
}

function declareResult(result: RecordedValue, { names, wish }: { readonly names: Names; readonly wish: string }): string | undefined {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return undefined;
  const [[kind, id] = ['', '']] = Object.entries(result);
  if (!kind.startsWith('$') || typeof id !== 'string') return undefined;
  const key = thingKey(kind, id);
  // What is edited is the same message as before, and has its variable.
  if (names.has(key)) return undefined;
  names.declare(key, wish);
  return key;
}

function wishFor(verb: string, args: readonly RecordedValue[]): string {
  const [, second] = args;
  if (verb === 'send' || verb === 'forward') return 'message';
  return typeof second === 'string' ? second : verb;
}

function outcomeCode(outcome: Outcome, names: Names): readonly Line[] {
  switch (outcome.type) {
    case 'message':
      return outcome.isNew ? saidCode(outcome, names) : changedCode(outcome, names);
    case 'deletion':
      return [{ text: `expect(${printValue({ $message: outcome.id }, names)}.isDeleted).toBe(true)` }];
    case 'reaction':
      return [reactionCode(outcome, names)];
    case 'answer':
      return [answerCode(outcome, names)];
  }
}

function saidCode({ channel, id, message, seenBy }: MessageStep, names: Names): readonly Line[] {
  const options = seenBy === null ? '' : `, { seenBy: ${printValue({ $user: seenBy }, names)} }`;
  const text = `await expectMessage(${printValue(channel, names)}, ${expected(message, names)}${options})`;
  names.declare(id, 'answer');
  return [{ declares: id, text }];
}

function changedCode({ id, message }: MessageStep, names: Names): readonly Line[] {
  return [{ text: `expect(${printValue({ $message: id }, names)}.data).toMatchObject(${expected(message, names)})` }];
}

function reactionCode({ emoji, isAdded, messageId }: ReactionStep, names: Names): Line {
  const name = printGiven(emoji.split(':')[0] ?? '', names);
  const subject = `expect(${printValue({ $message: messageId }, names)}.reactions)`;
  return { text: isAdded ? `${subject}.toMatchObject({ ${name}: expect.any(Number) })` : `${subject}.not.toHaveProperty(${name})` };
}

function answerCode({ choices, interactionId, modal, state }: AnswerStep, names: Names): Line {
  const interaction = printValue({ $interaction: interactionId }, names);
  const print = (value: RecordedValue): string => printValue(value, names, (text) => printExpected(text, names));
  if (state === 'modal' && modal !== undefined)
    return { text: `expect(${interaction}.modal).toMatchObject(${print({ customId: modal.custom_id, title: modal.title })})` };
  if (state === 'choices') return { text: `expect(${interaction}.choices).toMatchObject(${print(choices as unknown as RecordedValue)})` };
  return { text: `expect(${interaction}.isAnswered).toBe(false)` };
}

function expected(message: RecordedMessage, names: Names): string {
  return printValue(expectedFields(message), names, (text) => printExpected(text, names));
}
