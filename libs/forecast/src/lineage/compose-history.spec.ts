import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import type { QueueHistory } from '../queue-history.js';
import { composeHistory, type ComposedHistory, type ComposeInput } from './compose-history.js';
import { forecastLineage } from './forecast-lineage.js';
import type { QueueLineage } from './queue-lineage.js';
import { similarQueues } from './similar-queues.js';

const parent = officeHistory();
const sinceOn = '2026-03-16';
const scaled = (history: QueueHistory, factor: (hour: number) => number, fromOn = '', untilOn = '9'): QueueHistory => ({
  ...history,
  days: history.days
    .filter(({ on }) => on >= fromOn && on < untilOn)
    .map(({ on, contacts }) => ({ on, contacts: contacts.map((value, hour) => value * factor(hour)) })),
});
const line = (change: Partial<QueueLineage>): QueueLineage => ({
  queue: 'young',
  kind: 'split',
  from: 'parent',
  share: 0.3,
  sinceOn,
  ...change,
});
function compose(input: Partial<ComposeInput>): ComposedHistory {
  const composed = composeHistory({
    histories: new Map([['parent', parent]]),
    queue: 'young',
    lineage: [line({})],
    beforeOn: '2026-03-30',
    ...input,
  });
  if (composed.kind !== 'composed') throw new Error(composed.kind);
  return composed;
}
const sumOn = ({ days }: QueueHistory, on: string) =>
  days.find((day) => day.on === on)?.contacts.reduce((sum, value) => sum + (value || 0), 0) ?? Number.NaN;

describe('the past a lineage makes', () => {
  it('takes a given part of the parent before the split, and says so', () => {
    const { history, borrowed } = compose({});
    expect(sumOn(history, '2026-03-13')).toBeCloseTo(0.3 * sumOn(parent, '2026-03-13'), 9);
    expect(sumOn(history, '2026-03-17')).toBeNaN(); // no own day yet, and the parent's are its own
    expect(borrowed).toEqual([
      {
        from: 'parent',
        kind: 'split',
        share: 0.3,
        shareLearned: false,
        shareSpread: 0.1,
        fromOn: '2026-01-05',
        untilOn: '2026-03-13',
        days: 50,
      },
    ]);
  });

  it('learns the part, by time of day, from the days after the split', () => {
    // In the morning a fifth went over, from noon on two fifths.
    const part = (hour: number) => (hour < 12 ? 0.2 : 0.4);
    const histories = new Map([
      [
        'parent',
        {
          ...parent,
          days: [
            ...scaled(parent, () => 1, '', sinceOn).days,
            ...scaled(parent, (hour) => 1 - part(hour), sinceOn).days,
          ],
        },
      ],
      ['young', scaled(parent, part, sinceOn)],
    ]);
    const { history, borrowed } = compose({ histories, lineage: [line({ share: null })] });
    expect(borrowed[0]).toMatchObject({ shareLearned: true });
    const day = history.days.find(({ on }) => on === '2026-03-13')!;
    const whole = parent.days.find(({ on }) => on === '2026-03-13')!;
    expect(day.contacts[9]! / whole.contacts[9]!).toBeCloseTo(0.2, 1);
    expect(day.contacts[15]! / whole.contacts[15]!).toBeCloseTo(0.4, 1);
  });

  it('takes the part that left off the parent’s own past', () => {
    const { history, borrowed } = compose({ queue: 'parent' });
    expect(sumOn(history, '2026-03-13')).toBeCloseTo(0.7 * sumOn(parent, '2026-03-13'), 9);
    expect(sumOn(history, '2026-03-17')).toBe(sumOn(parent, '2026-03-17'));
    expect(borrowed[0]).toMatchObject({ kind: 'given-away', from: 'young' });
  });

  it('adds the pasts of merged queues, and own contacts to those moved over', () => {
    const other = scaled(parent, () => 0.5);
    const histories = new Map([
      ['parent', parent],
      ['other', other],
      ['young', scaled(parent, () => 0.1)],
    ]);
    const merged = compose({
      histories: new Map([
        ['parent', parent],
        ['other', other],
      ]),
      lineage: [line({ kind: 'merged', share: null }), line({ kind: 'merged', from: 'other', share: null })],
    });
    expect(sumOn(merged.history, '2026-03-13')).toBeCloseTo(1.5 * sumOn(parent, '2026-03-13'), 9);
    expect(merged.levelSpread).toBe(0);
    const moved = compose({ histories, lineage: [line({ kind: 'moved', share: 0.2 })] });
    expect(sumOn(moved.history, '2026-03-13')).toBeCloseTo(0.3 * sumOn(parent, '2026-03-13'), 9);
    expect(sumOn(moved.history, '2026-03-17')).toBeCloseTo(0.1 * sumOn(parent, '2026-03-17'), 9);
  });

  it('gives a queue like another that one’s days up to its own first', () => {
    const histories = new Map([
      ['parent', parent],
      ['young', scaled(parent, () => 0.25, '2026-03-23')],
    ]);
    const { history, borrowed } = compose({
      histories,
      lineage: [line({ kind: 'like', share: null, sinceOn: '2026-03-23' })],
    });
    expect(sumOn(history, '2026-03-20') / sumOn(parent, '2026-03-20')).toBeCloseTo(0.25, 2);
    expect(borrowed[0]).toMatchObject({ kind: 'like', untilOn: '2026-03-20', shareLearned: true });
  });

  it('looks at no day from the first one to forecast on', () => {
    const histories = new Map([
      ['parent', parent],
      ['young', scaled(parent, () => 0.25, '2026-03-23')],
    ]);
    const lineage = [line({ kind: 'like', share: null })];
    const early = compose({ histories, lineage, beforeOn: '2026-03-25' });
    const wild = new Map([
      [
        'parent',
        {
          ...parent,
          days: parent.days.map((day) =>
            day.on >= '2026-03-25' ? { ...day, contacts: day.contacts.map(() => 9) } : day,
          ),
        },
      ],
      ['young', histories.get('young')!],
    ]);
    expect(compose({ histories: wild, lineage, beforeOn: '2026-03-25' })).toEqual(early);
  });

  it('says when a share cannot be learned, and refuses one that cannot be', () => {
    const given = { histories: new Map([['parent', parent]]), queue: 'young', beforeOn: '2026-03-30' };
    expect(composeHistory({ ...given, lineage: [line({ share: null })] })).toEqual({
      kind: 'share-unknown',
      queue: 'young',
      from: 'parent',
    });
    expect(composeHistory({ ...given, lineage: [line({ from: 'nobody' })] })).toEqual({
      kind: 'unknown-queue',
      from: 'nobody',
    });
    expect(() => composeHistory({ ...given, lineage: [line({ share: 1.2 })] })).toThrow(
      'share (1.2) of young must lie above 0 and up to 1',
    );
  });
});

describe('a forecast on borrowed days', () => {
  const options = { methodId: 'auto', fromOn: '2026-03-30', days: 7, seed: 1 };

  it('has the parent’s week at the share, says which days were borrowed, and is less sure than the parent', () => {
    const composed = compose({ lineage: [line({ kind: 'like', share: 0.5, sinceOn: '2026-03-30' })] });
    const [own, whole] = [
      forecastLineage(composed, options),
      forecastLineage({ ...composed, history: parent, borrowed: [], levelSpread: 0 }, options),
    ];
    if (own.kind !== 'forecast' || whole.kind !== 'forecast') throw new Error('no forecast');
    const [a, b] = [own.days[0]!, whole.days[0]!];
    expect(a.contacts[11]! / b.contacts[11]!).toBeCloseTo(0.5, 1);
    expect(own.reasons.at(-1)).toMatchObject({ kind: 'borrowed-days', lineage: 'like', from: 'parent', share: 0.5 });
    // Half the contacts at the same relative width, and 1.28 x 0.25 of the level in quadrature.
    expect((a.p90[11]! - a.p10[11]!) / a.contacts[11]!).toBeGreaterThan(2 * 1.28 * 0.25);
    expect((b.p90[11]! - b.p10[11]!) / b.contacts[11]!).toBeLessThan(0.4);
  });
});

describe('the most similar queue', () => {
  it('goes by the shape of the week and not by its size', () => {
    const evening = officeHistory({
      contacts: ({ weekday, minuteOfDay }) =>
        weekday > 5 || minuteOfDay < 900 || minuteOfDay >= 1320 ? Number.NaN : 80,
    });
    const young = scaled(parent, () => 0.05, '2026-03-23');
    const found = similarQueues(
      young,
      new Map([
        ['evening', evening],
        ['office', parent],
      ]),
    );
    expect(found.map(({ queue }) => queue)).toEqual(['office', 'evening']);
    expect(found[0]!.overlap).toBeGreaterThan(0.95);
    expect(found[0]!.levelRatio).toBeCloseTo(0.05, 2);
    expect(found[1]!.overlap).toBeLessThan(0.7);
    expect(
      similarQueues(
        scaled(parent, () => 0.0001),
        new Map([['office', parent]]),
      ),
    ).toEqual([]);
  });
});
