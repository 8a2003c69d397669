import { addDays } from '@yotei/time';
import { formatNumber, formatSigned } from '../../../app/format/format-number.js';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Table, type Column } from '../../../ui/table.js';
import { PARTS, type LongRangeSeries } from './long-range.model.js';

interface WeekRow {
  readonly week: number;
  readonly on: string;
}

/** The same numbers as the charts, a week a row, in the parts that add up to the contacts. */
export function WeeksTable({ series, fromOn }: { readonly series: LongRangeSeries; readonly fromOn: string }) {
  const number = (values: readonly (number | null)[]) => (row: WeekRow) => {
    const value = values[row.week];
    return value === null || value === undefined ? '–' : formatNumber(value);
  };
  const columns: readonly Column<WeekRow>[] = [
    { id: 'week', title: t('longRange.weekOf'), cell: ({ on }) => formatDateWithYear(on) },
    { id: 'contacts', title: t('longRange.forecast'), numeric: true, cell: number(series.contacts) },
    {
      id: 'band',
      title: 'P10–P90',
      numeric: true,
      cell: ({ week }) => `${formatNumber(series.p10[week]!)}–${formatNumber(series.p90[week]!)}`,
    },
    ...PARTS.map((part): Column<WeekRow> => ({
      id: part,
      title: t(`longRange.part${part}`),
      numeric: true,
      cell: ({ week }) =>
        part === 'base' ? formatNumber(series.base[week]!) : formatSigned(Math.round(series[part][week]!)),
    })),
    { id: 'handle', title: t('longRange.handleSeconds'), numeric: true, cell: number(series.handleSeconds) },
  ];
  const rows = series.contacts.map((_, week) => ({ week, on: addDays(fromOn, 7 * week) }));
  return <Table caption={t('longRange.tableCaption')} columns={columns} rows={rows} rowKey={({ on }) => on} />;
}
