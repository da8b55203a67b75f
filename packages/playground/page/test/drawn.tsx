import type { APIMessage } from 'discord-api-types/v10';
import { render } from 'preact-render-to-string';
import { MessageRow } from '../src/messages/MessageRow.js';
import type { Seat } from '../src/state/Seat.js';
import { SeatContext } from '../src/state/seatContext.js';
import { SurroundingsContext } from '../src/state/surroundings.js';
import { aliceSeat } from './fixtures.js';

/** A message as alice's page draws it, as HTML. */
export function drawn(message: APIMessage, seat: Seat = aliceSeat()): string {
  const surroundings = {
    names: seat.names.value,
    nowMs: () => Date.parse(message.timestamp),
    onChannel: () => undefined,
    onCommand: () => undefined,
    source: (url: string) => url,
  };
  return render(
    <SeatContext.Provider value={seat}>
      <SurroundingsContext.Provider value={surroundings}>
        <MessageRow isGrouped={false} message={message} position={1} startsDay={false} />
      </SurroundingsContext.Provider>
    </SeatContext.Provider>,
  );
}
