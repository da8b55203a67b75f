import { SHORT, WHOLE, type Figure, type ReportSize } from './Figure.js';
import { halfOpenFigure } from './halfOpen.js';
import { outageFigures } from './outages.js';
import { recoveryFigures } from './recoveries.js';
import { resumableFigures } from './resumableFaults.js';
import { virtualFigures } from './virtualFigures.js';

const NAME_WIDTH = 92;
const GOAL_WIDTH = 28;
const MEASURED_WIDTH = 30;

/** Measures how the gateway stands its faults, over real sockets and in virtual time, and prints each figure beside its goal. It judges nothing. */
export async function reportFaults(options: { readonly isShort?: boolean } = {}): Promise<void> {
  const size = options.isShort === true ? SHORT : WHOLE;
  let unhandled = 0;
  const count = (): void => {
    unhandled += 1;
  };
  process.on('unhandledRejection', count);
  process.on('uncaughtExceptionMonitor', count);
  print(line('figure', 'goal', 'measured', ''));
  for await (const figure of figures(size)) printFigure(figure);
  process.off('unhandledRejection', count);
  process.off('uncaughtExceptionMonitor', count);
  printFigure({ name: 'crashes and unhandled rejections meanwhile', goal: '0', measured: String(unhandled), isMet: unhandled === 0 });
}

async function* figures(size: ReportSize): AsyncGenerator<Figure> {
  yield* recoveryFigures(size.recoveries);
  yield* outageFigures();
  yield* resumableFigures();
  yield halfOpenFigure();
  yield* virtualFigures(size);
}

function printFigure({ name, goal, measured, isMet }: Figure): void {
  print(line(name, goal, measured, isMet ? 'ok' : 'missed'));
}

function line(name: string, goal: string, measured: string, verdict: string): string {
  return `${name.padEnd(NAME_WIDTH)} ${goal.padEnd(GOAL_WIDTH)} ${measured.padEnd(MEASURED_WIDTH)} ${verdict}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
