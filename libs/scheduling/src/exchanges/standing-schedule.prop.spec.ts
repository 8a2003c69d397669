import fc from 'fast-check';
import { Draws, drawnRequest, exchangeBook } from '../../../../tests/kit/exchange-case.js';
import { ExchangeDesk, type ExchangeVerdict, type PlacedShift, type ShiftNews } from './index.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const newsOf = ({ changes }: ExchangeVerdict, step: number): ShiftNews => ({
  changed: changes!.changes.flatMap(({ before, after }, i): PlacedShift[] =>
    after ? [{ ...after, id: before?.id ?? `new ${step} ${i}` }] : [],
  ),
  removedIds: changes!.changes.flatMap(({ before, after }) => (before && !after ? [before.id] : [])),
});

describe('a desk that is told what changed', () => {
  it('judges like one that reads the whole week again, and the one before it still judges its own week', () => {
    let changed = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const draws = new Draws(seed);
        let desk = new ExchangeDesk(exchangeBook(seed, 6));
        for (let step = 0; step < 10; step++) {
          const request = drawnRequest(desk.book, draws);
          const verdict = desk.judge(request);
          expect(verdict).toEqual(new ExchangeDesk(desk.book).judge(request));
          if (!verdict.changes || verdict.changes.timeOff.length > 0) continue;
          const next = desk.after(newsOf(verdict, step));
          const asked = drawnRequest(next.book, draws);
          expect(next.judge(asked)).toEqual(new ExchangeDesk(next.book).judge(asked));
          expect(desk.judge(request)).toEqual(verdict);
          desk = next;
          changed += 1;
        }
      }),
      { numRuns: 12 },
    );
    expect(changed).toBeGreaterThan(20);
  });

  it('judges under other terms by what is known already', () => {
    const desk = new ExchangeDesk(exchangeBook(3, 6));
    const [shift] = desk.book.shifts;
    const request = { kind: 'give-away', shiftId: shift!.id, toAgentId: desk.book.shifts.at(-1)!.agentId } as const;
    desk.judge(request);
    expect(desk.under({ now: shift!.startAt + 1 }).judge(request).reasons).toEqual([
      { kind: 'impossible', outcome: 'refuse', code: 'in-the-past' },
    ]);
  });
});
