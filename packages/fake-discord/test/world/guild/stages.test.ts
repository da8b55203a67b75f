import { beforeEach, describe, expect, it } from '@jest/globals';
import { addChannel } from '../../../src/world/arrange.js';
import type { GuildChannelRecord } from '../../../src/world/records.js';
import { joinVoice } from '../../../src/world/voice.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

let home: ApiHome;
let stage: GuildChannelRecord;

beforeEach(() => {
  home = makeApi({ botPermissions: ['ManageChannels', 'MuteMembers', 'MoveMembers'] });
  stage = addChannel(home.world, home.guild, { kind: 'stage', name: 'stage' });
  home.events.length = 0;
});

describe('a stage', () => {
  it('goes live, is changed, and closes', () => {
    const body = { channel_id: stage.id, topic: 'Town hall' };
    expect(home.ask('POST /stage-instances', body)).toMatchObject({
      status: 200,
      body: { ...body, guild_id: home.guild.id, privacy_level: 2 },
    });
    expect(home.ask('POST /stage-instances', body)).toMatchObject({ status: 400, body: { code: 150006 } });
    const at = `/stage-instances/${stage.id}`;
    expect([home.ask(`PATCH ${at}`, { topic: 'New' }).body, home.ask(`GET ${at}`).body]).toMatchObject([
      { topic: 'New' },
      { topic: 'New' },
    ]);
    expect([home.ask(`DELETE ${at}`).status, home.ask(`GET ${at}`)]).toMatchObject([204, { status: 404, body: { code: 10067 } }]);
    expect(home.told()).toEqual(['STAGE_INSTANCE_CREATE', 'STAGE_INSTANCE_UPDATE', 'STAGE_INSTANCE_DELETE']);
  });

  it('ends with its channel', () => {
    home.ask('POST /stage-instances', { channel_id: stage.id, topic: 'Town hall' });
    expect(home.ask(`DELETE /channels/${stage.id}`).status).toBe(200);
    expect([home.told(), home.guild.things.stageInstances.size]).toEqual([
      ['STAGE_INSTANCE_CREATE', 'STAGE_INSTANCE_DELETE', 'CHANNEL_DELETE'],
      0,
    ]);
  });

  it('is on a stage channel, with a topic', () => {
    expect(home.ask('POST /stage-instances', { channel_id: home.general.id, topic: 'x' })).toMatchObject({
      status: 400,
      body: { code: 50024 },
    });
    expect(home.ask('POST /stage-instances', { channel_id: stage.id, topic: 'x'.repeat(121) })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
  });

  it('lets a moderator give the word to who listens', () => {
    const at = `/guilds/${home.guild.id}/voice-states`;
    expect(home.ask(`GET ${at}/${home.alice.id}`)).toMatchObject({ status: 404, body: { code: 10065 } });
    joinVoice(home.world, home.alice, stage.id);
    expect(home.ask(`GET ${at}/${home.alice.id}`).body).toMatchObject({ channel_id: stage.id, suppress: true });
    expect(home.ask(`PATCH ${at}/${home.alice.id}`, { channel_id: stage.id, suppress: false }).status).toBe(204);
    expect(home.events.at(-1)).toMatchObject({ t: 'VOICE_STATE_UPDATE', d: { user_id: home.alice.id, suppress: false } });
  });
});
