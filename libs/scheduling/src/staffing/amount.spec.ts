import { amountBeside, amountText, type AmountUnit } from './index.js';

describe('amounts in words', () => {
  it.each<[number, AmountUnit, string, string]>([
    [1, 'agents', '1 agent', '1人'],
    [14, 'agents', '14 agents', '14人'],
    [12345.67, 'contacts', '12,345.7 contacts', '12,345.7件'],
    [260, 'contacts-per-hour', '260 contacts per hour', '1時間あたり260件'],
    [10, 'erlangs', '10 erlangs', '10アーラン'],
    [0.888350019, 'fraction', '88.8%', '88.8%'],
    [-0, 'fraction', '0%', '0%'],
    [7.8359, 'seconds', '7.8 s', '7.8秒'],
    [20, 'seconds', '20 s', '20秒'],
    [60, 'seconds', '1 min', '1分'],
    [90, 'seconds', '90 s', '90秒'],
    [180, 'seconds', '3 min', '3分'],
    [200, 'seconds', '3 min 20 s', '3分20秒'],
    [1800, 'seconds', '30 min', '30分'],
    [3599.7, 'seconds', '1 h', '1時間'],
    [9000, 'seconds', '2 h 30 min', '2時間30分'],
    [86_400, 'seconds', '24 h', '24時間'],
    [Infinity, 'seconds', 'without end', '際限なし'],
    [Number.NaN, 'seconds', '–', '–'],
    [0.123456, 'number', '0.123', '0.123'],
  ])('%d %s: %s, %s', (value, unit, english, japanese) => {
    expect(amountText({ value, unit }, 'en')).toBe(english);
    expect(amountText({ value, unit }, 'ja')).toBe(japanese);
  });

  it('show as many decimals as tell a value from its target', () => {
    const target = { value: 0.8, unit: 'fraction' } as const;
    const beside = (value: number): string => amountBeside({ value, unit: 'fraction' }, target, 'en');
    expect([0.7955, 0.79996, 0.8, 0.80004].map(beside)).toEqual(['79.6%', '79.996%', '80%', '80.004%']);
  });
});
