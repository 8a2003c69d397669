import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';

const UNITS = ['minutes', 'seconds', 'hours', 'days', 'count'] as const;
const MISSING = [
  'no-work',
  'history-missing',
  'load-unknown',
  'notice-unknown',
  'changes-unknown',
  'difficulty-unknown',
  'too-few-peers',
] as const;

/** A figure of a measure with its unit, `2 h` or `25 %`. */
export function amountText(value: number, unit: string): string {
  const known = UNITS.find((one) => one === unit);
  if (!known) return formatPercent(value, 0);
  const digits = known === 'seconds' || known === 'minutes' ? 0 : 1;
  return t(`wellbeing.unit-${known}`, { value: formatNumber(value, Number.isInteger(value) ? 0 : digits) });
}

/** Why a measure has no figure, in a sentence. */
export function missingText(reason: string): string {
  const known = MISSING.find((one) => one === reason);
  return known ? t(`wellbeing.missing-${known}`) : reason;
}
