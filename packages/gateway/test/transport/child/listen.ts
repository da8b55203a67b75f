import { createHash } from 'node:crypto';
import { WsTransport } from '../../../src/transport/WsTransport.js';

// A connection in a process of its own, which alone can be told whose certificates to trust, and be left alive by an uncaught error. It says over IPC what
// it hears. While it is `paused` it waits before it reads; when its listener `throws`, it does so at the first message.

const [url = '', mode = ''] = process.argv.slice(3);
const tell = (heard: string): void => {
  process.send?.(heard);
};

const connection = new WsTransport().connect(
  { url },
  {
    opened: () => {
      tell('opened');
      if (mode === 'paused') setTimeout(() => connection.resume(), 50);
    },
    message: (bytes) => {
      tell(bytes.length < 100 ? `text ${bytes.toString()}` : createHash('sha1').update(bytes).digest('hex'));
      if (mode === 'throws' && bytes.toString() === 'first') throw new RangeError('a listener threw');
    },
    pong: () => {
      tell('pong');
    },
    closed: (end) => {
      tell(JSON.stringify(end));
      // Later: an error that a listener threw is on its way.
      setImmediate(() => {
        process.disconnect();
      });
    },
  },
);
if (mode === 'paused') connection.pause();
process.on('uncaughtException', ({ message }) => {
  tell(`uncaught ${message}`);
});
