// A bot of discord.js in a process of its own, as a ShardingManager starts it: pongBot.cjs <origin>.
const { Client, GatewayIntentBits } = require('discord.js');

const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
const client = new Client({ intents: [Guilds, GuildMessages, MessageContent], rest: { api: `${process.argv[2]}/api` } });
client.on('messageCreate', (message) => {
  if (message.content === '!ping') void message.reply('Pong!');
});
void client.login(process.env.DISCORD_TOKEN);
