import { AplombError } from '@aplomb/base';
import type { Rest } from '@aplomb/rest';
import { describe, expect, it } from '@jest/globals';
import { fetchGatewayInfo } from '../src/fetchGatewayInfo.js';

const failure = (code: string) => Object.assign(new AplombError(code, { what: 'It failed.', cure: 'Wait.' }), { status: 403 });

function ask(answer: unknown): Promise<unknown> {
  const getBot = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  return fetchGatewayInfo({ gateway: { getBot } } as unknown as Pick<Rest, 'gateway'>, new AbortController().signal);
}

describe('what Discord says about its gateway', () => {
  it('is told in the words of the gateway', async () => {
    const session_start_limit = { max_concurrency: 16, remaining: 7, reset_after: 1_000, total: 2_000 };
    await expect(ask({ url: 'wss://gateway.discord.gg', shards: 3, session_start_limit })).resolves.toEqual({
      url: 'wss://gateway.discord.gg',
      shards: 3,
      sessionStartLimit: { maxConcurrency: 16, remaining: 7, resetAfterMs: 1_000, total: 2_000 },
    });
  });

  it('is the last word only when the token is rejected: any other refusal comes without a status, so that it is asked again', async () => {
    await expect(ask(failure('TOKEN_REJECTED'))).rejects.toMatchObject({ code: 'TOKEN_REJECTED', status: 403 });
    const refused = await ask(failure('DISCORD_REFUSED')).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'GATEWAY_INFO_FAILED', cause: { code: 'DISCORD_REFUSED' } });
    expect(refused).not.toHaveProperty('status');
  });

  it('passes network failures on', async () => {
    await expect(ask(failure('REST_TIMED_OUT'))).rejects.toMatchObject({ code: 'REST_TIMED_OUT' });
  });
});
