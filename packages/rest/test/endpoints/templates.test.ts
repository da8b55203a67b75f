import { describe, expect, it } from '@jest/globals';
import { templateEndpoints } from '../../src/endpoints/templates.js';
import { itCalls } from './itCalls.js';
import { RecordingRequester } from './RecordingRequester.js';

const brief = { maxWaitMs: 1_000 };
const body = { name: 'Home', description: null };

describe('guild templates', () => {
  itCalls(templateEndpoints, [
    ['get', ['hgM48av5Q69A', brief], 'GET /guilds/templates/hgM48av5Q69A', { ...brief, authorized: false }],
    ['list', ['1', brief], 'GET /guilds/1/templates', brief],
    ['create', ['1', body, brief], 'POST /guilds/1/templates', { ...brief, body }],
    ['sync', ['1', 'hgM48av5Q69A', brief], 'PUT /guilds/1/templates/hgM48av5Q69A', brief],
    ['edit', ['1', 'hgM48av5Q69A', { name: 'Den' }, brief], 'PATCH /guilds/1/templates/hgM48av5Q69A', { ...brief, body: { name: 'Den' } }],
    ['delete', ['1', 'hgM48av5Q69A', brief], 'DELETE /guilds/1/templates/hgM48av5Q69A', brief],
  ]);

  it('refuse a code that would lead elsewhere, and send nothing', async () => {
    const rest = new RecordingRequester();
    const templates = templateEndpoints(rest);
    await expect(templates.get('../1')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(templates.delete('1', '..')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});
