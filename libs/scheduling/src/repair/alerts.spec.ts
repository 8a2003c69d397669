import { MINUTE_MILLIS } from '@yotei/time';
import { alertFindings, nextAlerts, type QueueOutlook, type StandingAlert } from './index.js';

const START = Date.UTC(2026, 10, 18, 0);
const at = (slot: number) => START + slot * 15 * MINUTE_MILLIS;

const outlookOf = (missing: readonly number[], contacts = missing.map(() => 10)): QueueOutlook => ({
  queueId: 'voice',
  startAt: START,
  stepMinutes: 15,
  missing: Float64Array.from(missing),
  contacts: Float64Array.from(contacts),
  serviceLow: Float64Array.from(missing, (short) => (short > 0 ? 0.5 : 0.8)),
  serviceHigh: Float64Array.from(missing, (short) => (short > 0 ? 0.7 : 0.9)),
});

const standingOf = (finding: ReturnType<typeof alertFindings>[number], id = 'first'): StandingAlert => ({
  ...finding,
  id,
  raisedAt: START,
});

describe('alerts of the day', () => {
  it('say when, how many and what service level to expect, weighted by contacts', () => {
    const [alert, ...more] = alertFindings(outlookOf([0, 2, 5.6, 0, 3, 0], [9, 10, 30, 20, 10, 9]), []);
    expect(more).toEqual([]);
    // One slot without a shortage between them joins; (10 + 30 + 10) contacts at 0.5 and 20 at 0.8.
    expect(alert).toMatchObject({ kind: 'short', startAt: at(1), endAt: at(5), agents: 6 });
    expect(alert!.serviceLow).toBeCloseTo((50 * 0.5 + 20 * 0.8) / 70, 9);
  });

  it('are not raised for a quarter of an hour, for less than one agent, or where nothing is known', () => {
    expect(alertFindings(outlookOf([0, 4, 0, 0, 0]), [])).toEqual([]);
    expect(alertFindings(outlookOf([0.9, 0.9, 0.9, 0.9]), [])).toEqual([]);
    expect(alertFindings(outlookOf([Number.NaN, Number.NaN, Number.NaN]), [])).toEqual([]);
    expect(alertFindings(outlookOf([-3, -3, -3]), [])).toEqual([]);
    expect(alertFindings(outlookOf([-3, -3, -2, -4]), [])).toMatchObject([{ kind: 'over', agents: 4 }]);
  });

  it('do not flap: what stands stays until less than half an agent is missing', () => {
    const [raised] = alertFindings(outlookOf([1.2, 1.2, 1.2]), []);
    const standing = standingOf(raised!);
    const calmer = alertFindings(outlookOf([0.6, 0.9, 0.7]), [standing]);
    expect(nextAlerts([standing], calmer)).toMatchObject({
      raised: [],
      kept: [{ alert: { id: 'first' } }],
      cleared: [],
    });
    const calm = alertFindings(outlookOf([0.3, 0.4, 0.2]), [standing]);
    expect(nextAlerts([standing], calm).cleared.map(({ id }) => id)).toEqual(['first']);
    // Without one standing, the same would raise nothing.
    expect(alertFindings(outlookOf([0.6, 0.9, 0.7]), [])).toEqual([]);
  });

  it('keep their id while they move, and tell only what is news', () => {
    const [first] = alertFindings(outlookOf([3, 3, 3, 0, 0, 0]), []);
    const standing = standingOf(first!);
    const same = nextAlerts([standing], alertFindings(outlookOf([3.2, 3, 2.9, 0, 0, 0]), [standing]));
    expect(same.kept[0]).toMatchObject({ told: false });
    const longer = nextAlerts([standing], alertFindings(outlookOf([0, 3, 3, 3, 5, 0]), [standing]));
    expect(longer.kept[0]).toMatchObject({ alert: { id: 'first' }, told: true, finding: { agents: 5 } });
    const split = nextAlerts([standing], alertFindings(outlookOf([2, 0, 0, 9, 9, 9]), [standing]));
    expect([split.kept.length + split.raised.length, split.cleared.length]).toEqual([2, 0]);
  });
});
