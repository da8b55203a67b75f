import { AplombError, Rest } from 'aplomb';
import { post } from './post.js';

/*
 * WEBHOOK_URL=https://discord.com/api/webhooks/… node dist/esm/webhook-poster/main.js The build is green
 *
 * A webhook's URL holds all that is needed: no bot, no token, no gateway.
 */

const { WEBHOOK_URL } = process.env;
const content = process.argv.slice(2).join(' ');

if (WEBHOOK_URL === undefined || content === '') {
  console.error('Give WEBHOOK_URL ("Copy Webhook URL" in the settings of a channel), and what to say.');
  process.exitCode = 1;
} else {
  await using rest = new Rest();
  try {
    const id = await post(rest, WEBHOOK_URL, content);
    console.log(id === null ? 'That webhook was deleted.' : `Posted as message ${id}.`);
    process.exitCode = id === null ? 1 : 0;
  } catch (error) {
    // Its messages say what happened and what to do, and show no webhook's token.
    if (!AplombError.is(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
