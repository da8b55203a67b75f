import { describe, expect, it } from '@jest/globals';
import { Columns } from '../../src/people/Columns.js';
import type { People } from '../../src/people/People.js';

/** People who hear what they are told, and of whom it is known who listens. */
function arrange() {
  const listening = new Set<string>();
  const told: string[] = [];
  const actor = (id: string) => ({
    view: () => ({ me: { id } }),
    watch: (listener: (event: object) => void) => {
      listening.add(id);
      listener({ t: 'FIRST', d: null });
      return () => listening.delete(id);
    },
  });
  const columns = new Columns({ actor, openConversation: () => undefined } as unknown as People, (push) => {
    told.push(push.type === 'view' || push.type === 'event' ? `${push.type} ${push.as}` : push.type);
  });
  return { columns, listening, told };
}

describe('the columns of a page', () => {
  it('begin with a view, also when they are opened again, and listen once', () => {
    const { columns, listening, told } = arrange();
    columns.open('1');
    columns.open('1');
    expect([told, [...listening]]).toEqual([['view 1', 'event 1', 'view 1', 'event 1'], ['1']]);
  });

  it('close one by one, and all together', () => {
    const { columns, listening } = arrange();
    for (const id of ['1', '2', '3']) columns.open(id);
    columns.close('2');
    columns.close('none');
    expect([...listening]).toEqual(['1', '3']);
    columns.closeAll();
    expect(listening.size).toBe(0);
  });

  it('are twelve at most: the oldest makes room', () => {
    const { columns, listening } = arrange();
    for (let id = 1; id <= 13; id += 1) columns.open(String(id));
    expect([listening.size, listening.has('1'), listening.has('13')]).toEqual([12, false, true]);
  });
});
