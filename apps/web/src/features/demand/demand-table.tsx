import { formatNumber } from '../../app/format/format-number.js';
import { dateInZone, formatDate, formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { Table, type Column } from '../../ui/table.js';
import { demandRows, type AlignedDemand, type DemandRow } from './demand.model.js';
import type { Zoom } from './demand.search.js';

const shown = (value: number | null, digits = 0) => (value === null ? '–' : formatNumber(value, digits));

/** Closed intervals have nothing to say. */
const isKnown = ({ actual, forecast }: DemandRow) => actual !== null || forecast !== null;

/** The chart's numbers: by interval for a day, by day for longer stretches. */
export function DemandTable({
  aligned,
  zone,
  zoom,
}: {
  readonly aligned: AlignedDemand;
  readonly zone: string;
  readonly zoom: Zoom;
}) {
  const byDay = zoom !== 'day';
  const rows = demandRows(aligned, byDay ? (at) => dateInZone(at, zone) : undefined).filter(isKnown);
  const columns: readonly Column<DemandRow>[] = [
    {
      id: 'from',
      title: t(byDay ? 'demand.day' : 'demand.interval'),
      cell: ({ fromAt }) => (byDay ? formatDate(dateInZone(fromAt, zone)) : formatTime(fromAt, zone)),
    },
    { id: 'actual', title: t('demand.actual'), cell: ({ actual }) => shown(actual), numeric: true },
    { id: 'forecast', title: t('demand.forecast'), cell: ({ forecast }) => shown(forecast, 1), numeric: true },
    ...(byDay
      ? []
      : [
          {
            id: 'band',
            title: t('demand.band'),
            cell: ({ p10, p90 }: DemandRow) => (p10 === null ? '–' : `${shown(p10, 1)}–${shown(p90, 1)}`),
            numeric: true,
          },
        ]),
    {
      id: 'handle',
      title: t('demand.handleSeconds'),
      cell: ({ handleSeconds }) => shown(handleSeconds),
      numeric: true,
    },
  ];
  return <Table caption={t('demand.tableTitle')} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
