import { describe, expect, it } from '@jest/globals';
import { commandEndpoints } from '../../src/endpoints/commands.js';
import { RecordingRequester } from './RecordingRequester.js';

const roll = { name: 'roll', description: 'Rolls dice' };

describe('the command endpoints', () => {
  it('keep what is global and what is one guild’s apart', async () => {
    const rest = new RecordingRequester();
    const commands = commandEndpoints(rest);
    await commands.list('1', { with_localizations: true });
    await commands.listForGuild('1', '2');
    await commands.edit('1', '3', roll);
    await commands.editForGuild('1', '2', '3', roll);
    await commands.replaceAll('1', [roll]);
    await commands.replaceAllForGuild('1', '2', []);
    await commands.delete('1', '3');
    await commands.deleteForGuild('1', '2', '3');
    expect(rest.calls).toEqual([
      ['GET /applications/1/commands', { query: { with_localizations: true } }],
      ['GET /applications/1/guilds/2/commands'],
      ['PATCH /applications/1/commands/3', { body: roll }],
      ['PATCH /applications/1/guilds/2/commands/3', { body: roll }],
      ['PUT /applications/1/commands', { body: [roll] }],
      ['PUT /applications/1/guilds/2/commands', { body: [] }],
      ['DELETE /applications/1/commands/3'],
      ['DELETE /applications/1/guilds/2/commands/3'],
    ]);
  });

  it('may create a command twice, since the second replaces the first', async () => {
    const rest = new RecordingRequester();
    await commandEndpoints(rest).create('1', roll);
    await commandEndpoints(rest).createForGuild('1', '2', roll);
    expect(rest.calls.map(([, options]) => options)).toEqual([
      { body: roll, isRepeatable: true },
      { body: roll, isRepeatable: true },
    ]);
  });

  it('tell the permissions of one command from those of all', async () => {
    const rest = new RecordingRequester();
    const commands = commandEndpoints(rest);
    await commands.permissionsForGuild('1', '2');
    await commands.permissions('1', '2', '3');
    await commands.setPermissions('1', '2', '3', { permissions: [] });
    expect(rest.calls).toEqual([
      ['GET /applications/1/guilds/2/commands/permissions'],
      ['GET /applications/1/guilds/2/commands/3/permissions'],
      ['PUT /applications/1/guilds/2/commands/3/permissions', { body: { permissions: [] } }],
    ]);
  });
});
