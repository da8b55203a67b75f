import { OptionsError } from '@aplomb/base';
import type { APIUser } from 'discord-api-types/v10';
import { RefusedError } from '../../errors.js';
import type { Act } from '../../watch/Act.js';
import type { Stage } from '../Stage.js';

/** Who acts, and where. */
export interface Person {
  /** Where and why, for what is done as a moderator. */
  readonly moderation?: NonNullable<Act['moderation']>;
  readonly stage: Stage;
  readonly user: APIUser;
}

/** Something that people can do. */
export interface ActSpec<Actor extends Person, Args extends readonly unknown[], Result> {
  readonly deed: (person: Actor, ...args: Args) => Result;
  /** What must hold besides, before it is over, where nobody can say when the bot is done. */
  readonly isOver: (result: Result) => boolean;
  /** The name of its method. */
  readonly verb: string;
  /** What it is called when it is refused: `message to #general`, of what it was done with, or `edit`. */
  readonly what: string | ((...args: Args) => string);
}

/** Writes down something that people can do: its method, its name in words, and the deed. */
export function act<Actor extends Person, Args extends readonly unknown[], Result>(
  verb: string,
  what: string | ((...args: Args) => string),
  deed: (person: Actor, ...args: Args) => Result,
  isOver: (result: NoInfer<Result>) => boolean = () => true,
): ActSpec<Actor, Args, Result> {
  return { verb, what, deed, isOver };
}

/** What an act is done to comes first, and is there: it is `undefined` when a test got nothing where it expected something. */
function refuseNothing(verb: string, args: readonly unknown[]): void {
  if (args.length === 0 || args[0] !== undefined) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${verb}\` was called with undefined.`,
    cure: 'Look where its first argument comes from: there was nothing.',
  });
}

/** Lets somebody do it. Resolves when all that it led to has happened; who listens to acts hears of it before and after. */
export function perform<Actor extends Person, Args extends readonly unknown[], Result>(
  person: Actor,
  { deed, isOver, verb, what }: ActSpec<Actor, Args, Result>,
  args: Args,
): Promise<Result> {
  const { moderation = null, stage, user } = person;
  return stage.act(() => {
    refuseNothing(verb, args);
    const done: Act = { args, moderation, user, verb, what: typeof what === 'string' ? what : what(...args) };
    stage.acts.tell(done);
    try {
      const result = deed(person, ...args);
      stage.doneActs.tell({ act: done, result });
      return result;
    } catch (thrown) {
      const error = thrown instanceof RefusedError ? new RefusedError(thrown.refusal, `${user.username}'s ${done.what}`) : thrown;
      stage.doneActs.tell({ act: done, error });
      throw error;
    }
  }, isOver);
}
