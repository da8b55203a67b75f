import { parseArgs } from 'node:util';

/** What a run of the example is for. */
export type Mode = 'help' | 'live' | 'page' | 'smoke' | 'terminal';

/** What the command line says. */
export interface Settings {
  readonly mode: Mode;
  /** Whether the page may be opened in a browser. */
  readonly opensBrowser: boolean;
  /** Where the page is; 0 takes a free port. */
  readonly port: number;
}

export const usage = `npm start                   a page on which you talk to the example bot, on a Discord that lives in this process
npm start -- --no-browser   the same, without opening a browser
npm start -- --port 4000    the same, at this port
npm start -- --terminal     the same Discord, and a prompt to talk to the bot
npm start -- --smoke        one user says !ping, and the page is fetched; exit 0 when both answer
npm start -- --live         a bot on Discord itself; needs DISCORD_TOKEN
npm start -- --help         this text`;

const MODES = ['help', 'live', 'smoke', 'terminal'] as const;
const OPTIONS = {
  help: { type: 'boolean' },
  live: { type: 'boolean' },
  'no-browser': { type: 'boolean' },
  port: { type: 'string' },
  smoke: { type: 'boolean' },
  terminal: { type: 'boolean' },
} as const;
const PORT_MAX = 65_535;

/** Reads the command line. A word that means nothing gives the sentence to print. */
export function readMode(args: readonly string[]): Settings | { readonly problem: string } {
  try {
    return settingsOf(parseArgs({ args: [...args], options: OPTIONS, strict: true }).values);
  } catch (error) {
    return { problem: `npm start: ${error instanceof Error ? error.message : String(error)}\n\n${usage}` };
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function settingsOf(values: Values): Settings | { readonly problem: string } {
  const [mode = 'page', other] = MODES.filter((name) => values[name] === true);
  if (other !== undefined) return { problem: `npm start takes one of --${mode} and --${other}, not both.\n\n${usage}` };
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > PORT_MAX) return { problem: `There is no port ${String(values.port)}.\n\n${usage}` };
  return { mode, port, opensBrowser: values['no-browser'] !== true };
}
