import { addDays, startOfLocalDay } from '@yotei/time';
import { Draws, drawnOffers, exchangeBook } from '../../../../tests/kit/exchange-case.js';
import { alternativesTo, ExchangeDesk, findCycle } from './index.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const AGENTS = 1_000;
const SEARCHES = 12;

/** Processor time: other work on the machine does not count. */
function cpuMillis(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A week of 1,000 agents, every one of whom offers a shift for some day or other. */
export function bench(): BenchRow[] {
  const book = { ...exchangeBook(11, AGENTS), now: 0 };
  const draws = new Draws(5);
  const offers = drawnOffers(book, draws, 2 * AGENTS);
  const perAgent = new Map(offers.map((offer) => [book.shifts.find(({ id }) => id === offer.shiftId)!.agentId, offer]));
  const own = [...perAgent.values()].map((offer) =>
    // One wished-for day each: the hard case, because most pairs do not fit.
    ({ ...offer, accepts: [dayOf(book.problem, draws)] }),
  );
  const times: number[] = [];
  const rings: number[] = [];
  for (let i = 0; i < SEARCHES; i++) {
    const desk = new ExchangeDesk(book);
    const first = own[(i * 83) % own.length]!.shiftId;
    times.push(cpuMillis(() => findCycle(desk, own, first, { least: 2 })));
    const fresh = new ExchangeDesk(book);
    rings.push(cpuMillis(() => findCycle(fresh, own, first, { least: 3 })));
  }
  const desk = new ExchangeDesk(book);
  const swap = { kind: 'swap', giveShiftId: book.shifts[0]!.id, takeShiftId: book.shifts[9]!.id } as const;
  const first = cpuMillis(() => desk.judge(swap));
  const again = cpuMillis(() => {
    for (let i = 0; i < 100; i++) desk.judge({ ...swap, takeShiftId: book.shifts[20 + i]!.id });
  });
  const others = cpuMillis(() => alternativesTo(desk, swap));
  return [
    { name: `offers of ${AGENTS} agents`, value: own.length, unit: 'offers' },
    { name: 'best exchange of 2 to 4 agents, mean', value: mean(times), unit: 'ms CPU' },
    { name: 'best exchange of 2 to 4 agents, slowest', value: Math.max(...times), unit: 'ms CPU' },
    { name: 'best ring of 3 or 4 agents, mean', value: mean(rings), unit: 'ms CPU' },
    { name: 'best ring of 3 or 4 agents, slowest', value: Math.max(...rings), unit: 'ms CPU' },
    { name: 'first verdict on a fresh week', value: first, unit: 'ms CPU' },
    { name: 'each verdict after it', value: again / 100, unit: 'ms CPU' },
    { name: 'five nearest alternatives', value: others, unit: 'ms CPU' },
  ];
}

function dayOf({ startsOn, zone }: { startsOn: string; zone: string }, draws: Draws) {
  const on = addDays(startsOn, draws.below(7));
  return { startAt: startOfLocalDay(on, zone), endAt: startOfLocalDay(addDays(on, 1), zone) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
