import { spawn } from 'node:child_process';
import { browserCommand } from './browserCommand.js';

/** Opens an address in the browser of this machine. Where there is none, nothing happens: the address was printed, too. */
export function openBrowser(url: string): void {
  const [program, ...args] = browserCommand(process.platform, url);
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
