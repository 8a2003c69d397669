import { addDays, startOfLocalDay } from '@yotei/time';
import { officeHistory, queueHistory } from '../../../../../tests/kit/queue-history-builder.js';
import type { QueueHistory } from '../../queue-history.js';
import { seededRandom } from '../../seeded-random.js';
import type { HistoryDecision } from './history-decision.js';
import type { HistoryProposal } from './history-proposal.js';
import { judgeHistory, proposeHistoryChanges } from './propose-history-changes.js';

function changed(change: (on: string, values: Float64Array) => Float64Array, history = officeHistory()): QueueHistory {
  return { ...history, days: history.days.map((day) => ({ ...day, contacts: change(day.on, day.contacts) })) };
}

const onDay = (on: string, change: (value: number, hour: number) => number) =>
  changed((day, values) => (day === on ? values.map(change) : values));

/** Half a year of quarter-hours around 40 contacts with the chance of a busy line. */
function noisyHistory(zone: string, fromOn: string): QueueHistory {
  const random = seededRandom(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return queueHistory({
    fromOn,
    days: 182,
    zone,
    stepMinutes: 15,
    contacts: ({ minuteOfDay }) => {
      const mean = 40 * (1.1 - Math.abs(minuteOfDay - 780) / 1000);
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    },
  });
}

describe('what looks odd in a history', () => {
  it('is nothing in a plain one', () => {
    expect(proposeHistoryChanges(officeHistory())).toEqual([]);
  });

  it.each([
    ['UTC', '2026-01-01'],
    ['Europe/Berlin', '2026-01-01'], // a day of 92 quarter-hours on 29 March
    ['Australia/Sydney', '2026-01-01'], // one of 100 on 5 April
    ['Australia/Lord_Howe', '2026-01-01'], // one of 98 on 5 April
    ['Australia/Lord_Howe', '2025-07-01'], // one of 94 on 5 October
  ])('is nothing in half a year of plain chance, clock changes and all (%s from %s)', (zone, fromOn) => {
    expect(proposeHistoryChanges(noisyHistory(zone, fromOn))).toEqual([]);
  });

  it('is an outage when contacts all but stop, with the span and the contacts that were to be expected', () => {
    const [outage, ...rest] = proposeHistoryChanges(
      onDay('2026-02-18', (v, hour) => (hour >= 11 && hour < 14 ? 1 : v)),
    );
    expect(rest).toEqual([]);
    expect(outage).toMatchObject({
      kind: 'outage',
      fromAt: Date.UTC(2026, 1, 18, 11),
      untilAt: Date.UTC(2026, 1, 18, 14),
      actual: 3,
      reason: { kind: 'silent', intervals: 3 },
      suggested: 'replace',
    });
    // 100 x (1.2 - |minute - 660| / 600) at 11, 12 and 13 o'clock: 120 + 110 + 100
    expect(outage!.expected / 330).toBeCloseTo(1, 1);
  });

  it('is a partly recorded day when its end holds nothing but zeros or no rows at all', () => {
    const zeros = proposeHistoryChanges(onDay('2026-02-18', (value, hour) => (hour >= 14 && hour < 18 ? 0 : value)));
    const empty = proposeHistoryChanges(onDay('2026-02-18', (value, hour) => (hour >= 14 ? Number.NaN : value)));
    expect(zeros).toMatchObject([{ kind: 'partly-recorded', reason: { end: 'finish', absent: false, intervals: 4 } }]);
    expect(empty).toMatchObject([{ kind: 'partly-recorded', reason: { end: 'finish', absent: true, intervals: 4 } }]);
  });

  it('is a low day when all of it is low, and a high one when all of it is high', () => {
    const odd = changed((on, values) =>
      on === '2026-03-05' ? values.map((v) => v * 0.6) : on === '2026-02-03' ? values.map((v) => v * 1.7) : values,
    );
    expect(proposeHistoryChanges(odd)).toMatchObject([
      { kind: 'high-day', fromOn: '2026-02-03', reason: { kind: 'day-total' } },
      { kind: 'low-day', fromOn: '2026-03-05', reason: { kind: 'day-total' } },
    ]);
  });

  it('is a spike at twice the usual and more, and one huge value where nobody can have counted so many', () => {
    expect(proposeHistoryChanges(onDay('2026-02-18', (v, hour) => (hour === 12 ? 3 * v : v)))).toMatchObject([
      { kind: 'spike', reason: { kind: 'many-times-usual', intervals: 1 }, suggested: 'event' },
    ]);
    expect(proposeHistoryChanges(onDay('2026-02-18', (v, hour) => (hour === 12 ? 1e6 : v)))).toMatchObject([
      { kind: 'huge-value', actual: 1e6, suggested: 'replace' },
    ]);
  });

  it('is a stuck value when one count repeats for hours', () => {
    const history = noisyHistory('Europe/Berlin', '2026-01-01');
    const stuck = changed(
      (on, values) => (on === '2026-05-06' ? values.map((v, i) => (i >= 40 && i < 56 ? 37 : v)) : values),
      history,
    );
    expect(proposeHistoryChanges(stuck)).toMatchObject([
      { kind: 'stuck-value', fromOn: '2026-05-06', reason: { kind: 'same-value-repeated', value: 37 } },
    ]);
  });

  it('is an open day without rows, unless an event explains it', () => {
    const history = officeHistory();
    const gap = { ...history, days: history.days.filter(({ on }) => on !== '2026-02-18') };
    expect(proposeHistoryChanges(gap)).toMatchObject([
      { kind: 'missing-span', fromOn: '2026-02-18', untilOn: '2026-02-18', actual: 0, suggested: 'event' },
    ]);
    const closed = { fromOn: '2026-02-18', untilOn: '2026-02-18', kind: 'closed' as const, title: 'stocktaking' };
    expect(proposeHistoryChanges(gap, [closed])).toEqual([]);
  });

  it('is not said of a day the planner named as an outage', () => {
    const outage = { fromOn: '2026-02-18', untilOn: '2026-02-18', kind: 'outage' as const, title: 'line cut' };
    expect(
      proposeHistoryChanges(
        onDay('2026-02-18', () => 1),
        [outage],
      ),
    ).toEqual([]);
  });

  it('is a level shift with its date and ratio when contacts rise by a half and stay', () => {
    const shifted = proposeHistoryChanges(
      changed((on, values) => (on >= '2026-02-16' ? values.map((value) => value * 1.5) : values)),
    );
    const shift = shifted.find(({ kind }) => kind === 'level-shift');
    expect(shift).toMatchObject({ fromOn: '2026-02-16', suggested: 'keep' });
    expect(shift!.reason.kind === 'lasting-change' && shift!.reason.ratio).toBeCloseTo(1.5, 1);
  });
});

describe('a proposal the planner has decided on', () => {
  const history = onDay('2026-02-18', (value, hour) => (hour >= 11 && hour < 14 ? 1 : value));
  const [proposal] = proposeHistoryChanges(history);
  const decided = (action: HistoryDecision['action'], of: HistoryProposal = proposal!): HistoryDecision => ({
    proposalId: of.id,
    kind: of.kind,
    fromAt: of.fromAt,
    untilAt: of.untilAt,
    dataKey: of.dataKey,
    action,
  });

  it.each(['keep', 'leave-out', 'replace', 'event'] as const)('does not come back after %s', (action) => {
    expect(proposeHistoryChanges(history, [], [decided(action)])).toEqual([]);
  });

  it('keeps its id when other days change and later ones come', () => {
    const longer = { ...history, days: history.days.slice(0, 60) };
    expect(proposeHistoryChanges(longer)[0]!.id).toBe(proposal!.id);
  });

  it('comes back under another id when the data of its span change', () => {
    const corrected = onDay('2026-02-18', (value, hour) => (hour >= 11 && hour < 14 ? 2 : value));
    const again = proposeHistoryChanges(corrected, [], [decided('keep')]);
    expect(again).toMatchObject([{ kind: 'outage', fromOn: '2026-02-18' }]);
    expect(again[0]!.id).not.toBe(proposal!.id);
  });

  it('is known again when the same stretch is found a little longer', () => {
    const shorter = { ...decided('keep'), proposalId: 'older', untilAt: proposal!.untilAt - 3_600_000 };
    expect(proposeHistoryChanges(history, [], [{ ...shorter, dataKey: undefined }])).toEqual([]);
  });

  it('is found by whole days in the zone of the centre', () => {
    expect(proposal!.fromOn).toBe('2026-02-18');
    expect(startOfLocalDay(addDays(proposal!.untilOn, 1), 'UTC')).toBeGreaterThan(proposal!.untilAt);
  });
});

describe('a span that a planner names', () => {
  const tuesday = { fromAt: Date.UTC(2026, 1, 17), untilAt: Date.UTC(2026, 1, 18) };

  it('holds what is recorded and what was to be expected, whether anything looks odd or not', () => {
    const day = judgeHistory(officeHistory(), [], []).byHand(tuesday, 'Strike')!;
    expect(day).toMatchObject({ kind: 'by-hand', fromOn: '2026-02-17', untilOn: '2026-02-17', dataKey: '' });
    expect(day.reason).toEqual({ kind: 'named-by-planner', note: 'Strike' });
    expect(day.actual).toBeGreaterThan(100);
    expect(day.expected / day.actual).toBeCloseTo(1, 1);
  });

  it('may be hours of a day', () => {
    const judged = judgeHistory(officeHistory(), [], []);
    const hours = judged.byHand({ fromAt: Date.UTC(2026, 1, 17, 11), untilAt: Date.UTC(2026, 1, 17, 14) }, 'Line cut')!;
    expect(hours.expected).toBeGreaterThan(0);
    expect(hours.expected).toBeLessThan(judged.byHand(tuesday, 'Line cut')!.expected);
  });

  it('is none outside the history', () => {
    const ahead = { fromAt: Date.UTC(2031, 0, 1), untilAt: Date.UTC(2031, 0, 2) };
    expect(judgeHistory(officeHistory(), [], []).byHand(ahead, 'Strike')).toBeNull();
  });
});
