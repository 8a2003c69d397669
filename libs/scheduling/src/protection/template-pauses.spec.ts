import type { ActivityType, ShiftTemplate, TemplateActivity } from '../roster/index.js';
import { templateFaults } from '../roster/template-faults.js';
import { leastContactRun, pauseAdvice } from './template-pauses.js';

const TYPES: readonly ActivityType[] = [
  { id: 'contact', title: 'Contacts', paid: true, contactWork: true },
  { id: 'break', title: 'Break', paid: true, contactWork: false },
  { id: 'lunch', title: 'Lunch', paid: false, contactWork: false },
];
const BY_ID = new Map(TYPES.map((type) => [type.id, type]));

const at = (activityTypeId: string, lengthMinutes: number, from: number, until: number): TemplateActivity => ({
  ...{ activityTypeId, lengthMinutes, minGapMinutes: 60 },
  ...{ earliestStartMinutes: from, latestStartMinutes: until },
});
const template = (lengthMinutes: number, ...activities: TemplateActivity[]): ShiftTemplate => ({
  ...{ id: 't', title: 'T', earliestStartMinute: 480, latestStartMinute: 720, startStepMinutes: 30 },
  ...{ lengthMinutes, activities },
});
const FIVE_HOURS = template(300, at('break', 15, 90, 195));
const NINE_HOURS = template(600, at('break', 15, 75, 150), at('lunch', 60, 180, 300), at('break', 15, 345, 525));

describe('the least longest run of a template', () => {
  it('is that of the best places', () => {
    // 285 min of work around one break: 145 before it and 140 after.
    expect(leastContactRun(FIVE_HOURS, BY_ID)).toBe(145);
    // 600 - 90 = 510 min in four runs: 127.5, on five minutes 130.
    expect(leastContactRun(NINE_HOURS, BY_ID)).toBe(130);
    // Lunch not before 180: the first run is that long, wherever the afternoon's break lies.
    expect(leastContactRun(template(480, at('lunch', 60, 180, 240), at('break', 15, 345, 420)), BY_ID)).toBe(180);
    expect(leastContactRun(template(240), BY_ID)).toBe(240);
  });

  it('is not told where contact work is an activity of the template, or nothing fits', () => {
    expect(leastContactRun(template(300, at('contact', 60, 0, 60)), BY_ID)).toBeNull();
    expect(leastContactRun(template(300, at('break', 15, 120, 120), at('break', 15, 150, 150)), BY_ID)).toBeNull();
  });
});

describe('further pauses', () => {
  const limits = { contactMinutes: 120, pauseMinutes: 15 };

  it('are as few as keep the limit, paid as those the template has, and make no faulty template', () => {
    const advice = pauseAdvice([FIVE_HOURS, { ...NINE_HOURS, id: 'n' }], TYPES, limits);
    expect(advice.map(({ addedPauses }) => addedPauses)).toEqual([1, 1]);
    for (const { leastRunMinutesAfter, template: made } of advice) {
      expect(leastRunMinutesAfter).toBeLessThanOrEqual(120);
      expect(templateFaults(made, new Set(BY_ID.keys()))).toEqual([]);
    }
    expect(advice[0]!.template.activities.map(({ activityTypeId }) => activityTypeId)).toEqual(['break', 'break']);
  });

  it('are not advised where the limit is kept already, or nothing paid to rest with is known', () => {
    expect(pauseAdvice([template(225, at('break', 15, 60, 120))], TYPES, limits)).toEqual([]);
    expect(pauseAdvice([template(300)], [TYPES[0]!, TYPES[2]!], limits)).toEqual([]);
  });
});
