import { dirname, join } from 'node:path';
import ts from 'typescript';

/** Discord's types are discord-api-types'; they are read where they are declared. */
const DECLARATIONS = join(dirname(require.resolve('discord-api-types/v10')), 'v10.d.ts');

/** What is wrong with a value. */
interface ShapeFault {
  /** Whether it is of another kind altogether: of several possible types that is the least likely to be meant. */
  readonly isOfAnotherKind: boolean;
  readonly text: string;
}

/**
 * Compares payloads with discord-api-types: whether all that is there by its declarations is there, and is of its type. What it does not declare may be
 * there besides. The numbers of open lists (flags, the kinds of things to come) may be any.
 */
export class DocumentedShapes {
  private readonly checker: ts.TypeChecker;
  private readonly dispatches = new Map<string, ts.Type>();
  private readonly types = new Map<string, ts.Symbol>();

  constructor() {
    const options = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, strict: true, types: [] };
    const program = ts.createProgram([DECLARATIONS], options);
    this.checker = program.getTypeChecker();
    const file = this.checker.getSymbolAtLocation(program.getSourceFile(DECLARATIONS)!)!;
    for (const symbol of this.checker.getExportsOfModule(file)) this.types.set(symbol.name, symbol);
    for (const payload of membersOf(this.named('GatewayDispatchPayload'))) this.keepDispatch(payload);
  }

  /** What is wrong with the `d` of a dispatch; `null` for a name that is not declared. */
  faultsOfDispatch(t: string, d: unknown): readonly string[] | null {
    const type = this.dispatches.get(t);
    return type === undefined ? null : texts(this.faults(type, d, t));
  }

  /** What is wrong with a value of a type by its name in discord-api-types, or with a list of such with `[]` behind the name. */
  faultsOf(name: string, value: unknown): readonly string[] {
    if (!name.endsWith('[]')) return texts(this.faults(this.named(name), value, name));
    if (!Array.isArray(value)) return [`${print(value)} is no list`];
    return value.flatMap((item) => this.faultsOf(name.slice(0, -2), item));
  }

  private named(name: string): ts.Type {
    const symbol = this.types.get(name);
    if (symbol === undefined) throw new RangeError(`discord-api-types declares no ${name}`);
    const declared = symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    return this.checker.getDeclaredTypeOfSymbol(declared);
  }

  private keepDispatch(payload: ts.Type): void {
    const [names, d] = ['t', 'd'].map((name) => this.checker.getTypeOfSymbol(payload.getProperty(name)!));
    for (const name of membersOf(names!)) if (name.isStringLiteral()) this.dispatches.set(name.value, d!);
  }

  private faults(type: ts.Type, value: unknown, at: string): readonly ShapeFault[] {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return [];
    // Flags are sums of what is declared.
    if (typeof value === 'number' && this.checker.typeToString(type).endsWith('Flags')) return [];
    if (type.isUnion()) return this.faultsOfUnion(type, value, at);
    if (type.flags & PRIMITIVE)
      return isOf(type, value) ? [] : [fault(`${at} is ${print(value)} and no ${this.checker.typeToString(type)}`, true)];
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) return this.faultsOfList(type, value, at);
    return this.faultsOfObject(type, value, at);
  }

  /** Of several possible types the one counts that fits best. */
  private faultsOfUnion({ types }: ts.UnionType, value: unknown, at: string): readonly ShapeFault[] {
    if (typeof value === 'number' && types.filter(isOfNumbers).length > 1) return [];
    const nothing = ts.TypeFlags.Undefined | (value === null ? 0 : ts.TypeFlags.Null);
    const all = types.filter(({ flags }) => (flags & nothing) === 0).map((member) => this.faults(member, value, at));
    return all.toSorted((a, b) => costOf(a) - costOf(b))[0] ?? [fault(`${at} is ${print(value)} and should be nothing`, true)];
  }

  private faultsOfList(type: ts.Type, value: unknown, at: string): readonly ShapeFault[] {
    if (!Array.isArray(value)) return [fault(`${at} is ${print(value)} and no list`, true)];
    const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
    return value.flatMap((each, index) => this.faults(item!, each, `${at}[${index}]`));
  }

  private faultsOfObject(type: ts.Type, value: unknown, at: string): readonly ShapeFault[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [fault(`${at} is ${print(value)} and no object`, true)];
    const given = value as Readonly<Record<string, unknown>>;
    const properties = this.checker.getPropertiesOfType(type).flatMap((property) => this.faultsOfProperty(property, given, at));
    const indexed = type.getStringIndexType();
    if (indexed === undefined) return properties;
    return [...properties, ...Object.entries(given).flatMap(([key, each]) => this.faults(indexed, each, `${at}.${key}`))];
  }

  private faultsOfProperty(property: ts.Symbol, given: Readonly<Record<string, unknown>>, at: string): readonly ShapeFault[] {
    const { flags, name } = property;
    if (given[name] === undefined) return flags & ts.SymbolFlags.Optional ? [] : [fault(`${at}.${name} is missing`, false)];
    return this.faults(this.checker.getTypeOfSymbol(property), given[name], `${at}.${name}`);
  }
}

const PRIMITIVE = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Null | ts.TypeFlags.Undefined;

function isOf(type: ts.Type, value: unknown): boolean {
  if (type.isLiteral()) return type.value === value;
  if (type.flags & ts.TypeFlags.BooleanLiteral)
    return String(value) === (type as ts.Type & { readonly intrinsicName: string }).intrinsicName;
  if (type.flags & ts.TypeFlags.Null) return value === null;
  if (type.flags & ts.TypeFlags.StringLike) return typeof value === 'string';
  return type.flags & ts.TypeFlags.NumberLike ? typeof value === 'number' : value === undefined;
}

/** A member of an enum of numbers. Of these there are always more than are declared. */
function isOfNumbers(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.EnumLiteral) !== 0 && type.isNumberLiteral();
}

function fault(text: string, isOfAnotherKind: boolean): ShapeFault {
  return { isOfAnotherKind, text };
}

function costOf(faults: readonly ShapeFault[]): number {
  return faults.reduce((cost, { isOfAnotherKind }) => cost + (isOfAnotherKind ? 100 : 1), 0);
}

function texts(faults: readonly ShapeFault[]): readonly string[] {
  return faults.map(({ text }) => text);
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function print(value: unknown): string {
  return JSON.stringify(value).slice(0, 40);
}
