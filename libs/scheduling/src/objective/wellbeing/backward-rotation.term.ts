import { DAY_MILLIS, MINUTE_MILLIS } from '@yotei/time';
import { valueOf } from '../../rules/index.js';
import type { WellbeingTerm } from './wellbeing-term.js';

const toleranceMinutes = {
  key: 'toleranceMinutes',
  title: 'Earlier start than on the day before that still is no backward move',
  unit: 'minutes',
  min: 0,
  max: 720,
  default: 60,
} as const;

/** A start much earlier than on the day before. After a day off it does not count: the day off is the recovery. */
export const backwardRotation: WellbeingTerm = {
  id: 'backward-rotation',
  title: { en: 'Late-to-early changes', ja: '遅番から早番への切り替え' },
  unit: { en: 'one start much earlier than the day before', ja: '前日よりかなり早い開始1回' },
  source: 'forward rotation and more recovery time; domain.md W7',
  defaultWeight: 8,
  parameters: [toleranceMinutes],
  nextStartFrom: (shift, p) => shift.startAt + DAY_MILLIS - valueOf(toleranceMinutes, p) * MINUTE_MILLIS,
};
