import type { RESTPostAPIChannelThreadsJSONBody } from 'discord-api-types/v10';
import { checkNames, wire, type Names } from '../../builders/wire.js';

/** A new thread. */
export interface ThreadOptions {
  /**
   * After how many minutes without a message it is archived.
   *
   * @defaultValue what the channel says
   */
  readonly autoArchiveMinutes?: 60 | 1440 | 4320 | 10080;
  /**
   * Whether everybody in a private thread may add people.
   *
   * @defaultValue `true`
   */
  readonly invitable?: boolean;
  /**
   * Whether only those see it who are in it.
   *
   * @defaultValue `false`
   */
  readonly isPrivate?: boolean;
  /** 1 to 100 characters. */
  readonly name: string;
  /**
   * How many seconds each has to wait after a message: 0 to 21,600.
   *
   * @defaultValue what the channel says
   */
  readonly slowmodeSeconds?: number;
}

const NAMES: Names<ThreadOptions> = {
  autoArchiveMinutes: 'value',
  invitable: 'value',
  isPrivate: 'value',
  name: 'required value',
  slowmodeSeconds: 'value',
};

/**
 * A new thread as Discord reads it, but for its kind. Its limits are checked by the call.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`, `INVALID_BODY`
 */
export function threadBody(options: ThreadOptions): RESTPostAPIChannelThreadsJSONBody {
  checkNames('thread', options, NAMES);
  const { autoArchiveMinutes, invitable, name, slowmodeSeconds } = options;
  return wire<RESTPostAPIChannelThreadsJSONBody>({
    name,
    auto_archive_duration: autoArchiveMinutes,
    invitable,
    rate_limit_per_user: slowmodeSeconds,
  });
}
