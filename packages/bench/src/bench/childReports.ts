import type { ChildProcess } from 'node:child_process';

/** The next message of this type from a child process; rejects when the child ends first. */
export function reportOf<T extends { readonly type: string }>(child: ChildProcess, type: T['type']): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if ((message as T).type !== type) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(message as T);
    };
    const onExit = (code: number | null): void => {
      reject(new RangeError(`a benchmark process ended with ${code} before it said "${type}"`));
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
