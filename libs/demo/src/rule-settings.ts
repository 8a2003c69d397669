import type { DemoRuleSetting } from './demo-centre.js';

const must = (ruleId: string, parameters: Readonly<Record<string, number>> = {}): DemoRuleSetting => ({
  ruleId,
  level: 'must',
  parameters,
});

/** Work rules of the demo centre: Japanese law as policy for both sites, eleven hours of rest in each. */
export const RULE_SETTINGS: readonly DemoRuleSetting[] = [
  must('activities-tile-shift'),
  must('no-overlapping-shifts'),
  must('no-work-in-time-off'),
  must('within-availability'),
  must('one-shift-per-day'),
  must('min-rest-between-shifts', { restMinutes: 660 }),
  must('max-consecutive-days', { days: 6 }),
  must('weekly-rest-day', { daysOff: 1 }),
  must('max-days-per-week'),
  must('weekly-paid-minutes', { toleranceMinutes: 0 }),
  must('max-daily-paid-minutes', { paidMinutes: 540 }),
  must('allowed-template'),
  must('template-start-window'),
  must('activity-windows'),
  must('template-activity-lengths'),
  must('break-by-work-length'),
  must('skill-for-queue'),
  { ruleId: 'max-continuous-contact-minutes', level: 'prefer', parameters: { contactMinutes: 150 }, weight: 1 },
];
