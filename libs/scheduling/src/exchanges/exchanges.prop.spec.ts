import { overlaps } from '@yotei/time';
import fc from 'fast-check';
import { Draws, drawnRequest, drawnShift, exchangeBook } from '../../../../tests/kit/exchange-case.js';
import { oracleAmounts } from '../../../../tests/kit/roster-oracle.js';
import type { RosterProblem, Shift } from '../roster/index.js';
import { ExchangeDesk, OWN_TIME, type ExchangeBook, type ExchangeRequest, type ExchangeVerdict } from './index.js';

const MINUTE = 60_000;
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const shiftsAfter = ({ shifts }: ExchangeBook, { changes }: ExchangeVerdict): ExchangeBook['shifts'] => {
  const gone = new Set(changes!.changes.flatMap(({ before }) => before?.id ?? []));
  const added = changes!.changes.flatMap(({ before, after }, i) =>
    after ? [{ ...after, id: before?.id ?? `new ${shifts.length} ${i} ${after.startAt} ${after.agentId}` }] : [],
  );
  return [...shifts.filter(({ id }) => !gone.has(id)), ...added];
};

const bookAfter = (book: ExchangeBook, verdict: ExchangeVerdict): ExchangeBook => ({
  ...book,
  problem: { ...book.problem, timeOff: [...book.problem.timeOff, ...verdict.changes!.timeOff] },
  shifts: shiftsAfter(book, verdict),
});

/** Must rules by agent, told by the second opinion. */
function mustAmounts(problem: RosterProblem, shifts: readonly Shift[]): Map<string, number> {
  const must = new Set(problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId));
  const amounts = new Map<string, number>();
  for (const agent of problem.agents) {
    const own = shifts.filter(({ agentId }) => agentId === agent.id);
    for (const [ruleId, amount] of Object.entries(oracleAmounts(problem, agent, own)))
      if (must.has(ruleId) && amount > 0) amounts.set(`${agent.id} ${ruleId}`, amount);
  }
  return amounts;
}

const minutesOf = (shifts: readonly Shift[], types?: readonly string[]) =>
  shifts
    .flatMap(({ activities }) => activities)
    .filter(({ activityTypeId }) => types?.includes(activityTypeId) ?? activityTypeId !== OWN_TIME)
    .reduce((sum, { startAt, endAt }) => sum + (endAt - startAt) / MINUTE, 0);

/** How total presence changes, from the request alone. */
function presenceChange(request: ExchangeRequest): number {
  if (request.kind === 'voluntary-time-off') return -(request.span.endAt - request.span.startAt) / MINUTE;
  if (request.kind === 'pick-up' || request.kind === 'overtime')
    return (request.work.endAt - request.work.startAt) / MINUTE;
  return 0;
}

const isClash = (a: Shift, b: Shift): boolean => a.agentId === b.agentId && overlaps(a, b);

function expectNobodyTwice(shifts: readonly Shift[]): void {
  for (const one of shifts) {
    const twice = shifts.find(
      (other) =>
        other !== one && other.agentId === one.agentId && other.startAt < one.endAt && one.startAt < other.endAt,
    );
    expect(twice).toBeUndefined();
    expect(one.activities[0]!.startAt).toBe(one.startAt);
    expect(one.activities.at(-1)!.endAt).toBe(one.endAt);
    one.activities.slice(1).forEach(({ startAt }, i) => expect(startAt).toBe(one.activities[i]!.endAt));
  }
}

describe('exchanges of any kind, one after another', () => {
  it('break no must rule, conserve hours and leave nobody in two places', () => {
    let applied = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const draws = new Draws(seed);
        let book = exchangeBook(seed, 6);
        expect(mustAmounts(book.problem, book.shifts)).toEqual(new Map());
        for (let step = 0; step < 14; step++) {
          const request = drawnRequest(book, draws);
          const verdict = new ExchangeDesk(book).judge(request);
          if (verdict.colour === 'red') continue;
          const next = bookAfter(book, verdict);
          applied += 1;
          expect(mustAmounts(next.problem, next.shifts)).toEqual(new Map());
          expectNobodyTwice(next.shifts);
          expect(minutesOf(next.shifts) - minutesOf(book.shifts)).toBeCloseTo(presenceChange(request), 6);
          if (presenceChange(request) === 0)
            for (const type of ['contact', 'break', 'lunch']) {
              const more = minutesOf(next.shifts, [type]) - minutesOf(book.shifts, [type]);
              // A break more, where a part exchanged makes one due, is taken from contact work.
              if (request.kind === 'swap-part') expect(type === 'contact' ? -more : more).toBeGreaterThanOrEqual(0);
              else expect(more).toBeCloseTo(0, 6);
            }
          book = next;
        }
      }),
      { numRuns: 16 },
    );
    expect(applied).toBeGreaterThan(30);
  });

  it('leave nobody worse by any must rule, whatever was broken before; rings too', () => {
    const kinds = new Set<string>();
    let brokenBefore = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const draws = new Draws(seed);
        const legal = exchangeBook(seed, 5);
        // A planner has overridden rules for some: their shift begins at another time, or on another day.
        const shifts = legal.shifts.map((shift) => {
          if (draws.below(3) > 0) return shift;
          const agent = legal.problem.agents.find(({ id }) => id === shift.agentId)!;
          const moved = drawnShift(legal.problem, agent, draws.below(7), draws);
          const clashes = legal.shifts.some(
            (one) => one !== shift && one.agentId === shift.agentId && overlaps(one, moved),
          );
          return clashes ? shift : { ...shift, ...moved };
        });
        const book = {
          ...legal,
          shifts: shifts.filter((one, i) => !shifts.slice(0, i).some((two) => isClash(one, two))),
        };
        const before = mustAmounts(book.problem, book.shifts);
        const desk = new ExchangeDesk(book);
        for (let step = 0; step < 15; step++) {
          const verdict = desk.judge(drawnRequest(book, draws));
          if (verdict.colour === 'red') continue;
          const next = bookAfter(book, verdict);
          for (const [key, amount] of mustAmounts(next.problem, next.shifts))
            expect({ key, amount, isWorse: amount > (before.get(key) ?? 0) }).toMatchObject({ isWorse: false });
          kinds.add(verdict.kind);
          brokenBefore += before.size;
        }
      }),
      { numRuns: 25 },
    );
    expect(brokenBefore).toBeGreaterThan(0);
    expect([...kinds]).toEqual(expect.arrayContaining(['swap', 'cycle']));
  });

  it('are refused for exactly the rules that an independent count says they would break, by that much', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const draws = new Draws(seed);
        const book = exchangeBook(seed, 5);
        const desk = new ExchangeDesk(book);
        for (let step = 0; step < 12; step++) {
          const request = drawnRequest(book, draws);
          const verdict = desk.judge(request);
          if (!verdict.changes) continue;
          const next = bookAfter(book, verdict);
          const told = verdict.reasons.map((reason) =>
            reason.kind === 'rule' ? `${reason.agentId} ${reason.breach.ruleId} ${reason.by}` : reason.kind,
          );
          for (const reason of verdict.reasons) if (reason.kind === 'rule') seen.add(reason.breach.ruleId);
          const true_ = [...mustAmounts(next.problem, next.shifts)].map(([key, by]) => `${key} ${by}`);
          expect(told.sort()).toEqual(true_.sort());
        }
      }),
      { numRuns: 20 },
    );
    // The cases reach rules of every sort.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'min-rest-between-shifts',
        'one-shift-per-day',
        'weekly-paid-minutes',
        'allowed-template',
      ]),
    );
  });

  it('tell refusals that no rule has to do with as what they are', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draws = new Draws(seed);
        const book = exchangeBook(seed, 4);
        const desk = new ExchangeDesk(book);
        for (let step = 0; step < 12; step++) {
          const request = drawnRequest(book, draws);
          const [reason] = desk.judge(request).reasons;
          if (reason?.kind !== 'impossible') continue;
          expect({ request, code: reason.code, isTrue: isTrueCode(book, request, reason.code) }).toMatchObject({
            isTrue: true,
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Looks at the schedule itself, without the engine. */
function isTrueCode({ shifts, now }: ExchangeBook, request: ExchangeRequest, code: string): boolean {
  const holder = (id: string) => shifts.find((shift) => shift.id === id)!;
  switch (code) {
    case 'same-agent':
      if (request.kind === 'swap') return holder(request.giveShiftId).agentId === holder(request.takeShiftId).agentId;
      if (request.kind === 'give-away') return holder(request.shiftId).agentId === request.toAgentId;
      return request.kind === 'swap-part' && request.fromAgentId === request.toAgentId;
    case 'repeated-party':
      return request.kind === 'cycle' && new Set(request.moves.map(({ shiftId }) => holder(shiftId).agentId)).size < 3;
    case 'not-a-break': {
      if (request.kind !== 'break-change') return false;
      const part = holder(request.shiftId).activities.find(({ startAt }) => startAt === request.activityStartAt)!;
      return part.activityTypeId === 'contact';
    }
    case 'covers-another-activity':
    case 'span-outside-shift': {
      if (request.kind !== 'break-change') return request.kind === 'voluntary-time-off';
      const shift = holder(request.shiftId);
      const part = shift.activities.find(({ startAt }) => startAt === request.activityStartAt)!;
      const endAt = request.startAt + part.endAt - part.startAt;
      if (code === 'span-outside-shift') return request.startAt < shift.startAt || endAt > shift.endAt;
      return shift.activities.some(
        (one) => one !== part && one.activityTypeId !== 'contact' && one.startAt < endAt && request.startAt < one.endAt,
      );
    }
    case 'empty-span':
      return request.kind === 'swap-part' && request.spans.every(({ startAt, endAt }) => endAt <= startAt);
    case 'nothing-changes':
      return request.kind === 'break-change' || request.kind === 'swap-part' || request.kind === 'swap';
    case 'in-the-past':
      return earliest(request, shifts) < now;
    default:
      return false;
  }
}

function earliest(request: ExchangeRequest, shifts: ExchangeBook['shifts']): number {
  const at = (id: string) => shifts.find((shift) => shift.id === id)!.startAt;
  switch (request.kind) {
    case 'swap':
      return Math.min(at(request.giveShiftId), at(request.takeShiftId));
    case 'give-away':
      return at(request.shiftId);
    case 'cycle':
      return Math.min(...request.moves.map(({ shiftId }) => at(shiftId)));
    case 'swap-part':
      return Math.min(...request.spans.map(({ startAt }) => startAt));
    case 'break-change':
      return Math.min(request.activityStartAt, request.startAt);
    case 'voluntary-time-off':
      return request.span.startAt;
    default:
      return request.work.startAt;
  }
}
