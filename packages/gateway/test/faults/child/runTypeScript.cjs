// Runs the file that is its first argument, with the sources as jest sees them: TypeScript without its types, `.js` of an import meaning `.ts`, `@aplomb/*` meaning the neighbours' sources.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const ts = require('typescript');

const packages = join(module.path, '../../../..');
const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const [, sibling] = /^@aplomb\/([^/]+)$/.exec(request) ?? [];
  if (sibling !== undefined) return join(packages, sibling, 'src/index.ts');
  if (request.startsWith('.') && request.endsWith('.js') && rest[0]?.filename.endsWith('.ts'))
    return resolve.call(this, request.replace(/\.js$/, '.ts'), ...rest);
  return resolve.call(this, request, ...rest);
};

Module._extensions['.ts'] = (module, filename) => {
  module._compile(ts.transpileModule(readFileSync(filename, 'utf8'), { compilerOptions, fileName: filename }).outputText, filename);
};

require(process.argv[2]);
