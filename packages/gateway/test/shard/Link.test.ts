import { describe, expect, it } from '@jest/globals';
import { Heartbeat } from '../../src/shard/Heartbeat.js';
import { Link, type LinkView } from '../../src/shard/Link.js';
import { protocolDefaults } from '../../src/shard/ShardProtocolOptions.js';
import { Silence } from '../../src/shard/Silence.js';

const INTERVAL_MS = 41_250;
const view = (changes: Partial<LinkView> = {}): LinkView => ({
  bytesReceived: 0,
  bytesBuffered: 0,
  isPaused: false,
  mayPing: true,
  ...changes,
});

/** A link that came up at 0 and beats first at 20,625. */
function linked(): Link {
  const { silence } = protocolDefaults;
  return new Link(new Heartbeat(INTERVAL_MS, 0, () => 0.5), new Silence(silence, 0), silence);
}

const look = (link: Link, nowMs: number, changes: Partial<LinkView> = {}) => [...link.check(nowMs, view(changes))];

describe('a link on which frames come', () => {
  it('beats when its time has come and not before', () => {
    const link = linked();
    link.silence.lastFrameMs = 20_000;
    expect([look(link, 20_624), look(link, 20_625), link.heartbeat.nextMs]).toEqual([[], ['beat'], 61_875]);
  });

  it('P-01: is a zombie when the next beat is due and nothing came since the last', () => {
    const link = linked();
    link.heartbeat.beat(20_625);
    link.silence.lastFrameMs = 20_000;
    link.silence.suspect(61_000, 0, true);
    expect(look(link, 61_875)).toEqual(['zombie']);
  });

  it('P-02: remarks on a missing acknowledgement and beats on while frames come', () => {
    const link = linked();
    link.heartbeat.beat(20_625);
    link.silence.lastFrameMs = 61_000;
    expect(look(link, 61_875)).toEqual(['ack missing', 'beat']);
  });
});

describe('a link on which nothing comes', () => {
  it('S-03 is pinged, then sent a heartbeat, then dead', () => {
    const link = linked();
    expect([look(link, 10_000), look(link, 13_000), look(link, 17_000)]).toEqual([['ping'], ['early beat'], ['silent']]);
  });

  it('says that a ping was not answered once the heartbeat after it was', () => {
    const link = linked();
    look(link, 10_000);
    look(link, 13_000);
    link.silence.lastFrameMs = 13_100;
    expect(look(link, 17_000)).toEqual(['ping unanswered']);
  });

  it('is dead without another beat when both are due', () => {
    const link = linked();
    look(link, 10_000);
    look(link, 13_000);
    expect(look(link, 30_000)).toEqual(['silent']);
  });

  it('sends the regular beat beside a ping', () => {
    expect(look(linked(), 20_625)).toEqual(['ping', 'beat']);
  });

  it('S-14 is cut when one frame takes too long', () => {
    const link = linked();
    look(link, 10_000, { bytesReceived: 10 });
    look(link, 13_000, { bytesReceived: 20 });
    expect(look(link, 30_000, { bytesReceived: 30 })).toEqual(['frame too slow']);
  });
});

describe('a link that is not read from, on purpose', () => {
  it('beats, and calls nothing missing', () => {
    const link = linked();
    link.heartbeat.beat(20_625);
    expect([look(link, 61_875, { isPaused: true }), link.deadlineMs(true)]).toEqual([['beat'], 103_125]);
  });

  it('is not probed after a sleep', () => {
    expect([...linked().wake(500_000, view({ isPaused: true }))]).toEqual([]);
  });

  it('waits anew for a sign of life once it is read again', () => {
    const link = linked();
    link.heartbeat.beat(20_625);
    link.forgive(60_000);
    expect([link.deadlineMs(false), look(link, 61_875)]).toEqual([61_875, ['beat']]);
  });
});

describe('a link after a sleep of its process', () => {
  it('S-22 is probed at once, by a ping where the host answers them', () => {
    const link = linked();
    expect([[...link.wake(500_000, view())], link.deadlineMs(false)]).toEqual([['ping'], 20_625]);
  });

  it('S-22 is probed by a heartbeat where it does not', () => {
    expect([...linked().wake(500_000, view({ mayPing: false }))]).toEqual(['early beat']);
  });

  it('is no zombie for what it could not read', () => {
    const link = linked();
    link.heartbeat.beat(20_625);
    expect([[...link.wake(500_000, view())], look(link, 500_000)]).toEqual([['ping'], ['beat']]);
  });
});

describe('a link that is written to', () => {
  const busy = (): Link => {
    const link = linked();
    link.silence.lastFrameMs = 1_000_000;
    link.heartbeat.nextMs = 1_000_000;
    link.wrote(1_000);
    return link;
  };

  it('S-21 is stalled when what waits does not get less in ten seconds', () => {
    const link = busy();
    expect([look(link, 11_000, { bytesBuffered: 500 }), look(link, 21_000, { bytesBuffered: 500 })]).toEqual([[], ['writes stalled']]);
  });

  it('S-21 lives while the network takes something', () => {
    const link = busy();
    expect([look(link, 11_000, { bytesBuffered: 500 }), look(link, 21_000, { bytesBuffered: 499 })]).toEqual([[], []]);
  });

  it('is not looked at any more once everything was taken', () => {
    const link = busy();
    look(link, 11_000);
    expect(link.deadlineMs(true)).toBe(1_000_000);
  });

  it('is looked at ten seconds after the first write, not after each', () => {
    const link = busy();
    link.wrote(9_000);
    expect(link.deadlineMs(false)).toBe(11_000);
  });
});

describe('a link on which the rest of a message is missing', () => {
  const partly = (): Link => {
    const link = linked();
    link.silence.lastFrameMs = 5_000;
    link.partial(5_000, true);
    return link;
  };

  it('is given up after ten seconds', () => {
    const link = partly();
    expect([link.deadlineMs(false), look(link, 14_999), look(link, 15_000)]).toEqual([15_000, [], ['message incomplete']]);
  });

  it('lives when the rest comes', () => {
    const link = partly();
    link.partial(9_000, false);
    link.silence.lastFrameMs = 9_000;
    expect(look(link, 15_000)).toEqual([]);
  });

  it('is not judged while it is not read, and waits anew after that', () => {
    const link = partly();
    expect([link.deadlineMs(true), look(link, 15_000, { isPaused: true })]).toEqual([20_625, []]);
    link.forgive(16_000);
    expect([look(link, 20_000), look(link, 26_000).at(-1)]).toEqual([[], 'message incomplete']);
  });
});
