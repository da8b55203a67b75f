import type { Stage } from '../actors/Stage.js';
import { RefusedError, FakeDiscordError } from '../errors.js';
import type { Act, DoneAct } from '../watch/Act.js';
import type { InteractionNews } from '../watch/InteractionNews.js';
import { isObject } from '../world/forms/Form.js';
import type { MessageRecord } from '../world/MessageLog.js';
import type { Occurrence } from '../world/World.js';
import { encodeChannel, encodeValue } from './encodeValue.js';
import type { ActStep, RecordedStep, RecordedValue } from './RecordedStory.js';
import { recordMessage } from './recordMessage.js';

/** Plain messages, replies, and answers to commands: what a bot says of its own accord. */
const SAID: readonly number[] = [0, 19, 20, 23];

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Writes down what people do and what the bot does about it. */
export class Recorder {
  readonly steps: RecordedStep[] = [];

  private readonly ends: readonly (() => void)[];
  private readonly open: Mutable<ActStep>[] = [];
  private readonly said = new Set<string>();
  private readonly stage: Stage;

  constructor(stage: Stage) {
    this.stage = stage;
    this.ends = [...this.followPeople(), ...this.followBot()];
  }

  stop(): void {
    for (const end of this.ends) end();
  }

  private followPeople(): readonly (() => void)[] {
    const { acts, advances, doneActs, strikes } = this.stage;
    return [
      acts.listen((act) => {
        this.begin(act);
      }),
      doneActs.listen((done) => {
        this.finish(done);
      }),
      advances.listen((ms) => {
        this.steps.push({ type: 'advance', ms });
      }),
      strikes.listen(({ args, name }) => {
        if (!args.some(isCode)) this.steps.push({ type: 'fault', name, args: this.encoded(args) });
      }),
    ];
  }

  private followBot(): readonly (() => void)[] {
    return [
      this.stage.world.occurrences.listen((occurrence) => {
        this.hear(occurrence);
      }),
      this.stage.interactionStates.news.listen((news) => {
        this.answered(news);
      }),
    ];
  }

  private begin({ args, moderation, user, verb, what }: Act): void {
    const step: ActStep = {
      type: 'act',
      args: this.encoded(args),
      by: user.id,
      moderation: moderation === null ? null : { guildId: moderation.guild.id, reason: moderation.reason },
      refusal: null,
      result: null,
      verb,
      what,
    };
    this.open.push(step);
    this.steps.push(step);
  }

  private encoded(args: readonly unknown[]): readonly RecordedValue[] {
    return said(args).map((arg) => encodeValue(this.stage.world, arg));
  }

  /** Acts end in the step in which they began, the last one first. */
  private finish({ error, result }: DoneAct): void {
    const step = this.open.pop();
    if (step === undefined) return;
    if (error === undefined) step.result = encodeValue(this.stage.world, result);
    else if (error instanceof FakeDiscordError)
      step.refusal = { code: error.code, discordCode: error instanceof RefusedError ? error.refusal.discordCode : null };
  }

  private hear({ channelId, d, t }: Occurrence): void {
    if (!isObject(d) || channelId === null) return;
    if (t === 'MESSAGE_CREATE' || t === 'MESSAGE_UPDATE') this.hearMessage(channelId, String(d['id']), t === 'MESSAGE_CREATE');
    else if (t === 'MESSAGE_DELETE' && this.said.has(String(d['id']))) this.steps.push({ type: 'deletion', id: String(d['id']) });
    else if (t === 'MESSAGE_REACTION_ADD' || t === 'MESSAGE_REACTION_REMOVE') this.hearReaction(d, t === 'MESSAGE_REACTION_ADD');
  }

  private hearMessage(channelId: string, id: string, isNew: boolean): void {
    const record = this.stage.world.channel(channelId).messages.find(id);
    if (record === undefined || !isOfBots(record) || (!isNew && !this.said.has(id))) return;
    this.said.add(id);
    const message = recordMessage(record.payload, this.stage.world.bot.id);
    const channel = encodeChannel(this.stage.world, channelId);
    this.steps.push({ type: 'message', channel, id, isNew, message, seenBy: record.onlyFor });
  }

  private hearReaction(d: Readonly<Record<string, unknown>>, isAdded: boolean): void {
    if (d['user_id'] !== this.stage.world.bot.id) return;
    const { id, name } = d['emoji'] as { readonly id: string | null; readonly name: string };
    this.steps.push({ type: 'reaction', isAdded, messageId: String(d['message_id']), emoji: id === null ? name : `${name}:${id}` });
  }

  private answered({ choices, id: interactionId, modal, state }: InteractionNews): void {
    if (state !== 'choices' && state !== 'failed' && state !== 'modal') return;
    this.steps.push({
      type: 'answer',
      interactionId,
      state,
      ...(choices !== undefined && { choices }),
      ...(modal !== undefined && { modal: { custom_id: modal.custom_id, title: modal.title } }),
    });
  }
}

function isOfBots({ payload: { author, type } }: MessageRecord): boolean {
  return author.bot === true && SAID.includes(type);
}

/** What a test made of it could not say: a function, or an object that holds one. */
function isCode(value: unknown): boolean {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && Object.values(value).some(isCode));
}

/** Arguments without those at the end that say nothing. */
function said(args: readonly unknown[]): readonly unknown[] {
  const last = args.at(-1);
  const saysNothing = last === undefined || (typeof last === 'object' && last !== null && Object.keys(last).length === 0);
  return args.length > 0 && saysNothing ? said(args.slice(0, -1)) : args;
}
