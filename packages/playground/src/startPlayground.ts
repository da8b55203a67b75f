import { openBrowser } from './openBrowser.js';
import { Playground } from './Playground.js';
import { resolvePlaygroundOptions } from './PlaygroundOptions.js';
import type { PlaygroundOptions } from './PlaygroundOptions.js';

/**
 * Opens a page on this machine on which people talk to a bot that lives on a fake Discord: as one person or several side by side, with everything that
 * happens on a timeline, faults at the push of a button, and a clock that can be stopped and moved.
 *
 * It listens on 127.0.0.1 only, and lets in whoever has the token in {@link Playground.url}.
 *
 * @example
 * ```ts
 * import { FakeDiscord } from '@aplomb/fake-discord';
 * import { startPlayground } from '@aplomb/playground';
 *
 * const discord = await FakeDiscord.start();
 * discord.addGuild({ name: 'Home' }).addTextChannel('general');
 * const playground = await startPlayground({ discord, port: 3_000, openBrowser: true });
 * console.log(playground.url);
 * ```
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION` or `MISSING_OPTION`
 * @throws {@link PlaygroundError} `PLAYGROUND_CANNOT_LISTEN` when the port is taken
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const resolved = resolvePlaygroundOptions(options);
  const playground = await Playground.open(resolved);
  if (resolved.openBrowser) openBrowser(playground.url);
  return playground;
}
