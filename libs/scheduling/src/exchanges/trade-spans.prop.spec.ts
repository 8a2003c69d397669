import fc from 'fast-check';
import { Draws, exchangeBook } from '../../../../tests/kit/exchange-case.js';
import { oracleAmounts } from '../../../../tests/kit/roster-oracle.js';
import type { RosterProblem, Shift } from '../roster/index.js';
import { ExchangeDesk, OWN_TIME, type ExchangeBook } from './index.js';

const QUARTER = 15 * 60_000;
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** What templates ask for; after an exchange of part of a shift a policy decides instead. */
const FORM = ['allowed-template', 'template-start-window', 'activity-windows', 'template-activity-lengths'];

/** Part of somebody's shift on the quarter hour, for somebody else; sometimes for as much of theirs. */
function drawnPart({ problem, shifts }: ExchangeBook, draws: Draws) {
  const shift = draws.of(shifts);
  const others = problem.agents.filter(({ id }) => id !== shift.agentId);
  const toAgentId = draws.of(others).id;
  const quarters = (shift.endAt - shift.startAt) / QUARTER;
  const first = draws.below(quarters);
  const length = 1 + draws.below(quarters - first);
  const startAt = shift.startAt + first * QUARTER;
  const spans = [{ startAt, endAt: startAt + length * QUARTER }];
  const back = shifts.filter(({ agentId }) => agentId === toAgentId);
  if (back.length > 0 && draws.below(2) === 0) {
    const { startAt: from } = draws.of(back);
    spans.push({ startAt: from, endAt: from + length * QUARTER });
  }
  return { kind: 'swap-part', fromAgentId: shift.agentId, toAgentId, spans } as const;
}

/** Whether somebody works at the instant; own time is none. */
const worksAt = (shifts: readonly Shift[], agentId: string, at: number): boolean =>
  shifts
    .filter((shift) => shift.agentId === agentId)
    .flatMap(({ activities }) => activities)
    .some(({ activityTypeId, startAt, endAt }) => activityTypeId !== OWN_TIME && startAt <= at && at < endAt);

function lawAmounts(problem: RosterProblem, agentId: string, shifts: readonly Shift[]): Map<string, number> {
  const agent = problem.agents.find(({ id }) => id === agentId)!;
  const must = new Set(problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId));
  const own = shifts.filter((shift) => shift.agentId === agentId);
  return new Map(
    Object.entries(oracleAmounts(problem, agent, own)).filter(
      ([id, sum]) => must.has(id) && !FORM.includes(id) && sum > 0,
    ),
  );
}

describe('parts of shifts, quarter by quarter', () => {
  it('each does what the other would have done in the spans and as before outside, and no template stands in the way', () => {
    let [asked, possible] = [0, 0];
    fc.assert(
      fc.property(seeds, (seed) => {
        const draws = new Draws(seed);
        const book = exchangeBook(seed, 5);
        const desk = new ExchangeDesk({ ...book, now: 0 });
        for (let step = 0; step < 12; step++) {
          const request = drawnPart(book, draws);
          const { changes, reasons } = desk.judge(request);
          if (!changes) continue;
          const gone = new Set(changes.changes.flatMap(({ before }) => before?.id ?? []));
          const next = [
            ...book.shifts.filter(({ id }) => !gone.has(id)),
            ...changes.changes.flatMap(({ after }) => after ?? []),
          ];
          const both = [request.fromAgentId, request.toAgentId];
          const whole = book.shifts.filter(({ agentId }) => both.includes(agentId));
          const [from, until] = [Math.min(...whole.map((s) => s.startAt)), Math.max(...whole.map((s) => s.endAt))];
          for (let at = from; at < until; at += QUARTER) {
            const isTraded = request.spans.some(({ startAt, endAt }) => startAt <= at && at < endAt);
            const [mine, theirs] = isTraded ? [both[1]!, both[0]!] : [both[0]!, both[1]!];
            expect([worksAt(next, both[0]!, at), worksAt(next, both[1]!, at)]).toEqual([
              worksAt(book.shifts, mine, at),
              worksAt(book.shifts, theirs, at),
            ]);
          }
          const told = reasons.map((reason) =>
            reason.kind === 'rule' ? `${reason.agentId} ${reason.breach.ruleId} ${reason.by}` : reason.kind,
          );
          const true_ = both.flatMap((id) =>
            [...lawAmounts(book.problem, id, next)].map(([rule, by]) => `${id} ${rule} ${by}`),
          );
          expect(told.sort()).toEqual(true_.sort());
          asked += 1;
          possible += Number(told.length === 0);
        }
      }),
      { numRuns: 8 },
    );
    // Nothing but rest, hours and law is left to refuse: more than a quarter go through.
    expect(possible / asked).toBeGreaterThan(0.25);
  });
});
