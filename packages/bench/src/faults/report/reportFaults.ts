import { SHORT, WHOLE, type Figure, type ReportSize } from './Figure.js';
import { halfOpenFigure } from './halfOpen.js';
import { outageFigures } from './outages.js';
import { recoveryFigures } from './recoveries.js';
import { restFigures } from './rest/restFigures.js';
import { resumableFigures } from './resumableFaults.js';
import { virtualFigures } from './virtualFigures.js';

const NAME_WIDTH = 92;
const GOAL_WIDTH = 28;
const MEASURED_WIDTH = 30;

/** What a report is about. */
export type ReportPart = 'gateway' | 'rest';

/** Measures how the gateway and REST stand their faults, over real sockets and in virtual time, and prints each figure beside its goal. It judges nothing. */
export async function reportFaults(options: { readonly isShort?: boolean; readonly parts?: readonly ReportPart[] } = {}): Promise<void> {
  const size = options.isShort === true ? SHORT : WHOLE;
  const parts = options.parts ?? ['gateway', 'rest'];
  let unhandled = 0;
  const count = (): void => {
    unhandled += 1;
  };
  process.on('unhandledRejection', count);
  process.on('uncaughtExceptionMonitor', count);
  print(line('figure', 'goal', 'measured', ''));
  if (parts.includes('gateway')) for await (const figure of gatewayFigures(size)) printFigure(figure);
  if (parts.includes('rest')) for await (const figure of restFigures()) printFigure(figure);
  process.off('unhandledRejection', count);
  process.off('uncaughtExceptionMonitor', count);
  printFigure({ name: 'crashes and unhandled rejections meanwhile', goal: '0', measured: String(unhandled), isMet: unhandled === 0 });
}

async function* gatewayFigures(size: ReportSize): AsyncGenerator<Figure> {
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
