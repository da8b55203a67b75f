import { describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, reachedByHistories, reachedByTables, stateDiagram } from './reachedTransitions.js';

const PAGE = join(__dirname, '../../../../docs/topics/shard-lifecycle.md');
const DIAGRAM = /(?<=```mermaid\n)stateDiagram-v2\n[^`]*(?=```)/;
const reached = reachedByTables();

/** Whether jest was called with `-u`: snapshots are written then, and so is the diagram. */
function isRenewing(): boolean {
  const { snapshotState } = expect.getState() as { snapshotState?: { _updateSnapshot?: string } };
  return snapshotState?._updateSnapshot === 'all';
}

/** The diagram of the page; with `-u` it is drawn anew first. */
function drawnDiagram(): string | undefined {
  const page = readFileSync(PAGE, 'utf8');
  if (isRenewing())
    writeFileSync(
      PAGE,
      page.replace(DIAGRAM, () => stateDiagram(reached)),
    );
  return DIAGRAM.exec(readFileSync(PAGE, 'utf8'))?.[0];
}

describe('the transitions that a shard makes', () => {
  it('are these', () => {
    expect(reached.map(nameOf)).toMatchSnapshot();
  });

  it('are all that any history leads to', () => {
    const known = new Set(reached.map(nameOf));
    expect(
      reachedByHistories(1_500, 42)
        .map(nameOf)
        .filter((name) => !known.has(name)),
    ).toEqual([]);
  });

  it('leave no stage out, and none but rest and failure without a way on', () => {
    const [left, entered] = [new Set(reached.map(({ before }) => before)), new Set(reached.map(({ after }) => after))];
    expect([left.size, entered.size]).toEqual([10, 10]);
  });

  // To draw it anew: npx jest --selectProjects gateway --testPathPatterns reachedTransitions -u
  it('are the diagram of docs/topics/shard-lifecycle.md (run this file with `-u` to draw it anew)', () => {
    expect(drawnDiagram()).toBe(stateDiagram(reached));
  });
});
