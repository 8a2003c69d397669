import fc from 'fast-check';
import { Draws, drawnOffers, exchangeBook } from '../../../../tests/kit/exchange-case.js';
import { oracleAmounts } from '../../../../tests/kit/roster-oracle.js';
import { alternativesTo, ExchangeDesk, findCycle, type ExchangeBook, type SwapOffer } from './index.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** Whether an agent breaks nothing by giving one shift and taking another: by the second opinion, remembered. */
function secondOpinion({ problem, shifts }: ExchangeBook): (givesId: string, takesId: string) => boolean {
  const must = new Set(problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId));
  const known = new Map<string, boolean>();
  return (givesId, takesId) => {
    const key = `${givesId} ${takesId}`;
    const gives = shifts.find(({ id }) => id === givesId)!;
    const takes = shifts.find(({ id }) => id === takesId)!;
    const agent = problem.agents.find(({ id }) => id === gives.agentId)!;
    let legal = known.get(key);
    if (legal === undefined) {
      const own = shifts.filter((shift) => shift.agentId === agent.id && shift.id !== givesId);
      const amounts = oracleAmounts(problem, agent, [...own, { ...takes, agentId: agent.id }]);
      legal = Object.entries(amounts).every(([ruleId, amount]) => amount === 0 || !must.has(ruleId));
      known.set(key, legal);
    }
    return legal;
  };
}

function worthOf({ shifts }: ExchangeBook, { shiftId, accepts }: SwapOffer, takesId: string): number | null {
  const [gives, takes] = [shiftId, takesId].map((id) => shifts.find((shift) => shift.id === id)!);
  if (gives!.agentId === takes!.agentId) return null;
  if (gives!.startAt === takes!.startAt && gives!.endAt === takes!.endAt) return null;
  if (accepts.length === 0) return 1;
  const fitting = accepts.filter(({ startAt, endAt }) => startAt <= takes!.startAt && takes!.startAt < endAt);
  return fitting.length === 0 ? null : Math.max(...fitting.map(({ worth = 1 }) => worth));
}

/** Every ring of so many offers that begins with the first one, with its worth. */
function allCycles(book: ExchangeBook, offers: readonly SwapOffer[], firstId: string, length: number): number[] {
  const legal = secondOpinion(book);
  const agentOf = (offer: SwapOffer) => book.shifts.find(({ id }) => id === offer.shiftId)!.agentId;
  const worths: number[] = [];
  const walk = (path: readonly SwapOffer[], worth: number): void => {
    const last = path.at(-1)!;
    const step = (to: SwapOffer) => {
      const more = worthOf(book, last, to.shiftId);
      return more !== null && legal(last.shiftId, to.shiftId) ? worth + more : null;
    };
    if (path.length === length) {
      const total = step(path[0]!);
      if (total !== null) worths.push(total);
      return;
    }
    for (const to of offers) {
      if (path.some((offer) => agentOf(offer) === agentOf(to))) continue;
      const total = step(to);
      if (total !== null) walk([...path, to], total);
    }
  };
  walk([offers.find(({ shiftId }) => shiftId === firstId)!], 0);
  return worths;
}

describe('a ring of exchanges', () => {
  it('is the shortest and then the most welcome there is, and breaks no rule for anyone in it', () => {
    const lengths = new Set<number>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const draws = new Draws(seed);
        const drawn = exchangeBook(seed, 6);
        const book = { ...drawn, now: drawn.problem.historyFromAt! };
        const offers = drawnOffers(book, draws, 9);
        const first = offers[0]!.shiftId;
        const { found, complete } = findCycle(new ExchangeDesk(book), offers, first);
        expect(complete).toBe(true);
        const byLength = [2, 3, 4].map((length) => allCycles(book, offers, first, length));
        const best = byLength.findIndex((worths) => worths.length > 0);
        if (best < 0) {
          expect(found).toBeNull();
          return;
        }
        lengths.add(best + 2);
        expect(found!.verdict.parties).toHaveLength(best + 2);
        expect(found!.verdict.colour).toBe('green');
        expect(found!.worth).toBeCloseTo(Math.max(...byLength[best]!), 9);
        for (const { agentId, after } of found!.verdict.parties) {
          const agent = book.problem.agents.find(({ id }) => id === agentId)!;
          const { 'max-continuous-contact-minutes': _preferred, ...must } = oracleAmounts(book.problem, agent, after);
          expect(Object.values(must).every((amount) => amount === 0)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
    expect(lengths.size).toBeGreaterThan(1);
  });

  it('says so when it had to stop before the end', () => {
    const book = exchangeBook(3, 8);
    const offers = drawnOffers(book, new Draws(3), 20);
    const search = findCycle(new ExchangeDesk(book), offers, offers[0]!.shiftId, { mostJudged: 0 });
    expect(search).toEqual({ found: null, complete: false, judged: 0 });
  });
});

describe('alternatives to a swap', () => {
  it('break no rule, and none are missed where none are told', () => {
    let told = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const draws = new Draws(seed);
        const book = exchangeBook(seed, 4);
        const legal = secondOpinion(book);
        const [gives, takes] = [draws.of(book.shifts), draws.of(book.shifts)];
        if (gives.startAt < book.now) return;
        const request = { kind: 'swap', giveShiftId: gives.id, takeShiftId: takes.id } as const;
        const found = alternativesTo(new ExchangeDesk(book), request, { most: 50 });
        for (const { request: other, verdict } of found) {
          expect(verdict.colour).toBe('green');
          if (other.kind === 'swap') {
            expect(legal(gives.id, other.takeShiftId) && legal(other.takeShiftId, gives.id)).toBe(true);
            told += 1;
          }
        }
        const swaps = found.flatMap(({ request: other }) => (other.kind === 'swap' ? other.takeShiftId : []));
        const possible = book.shifts.filter(
          (other) =>
            other.agentId !== gives.agentId &&
            other.id !== takes.id &&
            other.startAt >= book.now &&
            (other.startAt !== gives.startAt || other.endAt !== gives.endAt) &&
            legal(gives.id, other.id) &&
            legal(other.id, gives.id),
        );
        expect(swaps.sort()).toEqual(possible.map(({ id }) => id).sort());
      }),
      { numRuns: 15 },
    );
    expect(told).toBeGreaterThan(0);
  });
});
