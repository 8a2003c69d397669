import { startOfLocalDay } from '@yotei/time';
import { ADHERING_TYPES } from '../../../../tests/kit/adherence-arbitraries.js';
import { adherenceTerms, DEFAULT_ADHERENCE_SETTINGS, type AdherenceDay } from './adherence-terms.js';
import { agentDayOf, withoutAbsence } from './agent-day.js';
import type { KnownState } from './agent-states.js';
import { evaluateDay } from './evaluate-day.js';
import { prepareDay } from './judge-moment.js';

const MIDNIGHT = startOfLocalDay('2026-11-04', 'Asia/Tokyo');
const clock = (text: string): number => {
  const [hour, minute] = text.split(':').map(Number);
  return MIDNIGHT + (hour! * 60 + minute!) * 60_000;
};
const spanned = (text: string) => {
  const [startAt, endAt] = text.split('-').map(clock);
  return { startAt: startAt!, endAt: endAt! };
};
const activity = (text: string) => {
  const [activityTypeId, span] = text.split(' ');
  return { activityTypeId: activityTypeId!, ...spanned(span!) };
};
const event = (text: string) => {
  const [at, state] = text.split(' ');
  return { at: clock(at!), state: state as KnownState };
};

/** Nothing forgiven unless the case says so. */
const STRICT = { ...DEFAULT_ADHERENCE_SETTINGS, graceSeconds: 0, bootSeconds: 0 };
const SHIFT = ['contact 09:00-12:00', 'lunch 12:00-13:00', 'contact 13:00-17:00'];

function judged(
  states: readonly string[],
  more: {
    readonly plan?: readonly string[];
    readonly settings?: Partial<typeof STRICT>;
    readonly day?: Partial<AdherenceDay>;
    readonly now?: string;
  } = {},
) {
  const day = {
    ...spanned('00:00-24:00'),
    activities: (more.plan ?? SHIFT).map(activity),
    ...more.day,
  };
  const terms = adherenceTerms({ ...STRICT, ...more.settings }, ADHERING_TYPES);
  return evaluateDay(day, terms, { events: states.map(event), now: clock(more.now ?? '24:00') });
}
const KEPT = ['08:00 offline', '09:00 available', '12:00 at-lunch', '13:00 available', '17:00 offline'];
/** Instead of the entries at the same times, these. */
const but = (...changed: readonly string[]): readonly string[] =>
  [...KEPT.filter((kept) => !changed.some((one) => one.startsWith(kept.split(' ')[0]!))), ...changed].sort();

describe('adherence of a day', () => {
  it('is whole when the plan was kept', () => {
    expect(judged(KEPT).numbers).toMatchObject({
      adherenceFraction: 1,
      conformance: { kind: 'fraction', fraction: 1 },
      scheduledSeconds: 8 * 3600,
      contactScheduledSeconds: 7 * 3600,
    });
  });

  it('is 1 - exceptions / scheduled: 48 of 480 minutes out are 90 %', () => {
    const { numbers, spans } = judged(but('09:00 offline', '09:48 available'));
    expect(numbers.adherenceFraction).toBeCloseTo(1 - 48 / 480, 12);
    // 372 of 420 minutes on contacts.
    expect(numbers.conformance).toEqual({ kind: 'fraction', fraction: 372 / 420 });
    expect(spans.filter(({ status }) => status === 'out')).toMatchObject([
      { ...spanned('09:00-09:48'), impact: 'negative', state: 'offline', activityTypeId: 'contact' },
    ]);
  });

  it('adds work outside the shift to both sides only where the site says so', () => {
    // Began and left five minutes early: 5 of 480 minutes out; with the work before, 5 of 485.
    const early = but('08:55 available', '16:55 offline');
    expect(judged(early).numbers.adherenceFraction).toBeCloseTo(1 - 5 / 480, 12);
    expect(judged(early, { settings: { countsOutsideShift: true } }).numbers.adherenceFraction).toBeCloseTo(
      1 - 5 / 485,
      12,
    );
    expect(judged(early).numbers.conformance).toEqual({ kind: 'fraction', fraction: 1 });
  });

  it('forgives deviations within the grace and counts longer ones from their start', () => {
    const late = (at: string) =>
      judged(but('09:00 offline', `${at} available`), { settings: { graceSeconds: 300 } }).numbers.outSeconds;
    expect(late('09:05')).toBe(0);
    expect(late('09:06')).toBe(360);
  });

  it('leaves ignored activities and states out of both sides', () => {
    const plan = ['contact 09:00-12:00', 'training 12:00-13:00', 'contact 13:00-17:00'];
    const { numbers } = judged(KEPT, { plan, settings: { ignoredActivityTypeIds: ['training'] } });
    expect(numbers).toMatchObject({ adherenceFraction: 1, scheduledSeconds: 7 * 3600, ignoredSeconds: 3600 });
    const away = but('10:00 away', '10:30 available');
    expect(judged(away, { settings: { ignoredStates: ['away'] } }).numbers).toMatchObject({
      adherenceFraction: 1,
      ignoredSeconds: 1800,
    });
  });

  it('credits approved excuses, and nothing beside them', () => {
    const excuse = { id: 'x', kind: 'system-outage', ...spanned('09:00-09:30') };
    const { numbers, spans } = judged(but('09:00 offline', '09:48 available'), { day: { excuses: [excuse] } });
    expect(numbers).toMatchObject({ outSeconds: 18 * 60, explainedSeconds: 30 * 60 });
    expect(spans.find(({ excuseId }) => excuseId === 'x')).toMatchObject({ status: 'explained', credit: 'excuse' });
  });

  it('takes the silence of a source for unknown, not for absence', () => {
    const { numbers } = judged(but('09:00 unknown', '11:00 available'));
    expect(numbers).toMatchObject({ adherenceFraction: 1, scheduledSeconds: 6 * 3600, unknownSeconds: 2 * 3600 });
    expect(judged([]).numbers.adherenceFraction).toBeNull();
  });

  it('credits who helps the queue instead of training, and the rest that contacts took', () => {
    // Ten minutes of lunch went to a contact; the ten minutes after lunch are caught up.
    const { numbers, spans } = judged(but('12:00 handling', '12:10 at-lunch', '13:00 at-lunch', '13:10 available'));
    expect(numbers).toMatchObject({ adherenceFraction: 1, outSeconds: 0, explainedSeconds: 20 * 60 });
    expect(spans.filter(({ status }) => status === 'explained')).toMatchObject([
      { credit: 'helped-queue', impact: 'positive' },
      { credit: 'rest-caught-up', impact: 'negative' },
    ]);
    // Five minutes more than what was lost are out.
    const more = judged(but('12:00 handling', '12:10 at-lunch', '13:00 at-lunch', '13:15 available'));
    expect(more.numbers.outSeconds).toBe(300);
  });

  it('gives time to start the systems, at the start of the shift only', () => {
    const settings = { bootSeconds: 300 };
    expect(judged(but('09:00 offline', '09:05 available'), { settings }).numbers.outSeconds).toBe(0);
    expect(judged(but('13:00 offline', '13:05 available'), { settings }).numbers.outSeconds).toBe(300);
  });

  it('does not count a change the agent has not acknowledged', () => {
    const plan = ['contact 09:00-13:00', 'lunch 13:00-14:00', 'contact 14:00-17:00'];
    // Lunch at twelve as known; from one o'clock contacts are answered in what is lunch now, which is helping.
    const known = { ...spanned('00:00-24:00'), activities: SHIFT.map(activity) };
    expect(judged(KEPT, { plan }).numbers.outSeconds).toBe(3600);
    expect(judged(KEPT, { plan, day: { knownPlans: [known] } }).numbers.outSeconds).toBe(0);
    // Out by both plans is out.
    const away = but('10:00 away', '10:10 available');
    expect(judged(away, { plan, day: { knownPlans: [known] } }).numbers.outSeconds).toBe(600);
  });

  it('expects nobody in an absence, and has no figures without a plan', () => {
    const absent = judged(['08:00 offline'], { plan: ['absence 09:00-17:00'] }).numbers;
    expect(absent).toMatchObject({ adherenceFraction: null, conformance: { kind: 'undefined' } });
    expect(judged(KEPT, { plan: [] }).numbers.conformance).toEqual({ kind: 'infinite' });
  });

  it('judges up to now and no further', () => {
    const { numbers, spans } = judged(but('09:00 offline'), { now: '10:00' });
    expect(numbers).toMatchObject({ adherenceFraction: 0, scheduledSeconds: 3600 });
    expect(spans.at(-1)!.endAt).toBe(clock('10:00'));
  });

  it('refuses activities that overlap, unknown ones, and negative seconds', () => {
    expect(() => judged(KEPT, { plan: ['contact 09:00-12:00', 'lunch 11:00-13:00'] })).toThrow(/must not overlap/);
    expect(() => judged(KEPT, { plan: ['yoga 09:00-12:00'] })).toThrow(/must be an activity type/);
    expect(() => judged(KEPT, { settings: { graceSeconds: -1 } })).toThrow(/must be 0 or more/);
    expect(prepareDay({ ...spanned('09:00-10:00'), activities: [] }, adherenceTerms(STRICT, [])).cuts).toEqual([]);
  });
});

describe('the day of an agent', () => {
  const night = spanned('22:00-30:00');

  it('holds the shifts that begin on it, whole', () => {
    expect(agentDayOf([night], '2026-11-04', 'Asia/Tokyo')).toEqual(spanned('00:00-30:00'));
    expect(agentDayOf([night], '2026-11-05', 'Asia/Tokyo')).toEqual(spanned('30:00-48:00'));
  });

  it('has 23 or 25 hours where the clock changes', () => {
    const hours = (on: string) => {
      const { startAt, endAt } = agentDayOf([], on, 'Europe/Berlin');
      return (endAt - startAt) / 3_600_000;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-04')]).toEqual([23, 25, 24]);
  });

  it('has no plan where absence was approved', () => {
    const left = (absence: string) => withoutAbsence([activity('contact 09:00-12:00')], [spanned(absence)]);
    expect(left('10:00-11:00')).toEqual([activity('contact 09:00-10:00'), activity('contact 11:00-12:00')]);
    expect(left('08:00-13:00')).toEqual([]);
    expect(left('08:00-10:00')).toEqual([activity('contact 10:00-12:00')]);
    expect(left('12:00-13:00')).toEqual([activity('contact 09:00-12:00')]);
  });
});
