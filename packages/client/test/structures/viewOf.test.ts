import type { Rest } from '@aplomb/rest';
import { describe, expect, it } from '@jest/globals';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { EventView } from '../../src/structures/EventView.js';
import { Message } from '../../src/structures/Message.js';
import { viewOf } from '../../src/structures/viewOf.js';

const view = (t: string) => viewOf({ op: 0, s: 1, t, d: { id: t } } as unknown as GatewayDispatchPayload, {} as unknown as Rest);

describe('the view of a dispatch', () => {
  it('is a Message where there is one, else the payload alone', () => {
    expect([view('MESSAGE_CREATE'), view('MESSAGE_UPDATE')].every((one) => one instanceof Message)).toBe(true);
    expect([view('MESSAGE_DELETE'), view('TYPING_START')].every((one) => one instanceof EventView)).toBe(true);
    expect(view('TYPING_START').data).toEqual({ id: 'TYPING_START' });
  });
});
