import { costTermsFaults, type CostTerms, type OvertimePremium } from '@yotei/scheduling/costs';
import { draftOfTerms, EMPTY_DRAFT, newPremium, termsOfDraft, type PremiumDraft } from './cost-draft.js';

const overtime = (typed: Partial<PremiumDraft>): CostTerms =>
  termsOfDraft({ ...EMPTY_DRAFT, wage: '1500', premiums: [{ ...newPremium('overtime'), ...typed }] });

describe('limits of overtime in the form of costs', () => {
  it('are those typed, of a day, a week and a month, and none that is empty', () => {
    expect(overtime({}).premiums).toEqual([{ kind: 'overtime', fraction: 0.25 }]);
    expect(overtime({ afterDailyHours: '８', afterMonthlyHours: ' ' }).premiums).toEqual([
      { kind: 'overtime', fraction: 0.25, afterDailyHours: 8 },
    ]);
    expect(overtime({ afterWeeklyHours: '40', afterMonthlyHours: '60' }).premiums).toEqual([
      { kind: 'overtime', fraction: 0.25, afterWeeklyHours: 40, afterMonthlyHours: 60 },
    ]);
  });

  it('come back as they were stored', () => {
    const premiums: OvertimePremium[] = [
      { kind: 'overtime', afterDailyHours: 7.5, fraction: 0.5, source: 'us-ca.overtime.day' },
      { kind: 'overtime', afterWeeklyHours: 40, afterMonthlyHours: 60, fraction: 0.25, source: 'jp.premium' },
      { kind: 'overtime', fraction: 0.25 },
    ];
    const stored = { ...overtime({}), premiums };
    const draft = draftOfTerms(stored);
    expect(draft.premiums.map(({ afterDailyHours }) => afterDailyHours)).toEqual(['7.5', '', '']);
    expect(draft.premiums.map(({ afterMonthlyHours }) => afterMonthlyHours)).toEqual(['', '60', '']);
    expect(termsOfDraft(draft, stored)).toEqual(stored);
  });

  it('that are no numbers are refused by the check of the terms', () => {
    expect(costTermsFaults(overtime({ afterMonthlyHours: 'sixty' })).map(({ path }) => path)).toEqual([
      'premiums.0.afterMonthlyHours',
    ]);
  });
});
