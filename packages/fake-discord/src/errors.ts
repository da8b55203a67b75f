import { AplombError } from '@aplomb/base';

/** The codes of errors that the fake Discord itself throws at a test. Wrong arguments are `OptionsError`s of `@aplomb/base`. */
export type FakeDiscordErrorCode =
  | 'FAKE_ALREADY_MEMBER'
  | 'FAKE_BOT_FAILED'
  | 'FAKE_CANNOT_LISTEN'
  | 'FAKE_CLOSED'
  | 'FAKE_EXPECTATION_FAILED'
  | 'FAKE_IMPOSSIBLE_ACT'
  | 'FAKE_NOT_SIMULATED'
  | 'FAKE_REFUSED'
  | 'FAKE_UNSETTLED';

/** Something that the fake Discord could not do for a test, or that a test should know of. The cure says what to change. */
export class FakeDiscordError extends AplombError<FakeDiscordErrorCode> {}

/** The nested `errors` of a form that Discord did not accept. Leaves are `{ _errors: [{ code, message }] }`. */
export interface FormErrorTree {
  [key: string]: FormErrorTree | readonly FormErrorLeaf[];
}

/** One complaint about one field. */
export interface FormErrorLeaf {
  readonly code: string;
  readonly message: string;
}

/** What Discord would answer instead of doing what was asked. */
export interface Refusal {
  /** Discord's JSON error code, for example 50013. */
  readonly discordCode: number;
  /** Discord's wording. */
  readonly discordMessage: string;
  /** Which field is wrong and why, for code 50035. */
  readonly errors?: FormErrorTree | undefined;
  /** The HTTP status, for example 403. */
  readonly status: number;
}

/**
 * Discord says no. A bot gets it as an HTTP answer; a person whose act is refused gets it thrown.
 *
 * @see {@link https://docs.discord.com/developers/topics/opcodes-and-status-codes#json | JSON error codes}
 */
export class RefusedError extends FakeDiscordError {
  /** The answer that a bot would have got. */
  readonly refusal: Refusal;

  constructor(refusal: Refusal, act = 'The request') {
    const { discordCode, discordMessage, status } = refusal;
    super('FAKE_REFUSED', {
      what: `${act} was refused with status ${String(status)}, code ${String(discordCode)}: ${discordMessage}.${details(refusal)}`,
      cure: 'Grant what is missing (roles, overwrites), or change what is sent.',
    });
    this.refusal = refusal;
  }
}

function details({ errors }: Refusal): string {
  return errors === undefined ? '' : ` Its \`errors\` are ${JSON.stringify(errors)}.`;
}
