import type { FactSums } from './index.js';
import { MeasureSet, STANDARD_DEFINITIONS, STANDARD_MEASURES } from './index.js';

const facts = (sums: Readonly<Record<string, number>>): FactSums =>
  new Map(Object.entries(sums).map(([name, sum]) => [name, { sum, lacking: 0 }]));
const set = new MeasureSet(STANDARD_DEFINITIONS);
const value = (id: string, sums: Readonly<Record<string, number>>) => set.evaluator(facts(sums), 86_400)(set.find(id)!);

describe('the measures of every centre', () => {
  it.each(STANDARD_MEASURES.map(({ id }) => id))('%s is a formula over names of the catalogue', (id) => {
    expect(set.faultOf(set.find(id)!)).toBeNull();
  });

  it('have ids of their own and words in both languages', () => {
    expect(new Set(STANDARD_MEASURES.map(({ id }) => id)).size).toBe(STANDARD_MEASURES.length);
    for (const { title, meaning, source } of STANDARD_MEASURES)
      expect([title.en, title.ja, meaning.en, meaning.ja, source]).not.toContain('');
  });

  // Answered 1,000, of them 860 in time; abandoned 60, of them 20 in time, 40 later and 10 within 5 s.
  const worked = {
    offered: 1060,
    answered: 1000,
    answeredInTime: 860,
    abandoned: 60,
    abandonedInTime: 20,
    abandonedIn5s: 10,
  };
  it.each([
    ['service-level-with-abandons-in-time', 880 / 1060, 83.0],
    ['service-level-of-answered', 860 / 1000, 86.0],
    ['service-level-of-offered', 860 / 1060, 81.1],
    ['service-level-less-abandons-in-time', 860 / 1040, 82.7],
    ['service-level-with-abandons-in-5s', 870 / 1060, 82.1],
    ['abandonment-less-short', 50 / 1050, 4.8],
  ])('%s of the worked set is %f', (id, exact, percent) => {
    expect(value(id, worked)).toEqual({ kind: 'value', value: exact, unit: 'fraction' });
    expect(Math.round(exact * 1000) / 10).toBe(percent);
  });

  it.each([
    ['customer-satisfaction', { surveySatisfied: 50, surveyVerySatisfied: 30, surveyAnswers: 100 }, 0.8, 'fraction'],
    ['customer-satisfaction-as-printed', { surveySatisfied: 50, surveyAnswers: 100 }, 0.5, 'fraction'],
    ['net-promoter-score', { npsPromoters: 50, npsDetractors: 20, npsAnswers: 100 }, 30, 'number'],
    ['first-contact-resolution', { solvedAtFirstContact: 70, inquiries: 100 }, 0.7, 'fraction'],
    ['first-contact-resolution-net', { solvedAtFirstContact: 70, inquiries: 100, unsolvable: 30 }, 1, 'fraction'],
    ['adherence', { outSeconds: 48 * 60, judgedSeconds: 480 * 60 }, 0.9, 'fraction'],
    ['conformance', { contactWorkedSeconds: 372, contactScheduledSeconds: 420 }, 372 / 420, 'fraction'],
    ['occupancy-of-agents', { handlingSeconds: 51, idleSeconds: 9 }, 0.85, 'fraction'],
    ['utilisation', { handlingSeconds: 51, idleSeconds: 9, auxSeconds: 40 }, 0.51, 'fraction'],
    ['schedule-fit', { overSeconds: 10, underSeconds: 15, scheduledSeconds: 95 }, 0.75, 'fraction'], // 100 to roster
    ['forecast-bias', { forecastContacts: 110, forecastActual: 100 }, 0.1, 'fraction'],
    ['notice', { noticeSeconds: 14 * 86_400 * 3, shiftCount: 3 }, 14 * 86_400, 'seconds'],
    [
      'shrinkage-planned', // 40 h paid of which 30 h on contacts, and 10 h of paid time off: 20 of 50
      { paidSeconds: 144_000, plannedContactSeconds: 108_000, paidAbsenceSeconds: 36_000 },
      0.4,
      'fraction',
    ],
  ])('%s of %j is %f', (id, sums, expected, unit) => {
    const outcome = value(id, sums);
    expect(outcome).toMatchObject({ kind: 'value', unit });
    expect(outcome.kind === 'value' && outcome.value).toBeCloseTo(expected, 12);
  });

  it('of what is not told are unknown, and name it', () => {
    expect(value('answer-speed', { answered: 10 })).toEqual({ kind: 'unknown-facts', names: ['totalWaitSeconds'] });
    const lacking: FactSums = new Map([
      ['offered', { sum: 10, lacking: 0 }],
      ['abandoned', { sum: 1, lacking: 2 }],
    ]);
    const abandonment = set.find('abandonment')!;
    expect(set.evaluator(lacking, 60)(abandonment)).toEqual({ kind: 'unknown-facts', names: ['abandoned'] });
  });
});
