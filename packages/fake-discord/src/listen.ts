import type { Server } from 'node:http';
import { FakeDiscordError } from './errors.js';

/**
 * Lets a server listen on 127.0.0.1.
 *
 * @throws {@link FakeDiscordError} `FAKE_CANNOT_LISTEN`
 */
export function listen(http: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      const what = `FakeDiscord cannot listen on port ${String(port)}: ${cause.message}.`;
      reject(new FakeDiscordError('FAKE_CANNOT_LISTEN', { what, cure: 'Leave `port` out to get a free one.', cause }));
    };
    http.once('error', fail);
    http.listen(port, '127.0.0.1', () => {
      http.off('error', fail);
      resolve();
    });
  });
}
