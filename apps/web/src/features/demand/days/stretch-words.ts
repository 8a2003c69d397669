import { formatNumber, formatPercent, formatSignedPercent } from '../../../app/format/format-number.js';
import { formatDate, formatTime } from '../../../app/format/format-time.js';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import type { Stretch } from './special-days.queries.js';

/** `−38%`, with its sign. */
export const signedPercent = (fraction: number): string => formatSignedPercent(fraction, 0);

/** When a stretch was: its day and hours, or its days. */
export function whenOf({ fromOn, untilOn, fromAt, untilAt }: Stretch, zone: string): string {
  const [from, until] = [formatTime(fromAt, zone), formatTime(untilAt, zone)];
  const isWhole = from === '00:00' && until === '00:00';
  const [first, last] = [formatDate(fromOn), formatDate(untilOn)];
  if (fromOn === untilOn) return isWhole ? first : `${first} ${from}–${until}`;
  return isWhole ? `${first} – ${last}` : `${first} ${from} – ${last} ${until === '00:00' ? '24:00' : until}`;
}

/** Why a stretch looks odd, in a sentence of the language shown. */
export function whyOf({ reason, actual, expected }: Stretch): string {
  const { kind, ...values } = reason as { kind: string } & Record<string, number | string | boolean>;
  const number = (name: string) => Number(values[name] ?? 0);
  const change = signedPercent(number('ratio') - 1);
  const words = {
    actual: formatNumber(actual),
    expected: formatNumber(expected),
    rest: formatPercent(number('restRatio'), 0),
    ratio: formatNumber(number('ratio'), 1),
    value: formatNumber(number('value')),
    repeats: number('repeats'),
    openDays: number('openDays'),
    weeks: number('weeks'),
    end: String(values['end'] ?? ''),
    change,
    note: String(values['note'] ?? ''),
  };
  const variant =
    kind === 'one-end-empty'
      ? values['absent']
        ? '_absent'
        : '_zero'
      : kind === 'nothing-recorded'
        ? number('openDays') > 0
          ? '_days'
          : '_part'
        : '';
  return tIfKnown(`days.why_${kind}${variant}`, words, t('days.unusual'));
}

/** What an action changes, before it is taken. */
export function changeOf(action: Stretch['suggested'], { actual, expected }: Stretch): string {
  return t(`days.changes${action}`, { actual: formatNumber(actual), expected: formatNumber(expected) });
}
