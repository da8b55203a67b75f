import { join } from 'node:path';
import ts from 'typescript';
import type { Fence } from './fences.js';
import { ROOT } from './repository.js';
import { workspaceProgram } from './workspaceProgram.js';

/** Type-checks every fence as a module of its own, all in one program. Gives a line `file:line: message` for each thing that is wrong. */
export function problemsOf(fences: readonly Fence[]): readonly string[] {
  const byPath = new Map(fences.map((fence, index) => [pathOf(fence, index), fence]));
  const program = workspaceProgram([], new Map([...byPath].map(([path, { code }]) => [path, moduleOf(code)])));
  return [...byPath].flatMap(([path, fence]) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((each) => described(each, fence));
  });
}

/** An example sees what the package sees that it is written in; a page sees what a bot sees. */
function pathOf({ file }: Fence, index: number): string {
  const home = file.startsWith('packages/') ? file.split('/').slice(0, 2).join('/') : 'packages/client';
  return join(ROOT, home, 'src', `fence-${index}.ts`);
}

/** Without an import or export a file is a script, in which nothing can be awaited and whose names are everybody's. */
function moduleOf(code: string): string {
  return `${code}\nexport {};\n`;
}

function described({ messageText, start, file }: ts.Diagnostic, fence: Fence): string {
  const line = file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line;
  return `${fence.file}:${fence.line + line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
