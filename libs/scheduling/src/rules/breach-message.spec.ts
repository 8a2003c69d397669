import { breachMessage } from './breach-message.js';

describe('breachMessage', () => {
  const breach = { ruleId: 'min-rest-between-shifts', values: { restMinutes: 540, limit: 660 } };

  it('fills the values in, in either language', () => {
    expect(breachMessage(breach)).toBe('540 min between shifts; the rule asks for 660');
    expect(breachMessage(breach, 'ja')).toBe('勤務間隔は540分です。660分以上が必要です');
  });

  it('takes better words for ids', () => {
    const values = { activityTypeId: 'lunch', startMinutes: 150, earliest: 180, latest: 300 };
    const message = breachMessage({ ruleId: 'activity-windows', values }, 'en', () => 'Lunch');
    expect(message).toBe('Lunch starts 150 min into the shift; the template allows 180 to 300');
  });

  it('names a rule it does not know', () => {
    expect(breachMessage({ ruleId: 'of-tomorrow', values: {} })).toBe('of-tomorrow');
  });
});
