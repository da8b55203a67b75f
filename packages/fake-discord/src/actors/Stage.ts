import type { Clock } from '@aplomb/base';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Deeds } from '../world/Deeds.js';
import type { Signal } from '../Signal.js';
import type { Act, DoneAct } from '../watch/Act.js';
import type { InteractionStates } from '../watch/InteractionStates.js';
import type { Strike } from '../recording/tellFaults.js';
import type { World } from '../world/World.js';

/** A command that was arranged; everywhere, or in one guild. */
export interface ArrangedCommand {
  readonly command: RESTPostAPIApplicationCommandsJSONBody;
  readonly guildId: string | null;
}

/** What guilds, channels and people act on. */
export interface Stage extends Deeds {
  /** What people do, told before they do it. */
  readonly acts: Signal<Act>;
  /** The same right after the deed, before what it leads to. */
  readonly doneActs: Signal<DoneAct>;
  /** By how much time is moved, in milliseconds, told before it is. */
  readonly advances: Signal<number>;
  /** The commands that were arranged, as Discord's JSON for them. */
  readonly arrangedCommands: ArrangedCommand[];
  readonly interactionStates: InteractionStates;
  /** What was made to go wrong. */
  readonly strikes: Signal<Strike>;
  /** What expectations wait on: real time, also where the world has a clock wound by hand. */
  readonly realClock: Clock;
  readonly world: World;
  /** Ids of the messages that an expectation has been satisfied with. */
  readonly expected: Set<string>;
  /**
   * Does a deed at once and resolves with its result when all that it led to has happened. `isOver` says what more to wait for, where nobody can say when
   * the bot is done because none was attached: until it holds, or three seconds have passed.
   *
   * @throws {@link FakeDiscordError} `FAKE_UNSETTLED` when it never comes to rest, `FAKE_BOT_FAILED` when an attached bot reported an error,
   *   `FAKE_CLOSED` after `close()`
   */
  act<Result>(deed: () => Result, isOver?: (result: Result) => boolean): Promise<Result>;
  /** Throws what attached bots have reported since the last time. */
  throwBotErrors(): void;
}
