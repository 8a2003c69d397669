import { liveBoard } from '../../../../../tests/kit/web/live-fixture.js';
import { agentsOf } from './live-agents.js';
import { linesOf, totalsOf } from './live-order.js';
import { tickAll } from './use-live-board.js';

const AGENTS = 5_000;
const TICKS = 40;
const STATES = ['available', 'handling', 'after-contact', 'away', 'on-break'];

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const cpuMillis = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What one second of the live board costs the browser's main thread before it is drawn. */
export function bench(): readonly Row[] {
  const now = Date.parse('2026-11-04T03:10:00Z');
  const people = Array.from({ length: AGENTS }, (_, place) => ({
    name: `Agent ${(place * 7919) % AGENTS}`,
    state: STATES[place % STATES.length]!,
    minutes: 1 + (place % 90),
  }));
  const board = liveBoard(now, people);
  let agents: ReturnType<typeof agentsOf> = [];
  const opening = cpuMillis(() => {
    agents = agentsOf(board);
    tickAll(agents, board.sources, now);
  });
  for (let tick = 1; tick <= 5; tick += 1) tickAll(agents, board.sources, now + tick * 1000);
  const ticking = cpuMillis(() => {
    for (let tick = 6; tick < 6 + TICKS; tick += 1) tickAll(agents, board.sources, now + tick * 1000);
  });
  const sorting = cpuMillis(() => {
    for (let tick = 0; tick < TICKS; tick += 1) {
      linesOf(agents, {});
      totalsOf(agents);
    }
  });
  const perThousand = (millis: number): number => Number((millis / TICKS / (AGENTS / 1000)).toFixed(2));
  return [
    { name: `opening ${AGENTS} agents, CPU`, value: Number(opening.toFixed(1)), unit: 'ms' },
    { name: 'walking on, CPU per tick and 1,000 agents', value: perThousand(ticking), unit: 'ms' },
    { name: 'order and totals, CPU per tick and 1,000 agents', value: perThousand(sorting), unit: 'ms' },
  ];
}
