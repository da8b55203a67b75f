import type { ChildProcess } from 'node:child_process';

/** Nothing that is measured takes as long: a process that is silent for longer has lost something. */
const PATIENCE_MS = 300_000;

/** The next message of this type from a child process; rejects when the child ends first, or is silent for too long. */
export function reportOf<T extends { readonly type: string }>(child: ChildProcess, type: T['type']): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onMessage = (message: unknown): void => {
      if ((message as T).type !== type) return;
      settle();
      resolve(message as T);
    };
    const fail = (what: string): void => {
      settle();
      reject(new RangeError(`a benchmark process ${what} before it said "${type}"`));
    };
    const onExit = (code: number | null): void => {
      fail(`ended with ${code}`);
    };
    const timer = setTimeout(fail, PATIENCE_MS, `was silent for ${PATIENCE_MS / 1_000} s`);
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
