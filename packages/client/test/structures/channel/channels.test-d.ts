import { expectTypeOf } from 'expect-type';
import type { ChannelType } from 'discord-api-types/v10';
import type {
  AnyChannel,
  ChannelHandle,
  ClientEvents,
  ForumChannel,
  GuildBasedChannel,
  Member,
  Message,
  MessageHandle,
  PrivateChannel,
  ReactionAdd,
  Relation,
  StageChannel,
  TextBasedChannel,
  TextChannel,
  Thread,
  User,
  VoiceChannel,
} from '../../../src/index.js';

declare const channel: AnyChannel;
declare const handle: ChannelHandle;
declare const message: Message;

// By its number
if (channel.type === 0) expectTypeOf(channel).toEqualTypeOf<TextChannel>();
if (channel.type === 15) expectTypeOf(channel).toEqualTypeOf<ForumChannel>();
if (channel.type === 'unknown') expectTypeOf(channel.data.type).toEqualTypeOf<number>();
if (channel.type === 10 || channel.type === 11 || channel.type === 12) expectTypeOf(channel).toEqualTypeOf<Thread>();
if (channel.type === 2) expectTypeOf(channel.status).toEqualTypeOf<string | null>();
expectTypeOf<TextChannel['type']>().toEqualTypeOf<ChannelType.GuildText>();

// By its guards
if (channel.isThread()) expectTypeOf(channel).toEqualTypeOf<Thread>();
if (channel.isVoiceBased()) expectTypeOf(channel).toEqualTypeOf<StageChannel | VoiceChannel>();
if (channel.isVoiceBased()) expectTypeOf(channel.members).toEqualTypeOf<Relation<Member>>();
if (channel.isDirect()) expectTypeOf(channel).toEqualTypeOf<PrivateChannel>();
if (channel.isGuild()) expectTypeOf(channel.guildId).toEqualTypeOf<string>();
if (channel.isTextBased()) {
  expectTypeOf(channel).toEqualTypeOf<TextBasedChannel>();
  expectTypeOf(channel.send('hi')).toEqualTypeOf<Promise<Message>>();
}
if (channel.isPostBased() && channel.type === 15) expectTypeOf(channel).toEqualTypeOf<ForumChannel>();

// What a kind does not allow is no deed of it, but a handle has them all
expectTypeOf(handle.send('hi')).toEqualTypeOf<Promise<Message>>();
expectTypeOf(handle.createPost({ name: 'a', message: 'b' })).toEqualTypeOf<Promise<Thread>>();
expectTypeOf(handle.join()).toEqualTypeOf<Promise<void>>();
if (channel.type === 0) void channel.createThread({ name: 'a' });
if (channel.type === 15) void channel.createPost({ name: 'a', message: 'b' });
if (channel.type === 2) void channel.setStatus('a');
// @ts-expect-error not every channel takes messages
void channel.send('hi');
// @ts-expect-error a category takes none
if (channel.type === 4) void channel.send('hi');
// @ts-expect-error a forum takes posts
if (channel.type === 15) void channel.send('hi');
// @ts-expect-error a forum takes posts
if (channel.type === 15) void channel.createThread({ name: 'a' });
// @ts-expect-error only an announcement channel is followed
if (channel.type === 0) void channel.follow('1');
// @ts-expect-error a text channel is no thread
if (channel.type === 0) void channel.join();
// @ts-expect-error a stage has no status
if (channel.type === 13) void channel.setStatus('a');
// @ts-expect-error a direct message has no permissions
if (channel.type === 1) void channel.setOverwrite({ userId: '1' }, {});
// @ts-expect-error there is no such setting
void handle.edit({ nsfv: true });

// A message's channel can always be written to
expectTypeOf(message.channel).toEqualTypeOf<ChannelHandle | TextBasedChannel>();
expectTypeOf(message.channel.send('hi')).toEqualTypeOf<Promise<Message>>();
expectTypeOf(message.author).toEqualTypeOf<User>();
expectTypeOf(message.member).toEqualTypeOf<Member | undefined>();
if (message.channel.isThread()) expectTypeOf(message.channel.parentId).toEqualTypeOf<string | null>();
// @ts-expect-error a message made of components has no text beside them
void message.reply({ content: 'a', components: ['b'] });
// @ts-expect-error who sees it cannot be changed
void message.edit({ content: 'a', ephemeral: true });

// Events
type Args<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>;
expectTypeOf<Args<'channelUpdate'>[0]>().toEqualTypeOf<GuildBasedChannel>();
expectTypeOf<Args<'channelUpdate'>[2]>().toEqualTypeOf<GuildBasedChannel | undefined>();
expectTypeOf<Args<'threadCreate'>[0]>().toEqualTypeOf<Thread>();
expectTypeOf<Args<'threadDelete'>[2]>().toEqualTypeOf<Thread | undefined>();
expectTypeOf<Args<'messageReactionAdd'>[0]>().toEqualTypeOf<ReactionAdd>();
expectTypeOf<Args<'messageReactionAdd'>[0]['message']>().toEqualTypeOf<Message | MessageHandle>();
expectTypeOf<Args<'messageDeleteBulk'>[2]>().toEqualTypeOf<readonly Message[] | undefined>();

// In a guild or not
expectTypeOf(message.guildId).toEqualTypeOf<string | undefined>();
if (message.inGuild()) expectTypeOf(message.guildId).toEqualTypeOf<string>();
