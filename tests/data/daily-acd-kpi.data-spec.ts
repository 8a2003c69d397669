import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFactTable, type TableFact } from '@yotei/connectors';
import {
  MeasureSet,
  spanByDay,
  spansOf,
  STANDARD_DEFINITIONS,
  tableOfFacts,
  WEIGHT,
  type FactRow,
  type MeasureOutcome,
} from '@yotei/scheduling/measures';
import { addDays } from '@yotei/time';
import { describeWithData, SHARED_DATA } from '../kit/shared-data.js';

const FIRST_ON = '2020-01-01';
const COLUMNS = [
  { column: 'Incoming Calls', name: 'offered', weightColumn: null },
  { column: 'Answered Calls', name: 'answered', weightColumn: null },
  { column: 'Abandoned Calls', name: 'abandoned', weightColumn: null },
  { column: 'Answer Rate', name: 'rateTold', weightColumn: 'Incoming Calls' },
  { column: 'Answer Speed (AVG)', name: 'speedTold', weightColumn: 'Answered Calls' },
  { column: 'Talk Duration (AVG)', name: 'talkTold', weightColumn: 'Answered Calls' },
];

/** One row a day with all its facts, as the api places them. */
function rowsOf(facts: readonly TableFact[], spanOf: (on: string) => number): FactRow[] {
  const days = new Map<string, Record<string, number>>();
  for (const { on, name, value, weight } of facts) {
    const day = days.get(on) ?? {};
    days.set(on, day);
    day[name] = value;
    if (weight !== null) day[name + WEIGHT] = weight;
  }
  return [...days].map(([on, day], order) => ({
    ...{ key: 0, span: spanOf(on), teller: 'centre', order, facts: day, hasContacts: true },
  }));
}

const valueOf = (outcome: MeasureOutcome): number => (outcome.kind === 'value' ? outcome.value : Number.NaN);

describeWithData('daily-acd-kpi', 'KPIs of a daily report without dates', () => {
  const content = () => readFileSync(join(SHARED_DATA, 'daily-acd-kpi', 'call_center_data.csv'), 'utf8');
  const set = new MeasureSet(
    [
      ...STANDARD_DEFINITIONS,
      { id: 'told', name: 'told', formula: 'rateTold' },
      { id: 's', name: 's', formula: 'speedTold' },
    ],
    [
      { name: 'rateTold', unit: 'fraction' },
      { name: 'speedTold', unit: 'seconds' },
    ],
  );
  const measure = (name: string) => set.find(name)!;

  it('are those of its own columns on all 1,251 days, and of the counts over all of them', async () => {
    const options = { dateColumn: 'Index', firstOn: FIRST_ON, dateOrder: 'ymd', placeColumn: null } as const;
    const read = await readFactTable(content(), { ...options, columns: COLUMNS });
    if (read.kind !== 'table') throw new Error(`column ${read.column} is missing`);
    expect([read.readCount, read.rejects, read.facts.length]).toEqual([1251, [], 1251 * COLUMNS.length]);
    const range = { fromOn: FIRST_ON, untilOn: addDays(FIRST_ON, 1251) };
    const days = spansOf(range, 'day');
    const table = tableOfFacts(rowsOf(read.facts, spanByDay(range, days)), { keys: 1, spans: days.length });
    let compared = 0;
    days.forEach((_, day) => {
      const evaluate = set.evaluator(table.at(0, day), 86_400);
      // The report rounds to 0.01 %.
      expect(Math.abs(valueOf(evaluate(measure('answer-rate'))) - valueOf(evaluate(measure('told'))))).toBeLessThan(
        0.000_051,
      );
      compared += 1;
    });
    expect(compared).toBe(1251);
    const whole = set.evaluator(table.whole(0), 1251 * 86_400);
    expect(valueOf(whole(measure('offered')))).toBe(248_373);
    expect(valueOf(whole(measure('answered')))).toBe(221_234);
    expect(valueOf(whole(measure('abandonment')))).toBeCloseTo(27_139 / 248_373, 12);
    // Weighed by the calls answered; the mean of the days' means would be 24.9 s.
    const speed = read.facts.filter(({ name }) => name === 'speedTold');
    const expected =
      speed.reduce((sum, { value }) => sum + value, 0) / speed.reduce((sum, { weight }) => sum + weight!, 0);
    expect(valueOf(whole(measure('s')))).toBeCloseTo(expected, 9);
    expect(valueOf(whole(measure('s')))).not.toBeCloseTo(24.9, 1);
  });
});
