import { describe, expect, it } from '@jest/globals';
import { Heartbeat } from '../../src/shard/Heartbeat.js';
import { Link } from '../../src/shard/Link.js';
import { protocolDefaults } from '../../src/shard/ShardProtocolOptions.js';
import { Silence } from '../../src/shard/Silence.js';
import { stageDeadlineMs } from '../../src/shard/Stage.js';

const { silence } = protocolDefaults;
const link = new Link(new Heartbeat(41_250, 0, () => 0), new Silence(silence, 0), silence);

describe('the deadline of a stage', () => {
  it('is the end of its wait', () => {
    expect(stageDeadlineMs({ name: 'Handshake', untilMs: 5_000 })).toBe(5_000);
  });

  it('is, when the shard is connected, the moment at which earlier failures are forgotten', () => {
    expect(stageDeadlineMs({ name: 'Connected', link, sinceMs: 0, isNewSession: true, healthyMs: 30_000 })).toBe(30_000);
  });

  it('is never where the stage waits for nothing or for others', () => {
    expect([
      stageDeadlineMs({ name: 'Disconnected' }),
      stageDeadlineMs({ name: 'Failed' }),
      stageDeadlineMs({ name: 'Queued', link }),
    ]).toEqual([Infinity, Infinity, Infinity]);
  });
});
