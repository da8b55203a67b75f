import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './repository.js';
import { workspaceProgram } from './workspaceProgram.js';

/** Where people import from, and the file behind it. */
const ENTRIES: Readonly<Record<string, string>> = {
  aplomb: 'packages/client/src/index.ts',
  '@aplomb/base': 'packages/base/src/index.ts',
  '@aplomb/cache': 'packages/cache/src/index.ts',
  '@aplomb/cache/contract': 'packages/cache/src/contract/index.ts',
  '@aplomb/fake-discord': 'packages/fake-discord/src/index.ts',
  '@aplomb/fake-discord/machine': 'packages/fake-discord/src/machine.ts',
  '@aplomb/gateway': 'packages/gateway/src/index.ts',
  '@aplomb/gateway/contract': 'packages/gateway/src/contract/index.ts',
  '@aplomb/playground': 'packages/playground/src/index.ts',
  '@aplomb/rest': 'packages/rest/src/index.ts',
  '@aplomb/rest/contract': 'packages/rest/src/contract/index.ts',
  '@aplomb/rest/ratelimit': 'packages/rest/src/ratelimit/index.ts',
};

/** Something that an entry exports. */
interface Exported {
  readonly entry: string;
  readonly name: string;
  readonly symbol: ts.Symbol;
}

/** Everything that the packages export. */
export class PublicSurface {
  private readonly checker: ts.TypeChecker;
  private readonly exported: readonly Exported[];

  constructor() {
    const files = Object.entries(ENTRIES).map(([entry, file]) => ({ entry, path: join(ROOT, file) }));
    const program = workspaceProgram(files.map(({ path }) => path));
    this.checker = program.getTypeChecker();
    this.exported = files.flatMap(({ entry, path }) => this.exportsOf(entry, program.getSourceFile(path)));
  }

  /** How many exports there are. */
  get size(): number {
    return this.exported.length;
  }

  /** `entry: name` of each export without a doc comment. */
  undocumented(): readonly string[] {
    return this.exported.filter(({ symbol }) => !this.isDocumented(symbol)).map(({ entry, name }) => `${entry}: ${name}`);
  }

  /** Whether there is an export of that name, or, with a dot, whether one has that member: `Shard`, `Shard.close`, `Client.rest.gateway.getBot`. */
  has(path: string): boolean {
    const [name, ...members] = path.split('.');
    return this.exported.some((each) => each.name === name && this.typesOf(each.symbol).some((type) => this.reaches(type, members)));
  }

  /** Whether an export is a union that has that text among its members: `ConnectionStage`, `Backoff`. */
  hasLiteral(name: string, text: string): boolean {
    const types = this.exported.filter((each) => each.name === name).flatMap(({ symbol }) => this.typesOf(symbol));
    return types.some((type) => type.isUnion() && type.types.some((member) => member.isStringLiteral() && member.value === text));
  }

  private exportsOf(entry: string, file: ts.SourceFile | undefined): readonly Exported[] {
    const module = file === undefined ? undefined : this.checker.getSymbolAtLocation(file);
    if (module === undefined) return [];
    return this.checker.getExportsOfModule(module).map((symbol) => ({ entry, name: symbol.name, symbol: this.resolved(symbol) }));
  }

  private resolved(symbol: ts.Symbol): ts.Symbol {
    return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.checker.getAliasedSymbol(symbol);
  }

  private isDocumented(symbol: ts.Symbol): boolean {
    return symbol.getDocumentationComment(this.checker).some(({ text }) => text.trim() !== '');
  }

  /** A class is two types, and so is a value that has a type of the same name. */
  private typesOf(symbol: ts.Symbol): readonly ts.Type[] {
    const isType = (symbol.flags & ts.SymbolFlags.Type) !== 0;
    const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
    return [...(isType ? [this.checker.getDeclaredTypeOfSymbol(symbol)] : []), ...(isValue ? [this.checker.getTypeOfSymbol(symbol)] : [])];
  }

  private reaches(type: ts.Type, members: readonly string[]): boolean {
    const [first, ...rest] = members;
    if (first === undefined) return true;
    const parts = type.isUnion() ? type.types : [type];
    const found = parts.flatMap((part) => this.checker.getPropertyOfType(part, first) ?? []);
    return found.some((member) => this.reaches(this.checker.getTypeOfSymbol(member), rest));
  }
}
