import { OptionsError, refuseUnknownOptions, systemClock } from '@aplomb/base';
import type { Clock } from '@aplomb/base';
import type { FakeDiscord, TestOptions } from '@aplomb/fake-discord';
import { pageFolder } from '../page-folder.cjs';
import type { PlaygroundBot } from './shards/PlaygroundBot.js';

/** How a playground is to be. */
export interface PlaygroundOptions {
  /** The Discord that people act on. It stays its owner's: closing the playground does not close it. */
  readonly discord: FakeDiscord;
  /**
   * The bot, for what only it knows: stages, latencies and budgets of its shards, and errors of its handlers. Any object will do that shows some of it.
   *
   * @defaultValue none: shards are shown as the gateway sees them, and labelled so
   */
  readonly bot?: PlaygroundBot;
  /**
   * Where the time of frames and of patience comes from. It is not the world's, which can be stopped.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
  /**
   * Whether the page is opened in the browser of this machine.
   *
   * @defaultValue `false`
   */
  readonly openBrowser?: boolean;
  /**
   * The folder of the built page, with its `index.html`.
   *
   * @defaultValue the one that comes with this package
   */
  readonly pageFolder?: string;
  /**
   * The port on 127.0.0.1; 0 takes a free one.
   *
   * @defaultValue `0`
   */
  readonly port?: number;
  /**
   * How recordings are written as tests: what they are called, and where the function that starts the bot is imported from.
   *
   * @defaultValue `{}`
   */
  readonly recordedTest?: TestOptions;
}

/** Options with every gap filled. */
export type ResolvedPlaygroundOptions = Required<PlaygroundOptions>;

const PORT_MAX = 65_535;

/**
 * Fills what was left out.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`, or `MISSING_OPTION` without a `discord`
 */
export function resolvePlaygroundOptions(given: PlaygroundOptions): ResolvedPlaygroundOptions {
  const { discord, bot } = checkShapes(given);
  const options = { clock: systemClock, openBrowser: false, pageFolder, port: 0, recordedTest: {}, ...given, bot, discord };
  if (Number.isInteger(options.port) && options.port >= 0 && options.port <= PORT_MAX) return options;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`port\` is ${String(options.port)}.`,
    cure: `Give a whole number from 0 to ${PORT_MAX}.`,
  });
}

/** What is needed of each, before anything is begun with it. */
function checkShapes(given: Partial<PlaygroundOptions> = {}): Required<Pick<PlaygroundOptions, 'bot' | 'discord'>> {
  refuseUnknownOptions('startPlayground', given, ['discord', 'bot', 'clock', 'openBrowser', 'pageFolder', 'port', 'recordedTest']);
  const { bot = {}, discord } = given;
  if (discord === undefined) {
    throw new OptionsError('MISSING_OPTION', {
      what: 'startPlayground was given no `discord`.',
      cure: 'Give it `await FakeDiscord.start()` of @aplomb/fake-discord.',
    });
  }
  if (typeof (discord as Partial<FakeDiscord> | null)?.observe !== 'function') {
    throw new OptionsError('INVALID_OPTION', {
      what: '`discord` is no FakeDiscord.',
      cure: 'Give `await FakeDiscord.start()` of @aplomb/fake-discord; the bot is the option `bot`.',
    });
  }
  if (typeof bot === 'object' && (bot as PlaygroundBot | null) !== null) return { bot, discord };
  throw new OptionsError('INVALID_OPTION', { what: '`bot` is no object.', cure: 'Give the client of the bot, or leave it out.' });
}
