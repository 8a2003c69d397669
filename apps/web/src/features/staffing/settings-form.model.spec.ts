import { allDayUnplanned, formOfPlan, planOfForm } from './settings-form.model.js';

const PLAN = {
  modelId: 'erlang-a',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20, serviceLevelVariant: 'answered-of-answered' },
  patienceSeconds: 120,
  loadMethod: 'lagged',
  staffedFor: { kind: 'chance', chanceFraction: 0.9 },
  shrinkage: [
    { id: 'sickness', fraction: 0.07, planned: false },
    { id: 'meeting', fraction: 0.5, planned: true, weekdays: [1, 3], fromMinute: 540, untilMinute: 1440 },
  ],
  workedHours: [{ weekdays: [1, 2], fromMinute: 480, untilMinute: 1080 }, { weekdays: [6] }],
} as const;
const form = formOfPlan(PLAN as never);

describe('the settings form', () => {
  it('gives back the plan it was opened with', () => {
    expect(planOfForm(form)).toEqual(PLAN);
  });

  it('asks for no hours when every row of them was removed', () => {
    expect(planOfForm({ ...form, worked: [] })).not.toHaveProperty('workedHours');
  });

  it('shows shares as percent without float noise: 0.07 × 100 is 7', () => {
    expect(form.reasons[0]!.percent).toBe(7);
    expect(planOfForm({ ...form, reasons: [{ ...form.reasons[0]!, percent: 5.5 }] }).shrinkage![0]!.fraction).toBe(
      0.055,
    );
  });

  it('leaves out what was emptied, and the seconds that belong to a level nobody asks for', () => {
    const plan = planOfForm({ ...form, serviceLevel: Number.NaN, asa: 30, patience: Number.NaN });
    expect(plan.goal).toEqual({ asaSeconds: 30 });
    expect(plan).not.toHaveProperty('patienceSeconds');
  });

  it('keeps the chance of an earlier choice while another is chosen', () => {
    expect(planOfForm({ ...form, staffedFor: 'expected' }).staffedFor).toEqual({ kind: 'expected' });
    expect(planOfForm({ ...form, chance: 75 }).staffedFor).toEqual({ kind: 'chance', chanceFraction: 0.75 });
  });
});

describe('unplanned shrinkage all day', () => {
  it('multiplies, and leaves out planned causes and those of a part of the day: 1 - 0.95 × 0.9 = 0.145', () => {
    const row = { key: 0, id: 'a', planned: false, weekdays: [], from: '', until: '' };
    const rows = [
      { ...row, percent: 5 },
      { ...row, percent: 10 },
      { ...row, percent: 50, planned: true },
      { ...row, percent: 50, from: '08:00', until: '09:00' },
    ];
    expect(allDayUnplanned(rows)).toBeCloseTo(0.145, 12);
  });
});
