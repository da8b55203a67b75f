import { fork } from 'node:child_process';
import { once } from 'node:events';
import { CERTIFICATE_FILE } from './RawServer.js';

/** What a connection to this URL hears until its end, in a process that trusts the test's certificate. */
export async function heardByProcess(url: string, mode: '' | 'paused' | 'throws' = ''): Promise<readonly string[]> {
  const heard: string[] = [];
  const child = fork(`${__dirname}/../faults/child/runTypeScript.cjs`, [require.resolve('./child/listen.ts'), url, mode], {
    execArgv: [],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: CERTIFICATE_FILE },
  });
  child.on('message', (entry) => heard.push(entry as string));
  const stop = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await once(child, 'exit');
  clearTimeout(stop);
  return heard;
}
