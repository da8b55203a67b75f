import type {
  APIButtonComponentWithCustomId,
  APIButtonComponentWithURL,
  APIEmbed,
  RESTPatchAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageJSONBody,
  RESTPostAPIInteractionCallbackJSONBody,
  RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import { expectTypeOf } from 'expect-type';
import {
  button,
  cdn,
  checkbox,
  colorOf,
  container,
  embed,
  label,
  md,
  mention,
  mentionsIn,
  message,
  modal,
  poll,
  row,
  section,
  separator,
  stringSelect,
  textDisplay,
  textInput,
  thumbnail,
  userSelect,
  type Message,
} from '../../src/index.js';

const go = button({ customId: 'go', label: 'Go' });
const select = stringSelect({ customId: 'pick', options: ['a'] });

// What is built is what Discord reads, and goes wherever messages go
expectTypeOf(embed({})).toEqualTypeOf<Readonly<APIEmbed>>();
expectTypeOf(go).toEqualTypeOf<Readonly<APIButtonComponentWithCustomId>>();
expectTypeOf(button({ url: 'https://e.com', label: 'x' })).toEqualTypeOf<Readonly<APIButtonComponentWithURL>>();
expectTypeOf(message({ content: 'x' })).toExtend<RESTPostAPIChannelMessageJSONBody>();
expectTypeOf(message({ content: 'x' })).toExtend<RESTPostAPIWebhookWithTokenJSONBody>();
expectTypeOf(message({ content: 'x' })).toExtend<RESTPatchAPIChannelMessageJSONBody>();
export const answer: RESTPostAPIInteractionCallbackJSONBody = { type: 4, data: message({ content: 'x', ephemeral: true }) };
export const form: RESTPostAPIInteractionCallbackJSONBody = { type: 9, data: modal({ customId: 'x', title: 'x', components: ['x'] }) };
declare const given: Message;
void given.reply(message({ content: 'x' }));
void given.reply({ content: 'x', embeds: [embed({ title: 'x' })], components: [row(go)], poll: poll({ question: 'x', answers: ['x'] }) });

// What is built stays as it is
// @ts-expect-error it is readonly
embed({ title: 'x' }).title = 'y';

// Buttons are of one kind
// @ts-expect-error a link tells the bot nothing
button({ customId: 'x', url: 'https://e.com', label: 'x' });
// @ts-expect-error a link has no style
button({ url: 'https://e.com', label: 'x', style: 'danger' });
// @ts-expect-error Discord writes what is sold
button({ skuId: '1', label: 'x' });
// @ts-expect-error none at all
button({ label: 'x' });
// @ts-expect-error there is no such style
button({ customId: 'x', label: 'x', style: 'red' });
// @ts-expect-error Discord's own name
button({ custom_id: 'x', label: 'x' });

// Rows hold buttons, or one select
row(go, go);
row(select);
// @ts-expect-error a select stands alone
row(select, go);
// @ts-expect-error two selects
row(select, userSelect({ customId: 'x' }));
// @ts-expect-error a text is no button
row(textDisplay('x'));
// @ts-expect-error a field of a form
row(textInput({ customId: 'x' }));

// Messages are of one version
message({ content: 'x', components: [row(go)] });
message({ components: ['x', row(go), container({ components: ['x', separator()] })] });
// @ts-expect-error a container beside a text
message({ content: 'x', components: [container({ components: ['x'] })] });
// @ts-expect-error components beside an embed
message({ embeds: [embed({ title: 'x' })], components: ['x'] });
// @ts-expect-error a button needs a row
message({ components: [go] });
// @ts-expect-error a thumbnail needs a section
message({ components: [thumbnail('https://e.com/a.png')] });
// @ts-expect-error a label is for forms
message({ components: [label({ label: 'x', component: checkbox({ customId: 'x' }) })] });
// @ts-expect-error there is no such part
message({ contents: 'x' });

// Containers and sections hold what they can show
section({ components: ['x'], accessory: go });
// @ts-expect-error something beside it
section({ components: ['x'] });
// @ts-expect-error a select is no accessory
section({ components: ['x'], accessory: select });
// @ts-expect-error a button needs a row
container({ components: [go] });
// @ts-expect-error no box in a box
container({ components: [container({ components: ['x'] })] });

// Forms hold labels, labels hold fields
label({ label: 'x', component: userSelect({ customId: 'x' }) });
// @ts-expect-error a button is no field
label({ label: 'x', component: go });
// @ts-expect-error a field needs a label
modal({ customId: 'x', title: 'x', components: [textInput({ customId: 'x' })] });
// @ts-expect-error rows are of old
modal({ customId: 'x', title: 'x', components: [row(go)] });

// Words
expectTypeOf(md`${1} ${'x'}`).toEqualTypeOf<string>();
for (const found of mentionsIn('')) {
  if (found.mention.kind === 'emoji') expectTypeOf(found.mention.isAnimated).toEqualTypeOf<boolean>();
  if (found.mention.kind === 'timestamp') expectTypeOf(found.mention.atMs).toEqualTypeOf<number>();
}
cdn.userAvatar('1', 'x', { format: 'gif', size: 128 });
// @ts-expect-error a splash stands still
cdn.guildSplash('1', 'x', { format: 'gif' });
// @ts-expect-error no power of two
cdn.userAvatar('1', 'x', { size: 100 });
mention.timestamp(0, 'S');
// @ts-expect-error there is no such style
mention.timestamp(0, 'x');
colorOf('Blurple');
// @ts-expect-error there is no such colour
colorOf('Blurpel');
// @ts-expect-error an object is no text
export const noText: string = md`${{}}`;
