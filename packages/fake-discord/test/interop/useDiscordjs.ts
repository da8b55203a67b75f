import { afterEach, beforeEach, expect } from '@jest/globals';
import type { Client, ClientOptions, GatewayIntentBits, Guild as TheirGuild, Interaction, TextChannel } from 'discord.js';
import { FakeDiscord } from '../../src/index.js';
import type { Channel, FakeDiscordOptions, Guild, Message, PermissionInput, User } from '../../src/index.js';
import { connectDiscordjs } from './connectDiscordjs.js';

/** One guild twice: as the fake has it, and as discord.js has heard of it. */
export interface DiscordjsHome {
  readonly alice: User;
  readonly client: Client<true>;
  readonly discord: FakeDiscord;
  readonly general: Channel;
  readonly guild: Guild;
  /** The guild as discord.js caches it. */
  readonly theirGuild: TheirGuild;
  /** #general as discord.js caches it. */
  readonly theirs: TextChannel;
  /** What discord.js sends, seen from this side. */
  post(body: object): Promise<Message>;
}

/** What is not as it is by default. */
export interface DiscordjsHomeOptions {
  /** @defaultValue that of an administrator */
  readonly botPermissions?: readonly PermissionInput[];
  readonly clientOptions?: Partial<ClientOptions>;
  readonly fake?: FakeDiscordOptions;
  /** @defaultValue all */
  readonly intents?: readonly GatewayIntentBits[];
}

/**
 * A bot of discord.js that is ready, in a guild with #general and alice, anew for each test of the file. After each, nothing may have been asked for that
 * is not simulated, and the bot may have done nothing that Discord punishes.
 */
export function useDiscordjs({
  botPermissions = ['Administrator'],
  clientOptions,
  fake = {},
  intents,
}: DiscordjsHomeOptions = {}): DiscordjsHome {
  const home = {} as { -readonly [Part in keyof DiscordjsHome]: DiscordjsHome[Part] };
  beforeEach(async () => {
    home.discord = await FakeDiscord.start({ rateLimits: false, ...fake });
    home.guild = home.discord.addGuild({ name: 'Home', botPermissions });
    home.general = home.guild.addTextChannel('general');
    home.alice = home.guild.addMember('alice');
    home.client = await connectDiscordjs(home.discord, intents, clientOptions);
    home.theirGuild = await home.client.guilds.fetch(home.guild.id);
    home.theirs = (await home.client.channels.fetch(home.general.id)) as TextChannel;
    home.post = async (body) => {
      const { id } = await home.theirs.send(body);
      return home.general.messages.find((message) => message.id === id)!;
    };
  });
  afterEach(async () => {
    const { client, discord } = home;
    await client.destroy();
    await discord.close();
    expect([discord.unsupported, discord.gateway.journal.violations]).toEqual([[], []]);
  });
  return home;
}

/** The next thing of this kind that a client of discord.js tells. */
export function nextEvent<Told>(client: Pick<Client, 'once'>, event: string): Promise<Told> {
  return new Promise<Told>((resolve) => {
    client.once(event as never, resolve as never);
  });
}

/** How a bot answers the interactions of a test. What it throws fails the test. */
export interface Answers {
  with(answer: (interaction: Interaction) => Promise<unknown>): void;
}

/** Lets each test of the file say how its bot answers interactions. Used after {@link useDiscordjs}. */
export function answersOf(home: DiscordjsHome): Answers {
  let answer: (interaction: Interaction) => Promise<unknown>;
  let failures: unknown[];
  beforeEach(() => {
    failures = [];
    answer = () => Promise.resolve();
    home.client.on('interactionCreate', (interaction) => {
      answer(interaction).catch((error: unknown) => failures.push(error));
    });
  });
  afterEach(() => expect(failures).toEqual([]));
  return {
    with: (given) => {
      answer = given;
    },
  };
}
