import { FakeDiscordError } from '../errors.js';

/** What a person cannot even try, because the app offers no way: a button that is not there, a value that cannot be typed. */
export function impossible(what: string, cure: string): FakeDiscordError {
  return new FakeDiscordError('FAKE_IMPOSSIBLE_ACT', { what, cure });
}

/** A list of what there is, for the cure of a misspelt name. */
export function listed(names: readonly string[]): string {
  return names.length === 0 ? 'There is none.' : `There is ${names.map((name) => `"${name}"`).join(', ')}.`;
}
