import ts from 'typescript';
import { readText, sources } from './repository.js';

/** A code of an error, and the package that throws it. */
export interface ErrorCode {
  readonly code: string;
  readonly file: string;
}

/** Every code in the unions that the packages export from the files of their errors: `errors.ts`, `OptionsError.ts` … */
export function errorCodes(): readonly ErrorCode[] {
  return sources()
    .filter((file) => /errors?\.ts$/i.test(file))
    .flatMap(codesOf);
}

function codesOf(file: string): readonly ErrorCode[] {
  const { statements } = ts.createSourceFile(file, readText(file), ts.ScriptTarget.ES2022);
  return statements.filter(isUnionOfCodes).flatMap(({ type }) => literalsOf(type).map((code) => ({ code, file })));
}

function isUnionOfCodes(statement: ts.Statement): statement is ts.TypeAliasDeclaration {
  return ts.isTypeAliasDeclaration(statement) && statement.name.text.endsWith('Code');
}

/** The literals of a union. A name in it is another union, with literals of its own. */
function literalsOf(type: ts.TypeNode): readonly string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literalsOf);
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
}
