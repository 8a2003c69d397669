import { intervalStart, localDaysGrid } from '@yotei/time';
import { officeHistory, queueHistory } from '../../../../../tests/kit/queue-history-builder.js';
import { forecastQueue } from '../../forecast-queue.js';
import type { QueueHistory } from '../../queue-history.js';
import { applyDecisions, decisionOverDays, type HistoryDecision } from './history-decision.js';

const office = officeHistory({ handleSeconds: ({ contacts }) => 180 * contacts });
const dayOf = (history: QueueHistory, on: string) => history.days.find((day) => day.on === on)!;
const hours = (on: string, from: number, until: number, action: HistoryDecision['action']): HistoryDecision => ({
  proposalId: 'p',
  fromAt: Date.parse(`${on}T00:00:00Z`) + from * 3_600_000,
  untilAt: Date.parse(`${on}T00:00:00Z`) + until * 3_600_000,
  action,
});

describe('decisions applied to a history', () => {
  it('change nothing when there are none, or when they keep', () => {
    expect(applyDecisions(office, []).history).toBe(office);
    const kept = applyDecisions(office, [hours('2026-02-18', 11, 14, 'keep')]);
    expect(kept).toMatchObject({ applied: [], events: [] });
    expect(kept.history).toEqual(office);
  });

  it('make the intervals left out missing, contacts and handle time, and say so', () => {
    const { history, applied } = applyDecisions(office, [hours('2026-02-18', 11, 14, 'leave-out')]);
    const { contacts, handleSeconds } = dayOf(history, '2026-02-18');
    expect([...contacts.subarray(10, 15)].map(Number.isNaN)).toEqual([false, true, true, true, false]);
    expect([...handleSeconds!.subarray(10, 15)].map(Number.isNaN)).toEqual([false, true, true, true, false]);
    expect(applied).toMatchObject([{ on: '2026-02-18', reason: { kind: 'planner-decision', action: 'leave-out' } }]);
  });

  it('keep a whole day that is left out in the calendar, as an outage', () => {
    const { history, events } = applyDecisions(office, [hours('2026-02-18', 0, 24, 'leave-out')]);
    expect(dayOf(history, '2026-02-18').contacts).toEqual(dayOf(office, '2026-02-18').contacts);
    expect(events).toMatchObject([{ fromOn: '2026-02-18', untilOn: '2026-02-18', kind: 'outage' }]);
  });

  it('replace by the median of the same weekdays before, at the level of the rest of the day', () => {
    const wild = queueHistory({
      fromOn: '2026-01-05',
      days: 56,
      contacts: ({ on, minuteOfDay }) =>
        on === '2026-02-18' ? (minuteOfDay === 600 ? 9999 : 60) : on > '2026-02-18' ? 1000 : 50,
    });
    const { history } = applyDecisions(wild, [hours('2026-02-18', 10, 11, 'replace')]);
    expect(dayOf(history, '2026-02-18').contacts[10]).toBeCloseTo(60, 9); // 50 x 60 / 50, whatever came later
    expect(dayOf(history, '2026-02-18').contacts[11]).toBe(60);
  });

  it('make a day that is missing when it is to be replaced, and none beyond the history', () => {
    const gap = { ...office, days: office.days.filter(({ on }) => on !== '2026-02-18') };
    const { history } = applyDecisions(gap, [
      hours('2026-02-18', 0, 24, 'replace'),
      hours('2026-09-01', 0, 24, 'replace'),
    ]);
    expect(history.days).toHaveLength(office.days.length);
    expect(dayOf(history, '2026-02-18').contacts[9]! / dayOf(office, '2026-02-11').contacts[9]!).toBeCloseTo(1, 1);
  });

  it('do nothing when the data are not those that were judged', () => {
    const decision = { ...hours('2026-02-18', 11, 14, 'leave-out'), dataKey: 'other' };
    const { history, stale, applied } = applyDecisions(office, [decision]);
    expect(history).toEqual(office);
    expect({ stale, applied }).toEqual({ stale: [decision], applied: [] });
  });

  it('cover 25 hours of the day on which the clock goes back', () => {
    const berlin = queueHistory({ fromOn: '2025-10-20', days: 10, zone: 'Europe/Berlin', contacts: () => 5 });
    const decision = decisionOverDays(berlin, { fromOn: '2025-10-26', untilOn: '2025-10-26' }, 'leave-out');
    expect(decision.untilAt - decision.fromAt).toBe(25 * 3_600_000);
    const grid = localDaysGrid('2025-10-26', 1, 'Europe/Berlin', 60);
    const night = { ...decision, fromAt: intervalStart(grid, 2), untilAt: intervalStart(grid, 4) };
    const { contacts } = dayOf(applyDecisions(berlin, [night]).history, '2025-10-26');
    expect([...contacts].map(Number.isNaN).indexOf(true)).toBe(2);
    expect([...contacts].filter(Number.isNaN)).toHaveLength(2);
  });
});

describe('a forecast with decisions', () => {
  const spoilt = {
    ...office,
    days: office.days.map((day) =>
      day.on === '2026-03-25' ? { ...day, contacts: day.contacts.map((value) => value * 5) } : day,
    ),
  };
  const options = { methodId: 'planner-mean', fromOn: '2026-03-30', days: 7, seed: 1 };
  const wednesday = (history: QueueHistory, decisions: HistoryDecision[] = []) => {
    const result = forecastQueue(history, { ...options, decisions });
    if (result.kind !== 'forecast') throw new Error(result.kind);
    return { contacts: result.days[2]!.contacts[11]!, result };
  };

  it('uses the history as it is until the planner accepts, then without what was left out, and names it', () => {
    const asItIs = wednesday(spoilt);
    expect(asItIs.result.leftOut).toEqual([]);
    const proposal = asItIs.result.proposals.find(({ fromOn }) => fromOn === '2026-03-25')!;
    const { id, kind, fromAt, untilAt, dataKey } = proposal;
    const decision = { proposalId: id, kind, fromAt, untilAt, dataKey, action: 'leave-out' as const };
    const decided = wednesday(spoilt, [decision]);
    expect(asItIs.contacts / decided.contacts).toBeGreaterThan(1.5);
    expect(decided.contacts / wednesday(office).contacts).toBeCloseTo(1, 1);
    expect(decided.result.leftOut).toMatchObject([
      { on: '2026-03-25', reason: { kind: 'planner-decision', proposalId: id } },
    ]);
    expect(decided.result.proposals.some(({ fromOn }) => fromOn === '2026-03-25')).toBe(false);
  });
});
