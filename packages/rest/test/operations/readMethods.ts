import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What the sources say of one method of a group: `rest.channels.createMessage`. */
export interface MethodSource {
  /** `"channels.createMessage"`. */
  readonly name: string;
  /** What stands before it. */
  readonly doc: string;
  /** Whether it, or all that it is declared with, is marked so. */
  readonly isDeprecated: boolean;
  readonly isExperimental: boolean;
  /** How many parameters it has; the last one is the options. */
  readonly parameterCount: number;
  /** The names of all types that its options are made of. */
  readonly optionTypes: ReadonlySet<string>;
}

type Named = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

const SRC = join(__dirname, '../../src');

/** Reads every method of every group from the sources, since comments and types are gone when they run. */
export function readMethods(): readonly MethodSource[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^(endpoints\/|Rest)/.test(file) && file.endsWith('.ts'),
  );
  const sources = files.map((file) => ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true));
  const types = new Map(
    sources.flatMap(({ statements }) =>
      statements
        .filter((one): one is Named => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one))
        .map((one) => [one.name.text, one]),
    ),
  );
  return groupsOf(sources).flatMap(([group, type]) => {
    const signatures = methodsOf(types, type);
    const names = new Set(signatures.map(({ name }) => name.getText()));
    return [...names].map((name) =>
      sourceOf(
        types,
        `${group}.${name}`,
        signatures.filter((one) => one.name.getText() === name),
      ),
    );
  });
}

/** The properties of `Rest` whose types are called `…Endpoints`. */
function groupsOf(sources: readonly ts.SourceFile[]): (readonly [group: string, type: string])[] {
  const rest = sources.flatMap(({ statements }) => statements.filter(ts.isClassDeclaration)).find(({ name }) => name?.text === 'Rest');
  return [...(rest?.members ?? [])].filter(ts.isPropertyDeclaration).flatMap(({ name, type }) => {
    const typeName = type?.getText() ?? '';
    return typeName.endsWith('Endpoints') ? [[name.getText(), typeName] as const] : [];
  });
}

function methodsOf(types: ReadonlyMap<string, Named>, name: string): ts.MethodSignature[] {
  const type = types.get(name);
  if (type === undefined || !ts.isInterfaceDeclaration(type)) return [];
  const inherited = (type.heritageClauses ?? []).flatMap((clause) =>
    clause.types.flatMap((one) => methodsOf(types, one.expression.getText())),
  );
  return [...type.members.filter(ts.isMethodSignature), ...inherited];
}

function sourceOf(types: ReadonlyMap<string, Named>, name: string, signatures: readonly ts.MethodSignature[]): MethodSource {
  const doc = signatures.map(textBefore).join('');
  const tags = doc + signatures.map(({ parent }) => textBefore(parent)).join('');
  const optionTypes = new Set<string>();
  for (const { parameters } of signatures) collectTypes(types, parameters.at(-1)?.type, optionTypes);
  return {
    name,
    doc,
    isDeprecated: tags.includes('@deprecated'),
    isExperimental: tags.includes('@experimental'),
    parameterCount: signatures[0]?.parameters.length ?? 0,
    optionTypes,
  };
}

function textBefore(node: ts.Node): string {
  return node.getSourceFile().text.slice(node.getFullStart(), node.getStart());
}

function collectTypes(types: ReadonlyMap<string, Named>, node: ts.TypeNode | undefined, found: Set<string>): void {
  if (node === undefined) return;
  if (ts.isIntersectionTypeNode(node)) for (const part of node.types) collectTypes(types, part, found);
  const name = ts.isTypeReferenceNode(node)
    ? node.typeName.getText()
    : ts.isExpressionWithTypeArguments(node)
      ? node.expression.getText()
      : undefined;
  if (name === undefined) return;
  found.add(name);
  const type = types.get(name);
  if (type === undefined) return;
  if (ts.isTypeAliasDeclaration(type)) collectTypes(types, type.type, found);
  else for (const parent of (type.heritageClauses ?? []).flatMap((clause) => clause.types)) collectTypes(types, parent, found);
}
