import { addDays } from '@yotei/time';
import { formatDate, formatDateRange, formatDateTime, formatMonth } from '../../app/format/format-time.js';
import type { MeasureBucketFieldsFragment, MeasurePeriod } from '../../graphql/generated/graphql.js';

/** What a column or row of a period is called. */
export function bucketText(
  { fromOn, untilOn, startAt }: MeasureBucketFieldsFragment,
  period: MeasurePeriod,
  zone: string,
): string {
  if (startAt) return formatDateTime(startAt, zone);
  if (period === 'DAY') return formatDate(fromOn);
  if (period === 'MONTH') return formatMonth(fromOn);
  return formatDateRange(fromOn, addDays(untilOn, -1));
}
