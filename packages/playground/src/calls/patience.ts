import type { Clock } from '@aplomb/base';
import { AplombError } from '@aplomb/base';
import type { User } from '@aplomb/fake-discord';

/** Longer than most bots at rest take. A page must not wait for one that is never at rest. */
const PATIENCE_MS = 50;

/** Rejections that say something of the bot, and not of what the person did: that is done. */
export function isOfTheBot(error: unknown): boolean {
  return AplombError.is(error) && (error.code === 'FAKE_UNSETTLED' || error.code === 'FAKE_BOT_FAILED');
}

/**
 * Waits for something that a person does. It is done at once, and refused at once; what acts wait for besides is that the bot comes to rest, which under
 * load it never does. Then this resolves with `undefined`.
 */
export async function patiently<Value>(clock: Clock, act: Promise<Value>): Promise<Value | undefined> {
  let cancel = (): void => undefined;
  const limit = new Promise<undefined>((resolve) => {
    cancel = clock.after(PATIENCE_MS, () => {
      resolve(undefined);
    });
  });
  try {
    return await Promise.race([act, limit]);
  } catch (error) {
    if (isOfTheBot(error)) return undefined;
    throw error;
  } finally {
    cancel();
  }
}

/** The id of what a person makes: of the first thing that they hear of while they do it, with an event of the name `t`. */
export async function idOfNew(
  clock: Clock,
  { t, user }: { readonly t: string; readonly user: User },
  act: () => Promise<unknown>,
): Promise<string> {
  let id = '';
  const end = user.watch((event) => {
    if (event.t === t && id === '') ({ id } = event.d as { readonly id: string });
  });
  const done = act();
  end();
  await patiently(clock, done);
  return id;
}
