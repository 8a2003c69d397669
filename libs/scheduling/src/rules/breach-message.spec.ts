import { breachMessage } from './breach-message.js';
import { WORK_RULES } from './catalogue.js';
import { clockText, durationText } from './minute-words.js';
import { TEAM_RULES } from './team/index.js';

describe('breachMessage', () => {
  const breach = { ruleId: 'min-rest-between-shifts', values: { restMinutes: 540, limit: 660 } };

  it('fills the values in, in either language', () => {
    expect(breachMessage(breach)).toBe('9 h between shifts; the rule asks for 11 h');
    expect(breachMessage(breach, 'ja')).toBe('勤務間隔は9時間です。11時間以上が必要です');
  });

  it('takes better words for ids', () => {
    const values = { activityTypeId: 'lunch', startMinutes: 150, earliest: 180, latest: 300 };
    const message = breachMessage({ ruleId: 'activity-windows', values }, 'en', () => 'Lunch');
    expect(message).toBe('Lunch starts 2 h 30 min into the shift; the template allows 3 h to 5 h');
  });

  it('names a rule it does not know', () => {
    expect(breachMessage({ ruleId: 'of-tomorrow', values: {} })).toBe('of-tomorrow');
  });

  it('writes minutes of the day as clock times', () => {
    const breach = { ruleId: 'template-start-window', values: { startMinute: 450, earliest: 480, latest: 600 } };
    expect(breachMessage(breach)).toBe('Starts at 07:30; the template allows 08:00 to 10:00');
    expect(breachMessage(breach, 'ja')).toBe('開始は07:30です。勤務パターンは08:00〜10:00です');
  });

  it('leaves days and names alone', () => {
    const days = { ruleId: 'max-consecutive-days', values: { runDays: 7, limit: 6 } };
    expect(breachMessage(days, 'ja')).toBe('7日連続の勤務です。上限は6日です');
    const skill = { ruleId: 'skill-for-queue', values: { queueId: 'calls', skillId: 'tech' } };
    expect(breachMessage(skill)).toBe('Queue calls needs skill tech');
  });

  it('leaves no raw minutes in any message of the catalogues', () => {
    for (const rule of [...WORK_RULES, ...TEAM_RULES]) {
      for (const language of ['en', 'ja'] as const) {
        const keys = [...rule.message[language].matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
        const minutes = keys.filter((key) => /minutes?$/i.test(key));
        const values = Object.fromEntries(keys.map((key) => [key, 1234]));
        const text = breachMessage({ ruleId: rule.id, values }, language);
        if (minutes.length > 0) expect(text).not.toMatch(/1234( paid)?( min|分)/);
        expect(text).not.toContain('{');
      }
    }
  });

  it('writes zero, whole hours and the next day', () => {
    const written = [0, 45, 60, 61].map((minutes) => durationText(minutes, 'en'));
    expect(written).toEqual(['0 min', '45 min', '1 h', '1 h 1 min']);
    expect(clockText(1500)).toBe('25:00');
  });
});
