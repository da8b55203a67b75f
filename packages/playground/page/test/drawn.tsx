import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { MessageRow } from '../src/messages/MessageRow.js';
import { PlaygroundContext } from '../src/state/playgroundContext.js';
import type { Seat } from '../src/state/Seat.js';
import { SeatContext } from '../src/state/seatContext.js';
import { SurroundingsContext } from '../src/state/surroundings.js';
import { aliceSeat } from './fixtures.js';

/** Something as it is drawn in somebody's column, as HTML. */
export function htmlIn(seat: Seat, node: VNode, nowMs = 0): string {
  const surroundings = {
    names: seat.names.value,
    nowMs: () => nowMs,
    onChannel: () => undefined,
    onCommand: () => undefined,
    source: (url: string) => url,
  };
  return render(
    <PlaygroundContext.Provider value={seat.playground}>
      <SeatContext.Provider value={seat}>
        <SurroundingsContext.Provider value={surroundings}>{node}</SurroundingsContext.Provider>
      </SeatContext.Provider>
    </PlaygroundContext.Provider>,
  );
}

/** A message as alice's page draws it, as HTML. */
export function drawn(message: APIMessage, seat: Seat = aliceSeat()): string {
  const row = <MessageRow isGrouped={false} message={message} position={1} startsDay={false} />;
  return htmlIn(seat, row, Date.parse(message.timestamp));
}
