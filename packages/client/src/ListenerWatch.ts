import { OptionsError, shown, type AplombError } from '@aplomb/base';
import { intentNames, Intents, type IntentName } from '@aplomb/gateway';
import { clientEvents } from './collectors/collectorEvents.js';
import { ClientError } from './errors.js';
import { lacksMessageContent, missingIntents } from './intentsFor.js';
import { meantEvent } from './meantEvent.js';

/** From how many listeners of one event on somebody has probably forgotten to remove them. */
const MANY_LISTENERS = 50;

/** Explains, once for each event, why a listener will hear nothing, or nothing of use, and when there are suspiciously many. */
export class ListenerWatch {
  private readonly warn: (error: AplombError) => void;
  private readonly explained = new Set<string>();
  private readonly counted = new Set<string>();
  private readonly unknown = new Set<string>();
  private intents: { readonly bits: number; readonly areDerived: boolean } | null = null;

  constructor(warn: (error: AplombError) => void) {
    this.warn = warn;
  }

  /** From now on these intents hold. Looks at the events that have listeners already. */
  begin(bits: number, areDerived: boolean, events: readonly string[]): void {
    this.intents = { bits, areDerived };
    for (const event of events) this.explain(event);
  }

  /** Somebody began to listen to `event`, and is one of `count`. */
  listened(event: string, count: number): void {
    this.explain(event);
    if (!clientEvents.has(event) && !this.unknown.has(event)) {
      this.unknown.add(event);
      this.warn(unknownEvent(event));
    }
    if (count < MANY_LISTENERS || this.counted.has(event)) return;
    this.counted.add(event);
    this.warn(manyListeners(event, count));
  }

  /** Before the start no intents are known yet, and nothing is said. */
  private explain(event: string): void {
    if (this.intents === null || this.explained.has(event)) return;
    const { bits, areDerived } = this.intents;
    const missing = missingIntents(event, bits);
    // Who names the intents has decided about MessageContent; who leaves them out is not to be surprised by empty messages.
    const lacksContent = areDerived && lacksMessageContent(event, bits);
    if (missing === null && !lacksContent) return;
    this.explained.add(event);
    this.warn(missing === null ? withoutContent(event) : withoutIntent(event, missing, bits));
  }
}

/** Only those without types listen to what there is none of. They are told and not stopped: a listener that hears nothing harms nobody. */
function unknownEvent(event: string): OptionsError {
  const guess = meantEvent(event, clientEvents);
  return new OptionsError('UNKNOWN_EVENT', {
    what: `There is a listener for ${shown(event)}, but it will never be called: the client has no such event.`,
    cure: `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}Events have Discord's names in camelCase: MESSAGE_CREATE is \`messageCreate\`.`,
  });
}

function withoutIntent(event: string, missing: readonly IntentName[], bits: number): ClientError {
  const privileged = missing.filter((name) => (Intents[name] & Intents.Privileged) !== 0);
  const portal = privileged.length === 0 ? '' : ` ${privileged.join(' and ')} is privileged: enable it in the Developer Portal first.`;
  return new ClientError('MISSING_INTENT', {
    what: `There is a listener for \`${event}\`, but it will never be called: none of the intents ${missing.join(', ')} is among those of this client (${named(bits)}).`,
    cure: `Add ${missing.join(' or ')} to \`intents\`.${portal}`,
  });
}

function withoutContent(event: string): ClientError {
  return new ClientError('MISSING_INTENT', {
    what: `There is a listener for \`${event}\`, but most messages will come without their text: MessageContent is not among the intents of this client.`,
    cure: 'Name `intents` yourself. MessageContent is privileged: enable it in the Developer Portal first. Slash commands need none of it.',
  });
}

function named(bits: number): string {
  return intentNames.filter((name) => (bits & Intents[name]) !== 0).join(', ') || 'none';
}

/** The stack of the error leads to where the last one was added. */
function manyListeners(event: string, count: number): ClientError {
  return new ClientError('MANY_LISTENERS', {
    what: `There are ${String(count)} listeners for \`${event}\`.`,
    cure: 'If they are added in a handler, each event adds one more: add them once, or end them with `off` or with what `listen` returns. The stack shows where the last one was added.',
  });
}
