import { WORK_RULES } from '@yotei/scheduling/rules';
import { breachText, clockText, durationText } from './breach-words.js';

const rule = (id: string) => WORK_RULES.find((one) => one.id === id)!;
const words = (_key: string, value: string) => value;
const said = (id: string, values: Record<string, number | string>, language: 'en' | 'ja' = 'en') =>
  breachText(rule(id), values, { language, words });

describe('breaches in words', () => {
  it('write minutes of the day as clock times', () => {
    const values = { startMinute: 450, earliest: 480, latest: 600 };
    expect(said('template-start-window', values)).toBe('Starts at 07:30; the template allows 08:00 to 10:00');
    expect(said('template-start-window', values, 'ja')).toBe('開始は07:30です。勤務パターンは08:00〜10:00です');
  });

  it('write long minutes as hours, limits too', () => {
    const values = { restMinutes: 585, limit: 660 };
    expect(said('min-rest-between-shifts', values)).toBe('9 h 45 min between shifts; the rule asks for 11 h');
    expect(said('min-rest-between-shifts', values, 'ja')).toBe('勤務間隔は9時間45分です。11時間以上が必要です');
    expect(said('max-daily-paid-minutes', { paidMinutes: 630, limit: 600 })).toBe(
      '10 h 30 min paid in the day; the rule allows 10 h',
    );
  });

  it('leave days and names alone', () => {
    expect(said('max-consecutive-days', { runDays: 7, limit: 6 }, 'ja')).toBe('7日連続の勤務です。上限は6日です');
    expect(said('skill-for-queue', { queueId: 'calls', skillId: 'tech' })).toBe('Queue calls needs skill tech');
  });

  it('leave no raw minutes in any message of the catalogue', () => {
    for (const one of WORK_RULES) {
      for (const language of ['en', 'ja'] as const) {
        const keys = [...one.message[language].matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
        const minutes = keys.filter((key) => key.endsWith('Minutes') || key === 'startMinute');
        const text = said(one.id, Object.fromEntries(keys.map((key) => [key, 1234])), language);
        if (minutes.length > 0) expect(text).not.toMatch(/1234( paid)?( min|分)/);
        expect(text).not.toContain('{');
      }
    }
  });

  it('write zero, whole hours and the next day', () => {
    expect([0, 45, 60, 61].map((minutes) => durationText(minutes, 'en'))).toEqual([
      '0 min',
      '45 min',
      '1 h',
      '1 h 1 min',
    ]);
    expect(clockText(1500)).toBe('25:00');
  });
});
