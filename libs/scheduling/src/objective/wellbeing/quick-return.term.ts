import { HOUR_MILLIS } from '@yotei/time';
import { valueOf } from '../../rules/index.js';
import type { WellbeingTerm } from './wellbeing-term.js';

const restHours = {
  key: 'restHours',
  title: 'Rest between shifts below which it is a quick return',
  unit: 'count',
  min: 0,
  max: 24,
  default: 11,
} as const;

/** A shift that starts too soon after the one before, where the law allows it. */
export const quickReturn: WellbeingTerm = {
  id: 'quick-return',
  title: { en: 'Quick returns', ja: '短い勤務間隔' },
  unit: { en: 'one shift that starts too soon after the last', ja: '前の勤務からの間隔が短い勤務1回' },
  source: 'injury rate 1.39 times that after 15-17 h of rest; domain.md W5',
  defaultWeight: 20,
  parameters: [restHours],
  nextStartFrom: (shift, p) => shift.endAt + valueOf(restHours, p) * HOUR_MILLIS,
};
