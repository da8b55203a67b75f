import type { Sabotage } from '../sabotage.js';

/** Security: section Y. */
export const sabotagesOfSecurity: readonly Sabotage[] = [
  {
    id: 'Y-01',
    name: 'paths show the tokens in them',
    file: 'packages/rest/src/redactedPath.ts',
    find: "return redact(path.replace(OWN_TOKEN, '$1:token'));",
    replace: 'return path;',
  },
  {
    id: 'Y-02',
    name: 'a key __proto__ replaces the prototype',
    file: 'packages/rest/src/body/mergeAttachments.ts',
    find: "if (place === null) return { ...fields, attachments: merged(fields['attachments'], files) };",
    replace: "if (place === null) return Object.assign({}, fields, { attachments: merged(fields['attachments'], files) });",
  },
  {
    id: 'Y-03',
    name: 'an id is whatever has no slash in it',
    file: 'packages/rest/src/Route.ts',
    find: String.raw`const SNOWFLAKE = /^\d{1,20}$/;`,
    replace: 'const SNOWFLAKE = /^[^/]+$/;',
  },
  {
    id: 'Y-04',
    name: 'half a character is left in the reason',
    file: 'packages/rest/src/transport/encodedReason.ts',
    find: 'encodeURIComponent(shortened(wellFormed(reason)))',
    replace: 'encodeURIComponent(shortened(reason))',
  },
  {
    id: 'Y-05',
    name: 'messages say nothing of whom they ping',
    file: 'packages/rest/src/endpoints/mentions.ts',
    find: 'fields.allowed_mentions ?? (allowed ??= wireAllowedMentions(rest.allowedMentions))',
    replace: 'fields.allowed_mentions',
  },
  {
    id: 'Y-06',
    name: 'the addresses of clouds’ metadata are public',
    file: 'packages/rest/src/body/publicAddress.ts',
    find: "  ['169.254.0.0', 16],\n",
    replace: '',
  },
  {
    id: 'Y-09',
    name: 'the token goes along where another is in the path',
    file: 'packages/rest/src/call/CallPlan.ts',
    find: 'options.authorized ?? !this.route.hasOwnToken',
    replace: 'options.authorized ?? true',
  },
  {
    id: 'Y-10',
    name: 'errors are followed to any depth',
    file: 'packages/rest/src/flattenErrors.ts',
    find: 'const MAX_DEPTH = 32;',
    replace: 'const MAX_DEPTH = Infinity;',
  },
  {
    id: 'Y-12',
    name: 'a backslash is not escaped',
    file: 'packages/client/src/text/escapeMarkdown.ts',
    find: String.raw`/[\\*_~`,
    replace: '/[*_~',
  },
  {
    id: 'Y-15',
    name: 'a log obeys whatever it is told',
    file: 'packages/base/src/printable.ts',
    find: 'return text.replace(OBEYED, escaped);',
    replace: 'return text;',
  },
];
