import fc from 'fast-check';
import { adherenceCase, ADHERING_TYPES, type AdherenceCase } from '../../../../tests/kit/adherence-arbitraries.js';
import { adherenceOracle } from '../../../../tests/kit/adherence-oracle.js';
import { numbersOf } from './adherence-numbers.js';
import { adherenceTerms, type Excuse } from './adherence-terms.js';
import { evaluateDay, inOrder, walkThrough, type AdherenceSpan } from './evaluate-day.js';
import { prepareDay } from './judge-moment.js';
import { beginDay, walkTo, walkToEvent } from './walk-day.js';

const termsOf = ({ settings }: AdherenceCase) => adherenceTerms(settings, ADHERING_TYPES);
const evaluated = (one: AdherenceCase) => evaluateDay(one.day, termsOf(one), one);

const LETTERS = { in: 'i', out: 'o', unscheduled: 'u', unknown: '?', ignored: 'g', explained: 'e' } as const;
const lettersOf = (spans: readonly AdherenceSpan[]): string =>
  spans.map(({ status, startAt, endAt }) => LETTERS[status].repeat((endAt - startAt) / 1000)).join('');

describe('adherence', () => {
  it('agrees with an oracle that goes second by second', () => {
    fc.assert(
      fc.property(adherenceCase, (one) => {
        const { numbers, spans } = evaluated(one);
        const told = adherenceOracle(one.day, { ...one, types: ADHERING_TYPES });
        expect(lettersOf(spans)).toBe(told.letters);
        expect(numbers.conformance).toEqual(told.conformance);
        if (told.adherenceFraction === null) expect(numbers.adherenceFraction).toBeNull();
        else expect(numbers.adherenceFraction).toBeCloseTo(told.adherenceFraction, 12);
      }),
      { numRuns: 150 },
    );
  });

  it('lies in 0..1, and each number is the sum of its spans', () => {
    fc.assert(
      fc.property(adherenceCase, (one) => {
        const { numbers, spans } = evaluated(one);
        const sum = (wanted: (span: AdherenceSpan) => boolean) =>
          spans.filter(wanted).reduce((total, { startAt, endAt }) => total + (endAt - startAt) / 1000, 0);
        if (numbers.adherenceFraction !== null) {
          expect(numbers.adherenceFraction).toBeGreaterThanOrEqual(0);
          expect(numbers.adherenceFraction).toBeLessThanOrEqual(1);
        }
        expect(sum(({ status }) => ['in', 'out', 'explained'].includes(status))).toBe(numbers.scheduledSeconds);
        expect(sum(({ status }) => status === 'out')).toBe(numbers.outSeconds);
        expect(sum(({ status }) => status === 'explained')).toBe(numbers.explainedSeconds);
        expect(sum(({ status, activityTypeId }) => status === 'unknown' && activityTypeId !== null)).toBe(
          numbers.unknownSeconds,
        );
        expect(sum(({ status, activityTypeId }) => status === 'ignored' && activityTypeId !== null)).toBe(
          numbers.ignoredSeconds,
        );
      }),
    );
  });

  it('is never lowered by an explanation', () => {
    const excuse = fc.tuple(fc.integer({ min: -3600, max: 6 * 3600 }), fc.integer({ min: 1, max: 7200 }));
    fc.assert(
      fc.property(adherenceCase, excuse, (one, [from, length]) => {
        const startAt = one.day.startAt + from * 1000;
        const more: Excuse = { id: 'more', kind: 'other', startAt, endAt: startAt + length * 1000 };
        const before = evaluated(one).numbers;
        const after = evaluated({
          ...one,
          day: { ...one.day, excuses: [...(one.day.excuses ?? []), more] },
        }).numbers;
        expect(after.outSeconds).toBeLessThanOrEqual(before.outSeconds);
        expect(after.scheduledSeconds).toBe(before.scheduledSeconds);
        expect(after.conformance).toEqual(before.conformance);
        expect(after.adherenceFraction ?? 0).toBeGreaterThanOrEqual(before.adherenceFraction ?? 0);
      }),
    );
  });

  it('is not changed by splitting an activity', () => {
    fc.assert(
      fc.property(adherenceCase, fc.nat(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (one, pick, share) => {
        const at = pick % one.day.activities.length;
        const activities = one.day.activities.flatMap((activity, index) => {
          const { startAt, endAt } = activity;
          const middle = startAt + Math.round((share * (endAt - startAt)) / 1000) * 1000;
          if (index !== at || middle <= startAt || middle >= endAt) return [activity];
          return [
            { ...activity, endAt: middle },
            { ...activity, startAt: middle },
          ];
        });
        const split = evaluated({ ...one, day: { ...one.day, activities } });
        expect(split.numbers).toEqual(evaluated(one).numbers);
        expect(split.spans).toEqual(evaluated(one).spans);
      }),
    );
  });

  it('is the same live, stopped and resumed at any moments, as in one go afterwards', () => {
    const stops = fc.array(fc.integer({ min: 0, max: 6 * 3600 }), { maxLength: 8 });
    fc.assert(
      fc.property(adherenceCase, stops, (one, after) => {
        const terms = termsOf(one);
        const prepared = prepareDay(one.day, terms);
        const events = inOrder(one.events).filter(({ at }) => at <= one.day.startAt || at < one.now);
        const moments = [
          ...events.map((event) => ({ at: event.at, event })),
          ...after
            .map((seconds) => one.day.startAt + seconds * 1000)
            .filter((at) => at < one.now)
            .map((at) => ({ at, event: null })),
        ].sort((a, b) => a.at - b.at);
        let live = beginDay(prepared);
        for (const { at, event } of moments) {
          const from = JSON.parse(JSON.stringify(live)) as typeof live;
          live = event ? walkToEvent(prepared, terms, { from, event }) : walkTo(prepared, terms, { from, to: at });
          const soFar = one.events.filter((other) => other.at < at);
          const now = Math.max(at, one.day.startAt);
          expect(numbersOf(live, terms)).toEqual(evaluateDay(one.day, terms, { events: soFar, now }).numbers);
        }
        live = walkThrough(prepared, terms, { from: live, events: [], now: one.now });
        expect(numbersOf(live, terms)).toEqual(evaluated(one).numbers);
      }),
    );
  });
});
