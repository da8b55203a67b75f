import { dispatchEventNames, type DispatchEventName } from '@aplomb/gateway';

/** `MESSAGE_CREATE` → `messageCreate`. */
export type CamelCase<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${Lowercase<First>}${PascalCase<Rest>}`
  : Lowercase<Name>;

type PascalCase<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${Capitalize<Lowercase<First>>}${PascalCase<Rest>}`
  : Capitalize<Lowercase<Name>>;

/** The name of a client's event that stands for a dispatch, for example `messageCreate`. */
export type DispatchEvent = CamelCase<DispatchEventName>;

/** The client's event for each dispatch. A map, not an object: dispatch names come from the wire, and `constructor` is no event. */
export const eventOfDispatch: ReadonlyMap<string, DispatchEvent> = new Map(
  dispatchEventNames.map((name: DispatchEventName) => [name, camelCase(name)]),
);

/** The dispatch behind each such event of the client. */
export const dispatchOfEvent: ReadonlyMap<string, DispatchEventName> = new Map(
  dispatchEventNames.map((name: DispatchEventName) => [camelCase(name), name]),
);

function camelCase<Name extends string>(name: Name): CamelCase<Name> {
  return name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Name>;
}
