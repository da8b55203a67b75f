import type { APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { plainName } from '../state/names.js';
import { useSeat } from '../state/seatContext.js';
import { IconButton } from '../ui/IconButton.js';

/** Says which message is being answered. */
export function AimBar({ message }: { readonly message: APIMessage }): VNode {
  const seat = useSeat();
  return (
    <p class="aim-bar">
      <span>
        Replying to <strong>{seat.names.value.user(message.author.id) ?? plainName(message.author)}</strong>
      </span>
      <IconButton icon="close" label="Do not reply" shortcut="Escape" onClick={() => (seat.aim.value = null)} />
    </p>
  );
}
