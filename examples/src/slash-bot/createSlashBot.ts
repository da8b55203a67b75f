import { Client, type ClientOptions } from 'aplomb';
import { introduce } from './introduce.js';
import { roll, rollAgain } from './dice.js';

/** A bot of slash commands: `/roll` answers with a button, `/introduce` with a form. Interactions need no intent. */
export function createSlashBot(options: Omit<ClientOptions, 'intents'>, random: () => number = Math.random): Client {
  const client = new Client({ ...options, intents: ['Guilds'] });
  client.on('interactionCreate', async (interaction) => {
    if (interaction.isButton()) await rollAgain(interaction, random);
    else if (interaction.isCommand() && interaction.commandName === 'roll') await roll(interaction, random);
    else if (interaction.isCommand() && interaction.commandName === 'introduce') await introduce(interaction);
  });
  return client;
}
