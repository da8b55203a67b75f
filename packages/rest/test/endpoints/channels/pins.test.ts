import { describe, expect, it } from '@jest/globals';
import { pinMethods } from '../../../src/endpoints/channels/pins.js';
import { RecordingRequester } from '../RecordingRequester.js';

function given(...answers: readonly unknown[]) {
  const rest = new RecordingRequester(...answers);
  return { rest, channels: pinMethods(rest) };
}

describe('the methods of pins', () => {
  it('lead to their routes', async () => {
    const { rest, channels } = given();
    await channels.pins('1', { limit: 10 });
    await channels.pinMessage('1', '2', { reason: 'rules' });
    await channels.unpinMessage('1', '2', { reason: 'old' });
    expect(rest.calls).toEqual([
      ['GET /channels/1/messages/pins', { query: { limit: 10 } }],
      ['PUT /channels/1/messages/pins/2', { reason: 'rules' }],
      ['DELETE /channels/1/messages/pins/2', { reason: 'old' }],
    ]);
  });

  it('include the routes that Discord keeps for old programs', async () => {
    const { rest, channels } = given();
    // By name, since a deprecated method is not to be called in new code.
    const old = new Map<string, unknown>(Object.entries(channels));
    for (const name of ['deprecatedPins', 'deprecatedPinMessage', 'deprecatedUnpinMessage']) {
      await (old.get(name) as (...ids: readonly string[]) => Promise<unknown>)('1', '2');
    }
    expect(rest.calls.map(([call]) => call)).toEqual(['GET /channels/1/pins', 'PUT /channels/1/pins/2', 'DELETE /channels/1/pins/2']);
  });

  it('refuse what is no id before anything is sent (Y-03)', async () => {
    const { rest, channels } = given();
    await expect(channels.pinMessage('1', '%2e%2e')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(channels.pins('..')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});

describe('the pins of a channel', () => {
  it('are paged through by the time of the last pin, as Discord wrote it, while there are more', async () => {
    const pin = (time: string, id: string) => ({ pinned_at: time, message: { id } });
    const { rest, channels } = given(
      { items: [pin('2026-01-02T00:00:00.123456+00:00', '3'), pin('2026-01-01T00:00:00.123456+00:00', '2')], has_more: true },
      { items: [pin('2025-01-01T00:00:00.123456+00:00', '1')], has_more: false },
    );
    const ids: string[] = [];
    for await (const { message } of channels.pins('1')) ids.push(message.id);
    expect(ids).toEqual(['3', '2', '1']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([
      { limit: 50 },
      { limit: 50, before: '2026-01-01T00:00:00.123456+00:00' },
    ]);
  });
});
