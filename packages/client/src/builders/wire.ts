import { OptionsError, refuseUnknownOptions, shown } from '@aplomb/base';
import { problemIn, type BodyPart } from '@aplomb/rest';

/** Every name of some options, so that none can be forgotten and none is too many, with what has to stand there. */
export type Names<Options> = { readonly [Name in NameOf<Options>]: Demand<Options, Name> };

type NameOf<Options> = Options extends unknown ? keyof Options : never;
type Demand<Options, Name> = Options extends unknown ? (Name extends keyof Options ? DemandOf<Options, Name> : never) : never;
type DemandOf<Options, Name extends keyof Options> =
  object extends Pick<Options, Name> ? KindOf<Exclude<Options[Name], undefined>> : `required ${KindOf<Options[Name]>}`;
type KindOf<Value> = [Value] extends [never] ? 'value' : [Value] extends [readonly unknown[]] ? 'list' : 'value';

/** What may be left out may be `undefined`, too. */
type Loose<Wire> = { [Name in keyof Wire]: object extends Pick<Wire, Name> ? Wire[Name] | undefined : Wire[Name] };

/** The object that Discord reads, without what was left out. It is frozen, so that one that is built once can be sent for ever. */
export function wire<Wire extends object>(fields: Loose<Wire>): Readonly<Wire> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.freeze(Object.fromEntries(given)) as Readonly<Wire>;
}

/** A list that Discord reads, frozen as well. Types of payloads know no frozen lists. */
export function wireList<Item>(items: readonly Item[]): Item[] {
  return Object.freeze([...items]) as Item[];
}

/**
 * Refuses what is no object, names that do not exist, and what lacks for those who have no types.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`, `UNKNOWN_OPTION`, `INVALID_BODY`
 */
export function checkNames(owner: string, given: unknown, names: Readonly<Record<string, string>>): void {
  const known = Object.keys(names);
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new OptionsError('INVALID_OPTION', {
      what: `\`${owner}(…)\` was given ${shown(given)}.`,
      cure: `Give an object with some of: ${known.join(', ')}.`,
    });
  refuseUnknownOptions(`\`${owner}(…)\``, given, known);
  for (const [name, demand] of Object.entries(names)) checkDemand(owner, name, demand, (given as Readonly<Record<string, unknown>>)[name]);
}

function checkDemand(owner: string, name: string, demand: string, value: unknown): void {
  if (value === undefined) {
    if (demand.startsWith('required')) throw invalid(owner, name, 'is missing', 'Give it.');
    return;
  }
  if (demand.endsWith('list') && !Array.isArray(value))
    throw invalid(owner, name, `is ${shown(value)}, which is no list`, 'Write it in [brackets].');
}

/**
 * `value`, unless Discord's limits do not allow it. `files` is how many go along with a message, where that is known.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, the value and the limit
 */
export function checkedPart<Wire>(owner: string, part: BodyPart, value: Wire, files?: number): Wire {
  const found = problemIn(part, value, files);
  if (found === null) return value;
  throw invalid(owner, camelCase(asGiven(found.field)), camelCase(found.says), camelCase(found.cure));
}

/** The error of a builder. An empty field is the thing itself. */
export function invalid(owner: string, field: string, says: string, cure: string): OptionsError {
  const subject = field === '' ? `\`${owner}(…)\`` : `\`${field}\` in \`${owner}(…)\``;
  return new OptionsError('INVALID_BODY', { what: `${subject} ${says}.`, cure });
}

/** Where a text or a URL stands for an object of Discord's, the object has no name. */
function asGiven(field: string): string {
  return field.replace(/\b(?:poll_media|media)\./, '').replace(/^(image|question|thumbnail)\.\w+$/, '$1');
}

/** People write `customId`, Discord `custom_id`. What stands in quotes is theirs, and is left alone. */
function camelCase(text: string): string {
  return text.replace(/"[^"]*"|_([a-z])/g, (whole, letter: string | undefined) => letter?.toUpperCase() ?? whole);
}

/**
 * Refuses components that cannot stand in `owner`, which only those without types will have put there.
 *
 * @throws {@link OptionsError} `INVALID_BODY`
 */
export function refuseOthers(owner: string, components: readonly unknown[], allowed: readonly unknown[], says: string, cure: string): void {
  const wrong = components.findIndex((component) => !allowed.includes(typeOf(component)));
  if (wrong !== -1) throw invalid(owner, `components[${String(wrong)}]`, says, cure);
}

/** The type of a component. */
export function typeOf(component: unknown): unknown {
  return typeof component === 'object' && component !== null ? (component as { readonly type?: unknown }).type : undefined;
}
