import { dispatchEvents } from '@aplomb/gateway';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { readText } from './repository.js';

const FOLDER = 'packages/client/src/structures/events';
const NONE = '—';

/** What each member of an interface is, as it is written. */
function membersOf(file: string, name: string): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(file, readText(`${FOLDER}/${file}`), ts.ScriptTarget.ES2022, true);
  const declared = source.statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === name) as ts.InterfaceDeclaration;
  const members = declared.members.filter((each) => ts.isPropertySignature(each));
  return new Map(members.map((member) => [member.name.getText(), member.type?.getText() ?? '']));
}

const views = new Map([...membersOf('dispatchViews.ts', 'RichViews'), ...membersOf('guildViews.ts', 'GuildRichViews')]);
const before = new Map([...membersOf('dispatchViews.ts', 'BeforeViews'), ...membersOf('guildViews.ts', 'GuildBeforeViews')]);

/** The row of a dispatch, as the code has it: the event, what handlers get first and third, and which intents bring it. */
function rowOf([name, intents]: readonly [string, readonly string[]]): string {
  const event = name.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const known = (text: string | undefined): string => (text === undefined ? NONE : plain(text));
  return [event, plain(views.get(name) ?? 'EventView'), known(before.get(name)), intents.join(', ') || NONE].join(' | ');
}

/** `readonly Emoji[]` → `Emoji[]`. */
function plain(type: string): string {
  return type.replace('readonly ', '');
}

/** The rows of the page's tables, without their marks. */
function rowsOnPage(): readonly string[] {
  const [, after = ''] = readText('docs/topics/events.md').split("\n## Every event of Discord's\n");
  const lines = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.replaceAll('`', '').trim());
    return cells.slice(1, -1).join(' | ');
  });
}

describe('the table of events', () => {
  it('has each dispatch once, with what handlers get and what brings it', () => {
    const dispatches = Object.entries(dispatchEvents);
    expect(views.size).toBeGreaterThan(70);
    expect([...rowsOnPage()].sort()).toEqual(dispatches.map(rowOf).sort());
  });
});
