import type { Component } from '../forms/components/readComponents.js';
import { characterCount } from '../forms/characterCount.js';
import { impossible } from '../impossible.js';
import { isFile } from './commandValues.js';
import type { Identified, PersonFile, Resolution } from './Resolution.js';

/** What a person fills into a component of a modal, or chooses in a select. */
export type FilledValue = Identified | PersonFile | boolean | string | readonly (Identified | PersonFile | string)[] | null;

/** Who fills in, and where. */
export interface Chooser {
  readonly resolution: Resolution;
  readonly userId: string;
}

/** The numbers of the kinds of components that a person can use. */
export const ComponentType = {
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
  RoleSelect: 6,
  MentionableSelect: 7,
  ChannelSelect: 8,
  FileUpload: 19,
  RadioGroup: 21,
  CheckboxGroup: 22,
  Checkbox: 23,
} as const;

const TEXT_MAX = 4000;

/** The `values` of a select: as many as it asks for, of those that it offers. */
export function chooseValues(component: Component, chosen: readonly (Identified | string)[], chooser: Chooser): readonly string[] {
  checkCount(component, chosen.length);
  const ids = chosen.map((each) => (typeof each === 'string' ? each : each.id));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw impossible(`"${twice}" cannot be chosen twice.`, 'Name each value once.');
  return ids.map((id) => choose(component, id, chooser));
}

function choose(component: Component, value: string, { resolution, userId }: Chooser): string {
  switch (component.type) {
    case ComponentType.UserSelect:
      return resolution.user(value);
    case ComponentType.RoleSelect:
      return resolution.role(value);
    case ComponentType.MentionableSelect:
      return resolution.mentionable(value);
    case ComponentType.ChannelSelect:
      return resolution.channelOf(value, userId, component['channel_types'] as readonly number[] | undefined);
    default:
      return offered(component, value);
  }
}

/** What a component of a modal says when it is submitted: its kind, and its value or values. */
export function fillComponent(component: Component, filled: FilledValue | undefined, chooser: Chooser): Readonly<Record<string, unknown>> {
  switch (component.type) {
    case ComponentType.TextInput:
      return { value: typed(component, filled ?? component['value'] ?? '') };
    case ComponentType.RadioGroup:
      return { value: radio(component, filled) };
    case ComponentType.Checkbox:
      return { value: checkbox(component, filled) };
    case ComponentType.CheckboxGroup:
      return { values: group(component, filled) };
    case ComponentType.FileUpload:
      return { values: files(component, filled, chooser) };
    default:
      return { values: chooseValues(component, listOf(component, filled) as readonly (Identified | string)[], chooser) };
  }
}

function typed(component: Component, text: unknown): string {
  const { min_length: min = 0, max_length: max = TEXT_MAX } = component as { readonly min_length?: number; readonly max_length?: number };
  if (typeof text !== 'string') return misfit(component, text);
  const length = characterCount(text);
  if (length === 0) return isRequired(component) ? missing(component) : text;
  if (length < min || length > max) return misfit(component, text);
  return text;
}

function radio(component: Component, filled: FilledValue | undefined): string | null {
  const value = filled ?? preset(component)[0] ?? null;
  if (value === null && isRequired(component)) return missing(component);
  if (value === null) return null;
  return typeof value === 'string' ? offered(component, value) : misfit(component, value);
}

function checkbox(component: Component, filled: FilledValue | undefined): boolean {
  const value = filled ?? component['default'] ?? false;
  return typeof value === 'boolean' ? value : misfit(component, value);
}

function group(component: Component, filled: FilledValue | undefined): readonly string[] {
  const values = filled === undefined ? preset(component) : listOf(component, filled);
  const options = optionsOf(component);
  checkCount({ max_values: options.length, ...component }, values.length);
  return values.map((value) => (typeof value === 'string' ? offered(component, value) : misfit(component, value)));
}

function files(component: Component, filled: FilledValue | undefined, { resolution }: Chooser): readonly string[] {
  const given = listOf(component, filled);
  checkCount(component, given.length);
  return given.map((each) => (isFile(each) ? resolution.file(each) : misfit(component, each)));
}

function listOf(component: Component, filled: FilledValue | undefined): readonly (Identified | PersonFile | string)[] {
  if (filled === undefined || filled === null) return [];
  if (typeof filled === 'boolean') return misfit(component, filled);
  return Array.isArray(filled) ? (filled as readonly (Identified | PersonFile | string)[]) : [filled as Identified | PersonFile | string];
}

/** Nothing at all is fine where nothing is required. */
function checkCount(component: Component, count: number): void {
  const { min_values: min = 1, max_values: max = 1 } = component as { readonly min_values?: number; readonly max_values?: number };
  if (count === 0 && component['required'] === false) return;
  if (count >= min && count <= max) return;
  throw impossible(
    `${count} values were chosen in "${String(component['custom_id'])}".`,
    `Choose ${min === max ? String(min) : `${min} to ${max}`}.`,
  );
}

interface Offer {
  readonly default?: boolean;
  readonly value: string;
}

function optionsOf(component: Component): readonly Offer[] {
  return (component['options'] as readonly Offer[] | undefined) ?? [];
}

function offered(component: Component, value: string): string {
  return optionsOf(component).some((option) => option.value === value) ? value : misfit(component, value);
}

/** What is chosen already when the person comes to it. */
function preset(component: Component): readonly string[] {
  return optionsOf(component).flatMap((option) => (option.default === true ? [option.value] : []));
}

function isRequired(component: Component): boolean {
  return component['required'] !== false;
}

function missing({ custom_id: name }: Component): never {
  throw impossible(`"${String(name)}" is required, and nothing was filled in.`, `Give it a value: { ${JSON.stringify(name)}: … }.`);
}

function misfit(component: Component, value: unknown): never {
  const { id: _, type, ...rest } = component;
  throw impossible(
    `"${String(rest['custom_id'])}" (a component of the type ${type}) cannot be ${JSON.stringify(value)}.`,
    `Keep to what it says: ${JSON.stringify(rest)}.`,
  );
}
