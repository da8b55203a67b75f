import type { CallArguments, CallName, CallValue } from '../protocol.js';
import type { Reader } from './readers.js';
import type { Scene } from './Scene.js';

/** A row of the table of calls: how its arguments are read, and what it does. */
export interface Call<Name extends CallName> {
  readonly does: (scene: Scene, args: CallArguments<Name>) => CallValue<Name> | Promise<CallValue<Name>>;
  readonly reads: Reader<CallArguments<Name>>;
}

/** Rows of the table, by the names of their calls. */
export type CallsOf<Name extends CallName> = { readonly [Each in Name]: Call<Each> };
