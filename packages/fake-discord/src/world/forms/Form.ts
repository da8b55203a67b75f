import { invalidForm } from '../refusals.js';
import { isSnowflake } from '../Snowflakes.js';
import { characterCount } from './characterCount.js';
import { FormErrors } from './FormErrors.js';

const TRUE: ReadonlySet<unknown> = new Set([true, 'true', 'True', '1', 1]);
const FALSE: ReadonlySet<unknown> = new Set([false, 'false', 'False', '0', 0]);

/** Bounds of a number, a text's length or a list's length. Both ends are allowed values. */
export interface Bounds {
  /** Whether nothing may be twice in a list. */
  readonly isSet?: boolean;
  readonly max?: number;
  readonly min?: number;
}

/**
 * Reads the fields of a JSON body or a query, each with its type and limits, and collects every complaint, so that an answer names all
 * wrong fields at once as Discord's does. A missing field reads as `undefined`, and so does `null`; ask {@link Form.isNull} where it matters.
 */
export class Form {
  private readonly errors: FormErrors;
  private readonly fields: Readonly<Record<string, unknown>>;
  private readonly path: readonly string[];

  constructor(fields: Readonly<Record<string, unknown>>, errors = new FormErrors(), path: readonly string[] = []) {
    this.fields = fields;
    this.errors = errors;
    this.path = path;
  }

  /** A form over the first value of each key of a query. */
  static ofQuery(query: URLSearchParams): Form {
    return new Form(Object.fromEntries(query));
  }

  /** The names of all fields that were given. */
  names(): readonly string[] {
    return Object.keys(this.fields);
  }

  has(name: string): boolean {
    return name in this.fields;
  }

  isNull(name: string): boolean {
    return this.fields[name] === null;
  }

  /** The field as it came. */
  raw(name: string): unknown {
    return this.fields[name] ?? undefined;
  }

  string(name: string, bounds: Bounds = {}): string | undefined {
    const value = this.raw(name);
    if (typeof value === 'string') {
      this.checkLength(name, characterCount(value), bounds);
      return value;
    }
    if (value !== undefined) this.refuse(name, 'STRING_TYPE_CONVERT', `Could not interpret "${show(value)}" as string.`);
    return undefined;
  }

  integer(name: string, bounds: Bounds = {}): number | undefined {
    const value = this.raw(name);
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number)) {
      this.checkSize(name, number, bounds);
      return number;
    }
    if (value !== undefined) this.refuse(name, 'NUMBER_TYPE_COERCE', `Value "${show(value)}" is not int.`);
    return undefined;
  }

  /** Any number, with or without a fraction. */
  number(name: string, bounds: Bounds = {}): number | undefined {
    const value = this.raw(name);
    if (typeof value === 'number') {
      this.checkSize(name, value, bounds);
      return value;
    }
    if (value !== undefined) this.refuse(name, 'NUMBER_TYPE_COERCE', `Value "${show(value)}" is not float.`);
    return undefined;
  }

  /** A whole number out of a few. */
  choice<Choice extends number>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.integer(name);
    const found = choices.find((each) => each === value);
    if (value !== undefined && found === undefined) this.refuse(name, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
    return found;
  }

  /** Complains about each of these that is missing or `null`. */
  require(...names: readonly string[]): void {
    for (const name of names) {
      if (this.raw(name) === undefined) this.refuse(name, 'BASE_TYPE_REQUIRED', 'This field is required');
    }
  }

  /** Complains about each of these that is missing, `null` or a text of nothing but white space. */
  requireText(...names: readonly string[]): void {
    for (const name of names) {
      const value = this.raw(name);
      if (typeof value === 'string' && value.trim() === '') this.refuse(name, 'BASE_TYPE_REQUIRED', 'This field is required');
      else this.require(name);
    }
  }

  boolean(name: string): boolean | undefined {
    const value = this.raw(name);
    if (TRUE.has(value)) return true;
    if (FALSE.has(value)) return false;
    if (value !== undefined) this.refuse(name, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    return undefined;
  }

  snowflake(name: string): string | undefined {
    const value = this.raw(name);
    if (isSnowflake(value)) return value;
    if (value !== undefined) this.refuse(name, 'NUMBER_TYPE_COERCE', `Value "${show(value)}" is not snowflake.`);
    return undefined;
  }

  list(name: string, bounds: Bounds = {}): readonly unknown[] | undefined {
    const value = this.raw(name);
    if (Array.isArray(value)) {
      this.checkLength(name, value.length, bounds);
      if (bounds.isSet === true && value.length <= (bounds.max ?? Infinity) && new Set(value).size < value.length)
        this.refuse(name, 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value.');
      return value as readonly unknown[];
    }
    if (value !== undefined) this.refuse(name, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return undefined;
  }

  /** A form over the object in the field, which complains into this one. */
  object(name: string): Form | undefined {
    const value = this.raw(name);
    return value === undefined ? undefined : this.nested(value, [name]);
  }

  /** A form over each object of the list in the field. */
  objects(name: string, bounds: Bounds = {}): readonly Form[] | undefined {
    const values = this.list(name, bounds);
    return values?.flatMap((value, index) => this.nested(value, [name, String(index)]) ?? []);
  }

  /** The snowflakes of the list in the field. */
  snowflakes(name: string, bounds: Bounds = {}): readonly string[] | undefined {
    const values = this.list(name, bounds);
    const wrong = values?.find((value) => !isSnowflake(value));
    if (wrong !== undefined) this.refuse(name, 'NUMBER_TYPE_COERCE', `Value "${show(wrong)}" is not snowflake.`);
    return values?.filter(isSnowflake);
  }

  /** The texts of the list in the field. */
  strings(name: string, bounds: Bounds = {}, each: Bounds = {}): readonly string[] | undefined {
    const values = this.list(name, bounds);
    return values?.flatMap((value, index) => {
      const item = this.nested({ value }, [name, String(index)])?.string('value', each);
      return item ?? [];
    });
  }

  /** The whole numbers of the list in the field. */
  integers(name: string, bounds: Bounds = {}, each: Bounds = {}): readonly number[] | undefined {
    const values = this.list(name, bounds);
    return values?.flatMap((value, index) => this.nested({ value }, [name, String(index)])?.integer('value', each) ?? []);
  }

  /** A form over each item of a body that is a list. */
  items(): readonly Form[] {
    return this.names().flatMap((position) => this.object(position) ?? []);
  }

  /** Complains about the field `name`, or with `''` about the form as a whole. */
  refuse(name: string, code: string, message: string): void {
    this.errors.add(name === '' ? this.path : [...this.path, name], code, message);
  }

  /**
   * Ends the reading.
   *
   * @throws {@link RefusedError} with code 50035 when anything was complained about
   */
  check(): void {
    if (!this.errors.isEmpty) throw invalidForm(this.errors.tree());
  }

  private nested(value: unknown, path: readonly string[]): Form | undefined {
    const whole = [...this.path, ...path];
    if (isObject(value)) return new Form(value, this.errors, whole);
    this.errors.add(whole, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return undefined;
  }

  private checkSize(name: string, value: number, { min, max }: Bounds): void {
    if (min !== undefined && value < min)
      this.refuse(name, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${String(min)}.`);
    if (max !== undefined && value > max) this.refuse(name, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${String(max)}.`);
  }

  private checkLength(name: string, length: number, { min, max }: Bounds): void {
    if (max !== undefined && length > max) this.refuse(name, 'BASE_TYPE_MAX_LENGTH', `Must be ${String(max)} or fewer in length.`);
    if (min !== undefined && length < min) this.refuse(name, 'BASE_TYPE_MIN_LENGTH', `Must be ${String(min)} or more in length.`);
  }
}

/** True for a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
