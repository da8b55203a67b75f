/** What a person can do in the conversation besides talking. */
export type SlashCommand =
  | { readonly type: 'drop' }
  | { readonly type: 'close'; readonly code: number }
  | { readonly type: 'zombify' }
  | { readonly type: 'op7' }
  | { readonly type: 'op9'; readonly resumable: boolean }
  | { readonly type: 'status' }
  | { readonly type: 'help' }
  | { readonly type: 'quit' }
  | { readonly type: 'unclear'; readonly sentence: string };

export const slashHelp = `Whatever you type is said by alice in #general; the bot knows !help.
  /drop          cut the shard's socket without a word
  /close 4009    close it with a code (1000, 4000–4014)
  /zombify       answer no heartbeat from now on
  /op7           ask the shard to reconnect
  /op9 [resume]  declare its session invalid, or only its connection
  /status        the shard's stage and latency
  /quit          shut down (so does Ctrl-C)`;

/** Reads a typed line; `null` when it is something to say and not a command. */
export function readSlashCommand(line: string): SlashCommand | null {
  if (!line.startsWith('/')) return null;
  const [word = '', argument] = line.slice(1).trim().split(/\s+/);
  switch (word) {
    case 'drop':
    case 'zombify':
    case 'op7':
    case 'status':
    case 'help':
    case 'quit':
      return { type: word };
    case 'op9':
      return { type: 'op9', resumable: argument === 'resume' };
    case 'close':
      return readClose(argument);
    default:
      return { type: 'unclear', sentence: `There is no /${word}. Try /help.` };
  }
}

function readClose(argument: string | undefined): SlashCommand {
  const code = Number(argument ?? 4000);
  const isAllowed = code === 1000 || (Number.isInteger(code) && code >= 4000 && code <= 4014);
  return isAllowed ? { type: 'close', code } : { type: 'unclear', sentence: `${argument ?? ''} is no close code of Discord: /close 4009.` };
}
