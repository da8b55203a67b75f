/** What a run of the example is for. */
export type Mode = 'talk' | 'smoke' | 'live' | 'help';

export const usage = `npm start                 talk to the example bot on a Discord that lives in this process
npm start -- --smoke      one user says !ping; exit 0 when the bot answers
npm start -- --live       the same bot on Discord itself; needs DISCORD_TOKEN
npm start -- --help       this text`;

/** Reads the command line. A word that means nothing gives the sentence to print. */
export function readMode(args: readonly string[]): { readonly mode: Mode } | { readonly problem: string } {
  const unknown = args.find((arg) => !['--smoke', '--live', '--help'].includes(arg));
  if (unknown !== undefined) return { problem: `npm start knows no ${unknown}.\n\n${usage}` };
  if (args.length > 1) return { problem: `npm start takes one of ${args.join(' and ')}, not both.\n\n${usage}` };
  return { mode: args[0] === undefined ? 'talk' : (args[0].slice(2) as Mode) };
}
