import type { APIButtonComponent, APIMessage } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';
import { useSeat } from '../state/seatContext.js';
import { EmojiView } from '../ui/EmojiView.js';
import { usePending } from './usePending.js';

const styles: Readonly<Record<number, string>> = {
  1: 'is-primary',
  2: 'is-secondary',
  3: 'is-success',
  4: 'is-danger',
  5: 'is-link',
  6: 'is-premium',
};

interface ButtonViewProps {
  readonly button: APIButtonComponent;
  readonly message: APIMessage;
}

/** A button of any of the six styles. A link leads away, one to buy something does nothing here. */
export function ButtonView({ button, message }: ButtonViewProps): VNode {
  const seat = useSeat();
  const customId = 'custom_id' in button ? button.custom_id : undefined;
  const isPending = usePending(message.id, customId);
  const classes = `button ${styles[button.style] ?? ''} ${isPending ? 'is-pending' : ''}`;
  if ('url' in button) {
    return (
      <a class={classes} href={button.url} target="_blank" rel="noopener noreferrer nofollow" aria-disabled={button.disabled}>
        <Face button={button} />
        <Icon name="link" size={14} />
      </a>
    );
  }
  const press = (): void => {
    if (customId !== undefined) void seat.attempt('press', { channelId: message.channel_id, customId, messageId: message.id });
  };
  return (
    <button type="button" class={classes} disabled={button.disabled} aria-busy={isPending} data-custom-id={customId} onClick={press}>
      <Face button={button} />
    </button>
  );
}

function Face({ button }: { readonly button: APIButtonComponent }): VNode {
  if ('sku_id' in button) return <>Buy (not simulated)</>;
  return (
    <>
      {button.emoji !== undefined && <EmojiView emoji={button.emoji} />}
      {button.label !== undefined && <span>{button.label}</span>}
    </>
  );
}
