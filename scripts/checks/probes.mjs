/**
 * What a stranger's first file does with each entry: load it, find exports, and find the very same ones the second way. The last
 * point catches a package that exists twice in one process, once as ESM and once as CommonJS.
 */
const judge = `
function judge(name, exported) {
  const names = Object.keys(exported).filter((key) => key !== 'default' && key !== '__esModule' && key !== 'module.exports');
  const missing = names.filter((key) => exported[key] === undefined);
  if (names.length === 0) throw new TypeError(name + ' exports nothing');
  if (missing.length > 0) throw new TypeError(name + ' exports undefined: ' + missing.join(', '));
}
`;

/** @param {readonly string[]} entries */
export function esmProbe(entries) {
  return `${judge}${entries.map((name) => `judge('${name}', await import('${name}'));`).join('\n')}
const { Client } = await import('aplomb');
const { createRequire } = await import('node:module');
if (createRequire(import.meta.url)('aplomb').Client !== Client) throw new TypeError('aplomb exists twice in one process');
`;
}

/** @param {readonly string[]} entries */
export function cjsProbe(entries) {
  return judge + entries.map((name) => `judge('${name}', require('${name}'));`).join('\n');
}

/** @param {readonly string[]} entries */
export function jestProbe(entries) {
  return `${judge}test.each(${JSON.stringify(entries)})('%s loads in jest', (name) => judge(name, require(name)));\n`;
}
