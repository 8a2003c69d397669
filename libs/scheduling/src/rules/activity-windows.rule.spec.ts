import { dayTemplate } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { activityWindows } from './activity-windows.rule.js';

describe('activity-windows', () => {
  it('measures how far a start is outside its window', () => {
    const rule = verifyRule(activityWindows);
    rule.given('Mon 09:00-18:00 lunch@11:30+60 as:day').breaches(1, 30); // 150 min into the shift, 180 asked
    rule.given('Mon 09:00-18:00 lunch@14:15+60 as:day').breaches(1, 15); // 315, at most 300
    rule.given('Mon 09:00-18:00 lunch@14:00+60 as:day').passes();
  });

  it('keeps the gap after the activity before', () => {
    const activities = [
      { activityTypeId: 'break', lengthMinutes: 15, earliestStartMinutes: 60, latestStartMinutes: 240 },
      {
        activityTypeId: 'lunch',
        lengthMinutes: 60,
        earliestStartMinutes: 180,
        latestStartMinutes: 300,
        minGapMinutes: 60,
      },
    ];
    const rule = verifyRule(activityWindows).in({ templates: [{ ...dayTemplate, activities }] });
    rule.given('Mon 09:00-18:00 break@11:00+15 lunch@12:00+60 as:day').breaches(1, 15); // 120 + 15 + 60 = 195, starts at 180
    rule.given('Mon 09:00-18:00 break@10:30+15 lunch@12:00+60 as:day').passes();
  });
});
