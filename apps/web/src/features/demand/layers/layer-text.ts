import type { DemandLayer, LayerPattern } from '@yotei/forecast/edits';
import { formatNumber, formatSigned, formatSignedPercent } from '../../../app/format/format-number.js';
import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { rangeText } from '../chart/range-text.js';

const two = (value: number) => String(value).padStart(2, '0');
/** 540 as `09:00`; 1440 as `24:00`, the end of a day. */
export const clockText = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

const measureText = ({ measure }: DemandLayer) =>
  t(measure === 'contacts' ? 'demand.measureCONTACTS' : 'demand.measureHANDLE_SECONDS');

/** What a layer does, in a few words. */
export function layerText(layer: DemandLayer): string {
  const measure = measureText(layer);
  switch (layer.operation) {
    case 'set':
      return t('demand.editSET', { measure, value: formatNumber(layer.value, 1) });
    case 'add':
      return t('demand.editADD', { measure, value: formatSigned(layer.value, 1) });
    case 'percent':
      return t('demand.editPERCENT', { measure, value: formatSignedPercent(layer.value / 100) });
    case 'total':
      return t('demand.editTOTAL', { measure, value: formatNumber(layer.value, 1) });
    case 'values':
      return t('demand.editVALUES', { measure, count: layer.values.filter((value) => value !== null).length });
  }
}

/** `Mon, Tue 09:00–12:00`; all days and the whole day are not said. */
export function patternText({ weekdays, fromMinute, untilMinute }: LayerPattern): string {
  const days = weekdays.length < 7 ? weekdays.map((day) => formatWeekdayNumber(day, 'short')).join(', ') : '';
  const times = fromMinute > 0 || untilMinute < 1440 ? `${clockText(fromMinute)}–${clockText(untilMinute)}` : '';
  return [days, times].filter(Boolean).join(' ');
}

/** Where a layer lies: its range, and the weekdays and times within it. */
export function placeText({ startAt, endAt, pattern }: DemandLayer, zone: string): string {
  const range = rangeText({ fromAt: startAt, untilAt: endAt }, zone);
  return pattern ? `${range}: ${patternText(pattern)}` : range;
}
