import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import { Table, type Column } from '../../../ui/table.js';
import { bandOf, type HistoryRow } from './history.model.js';

const TONES = { good: 'good', fair: 'plain', low: 'prefer' } as const;

export const adherenceText = ({ numbers }: HistoryRow): string =>
  numbers.adherenceFraction === null ? '–' : formatPercent(numbers.adherenceFraction, 1);

export function conformanceText({ numbers: { conformance } }: HistoryRow): string {
  if (conformance.kind === 'infinite') return '∞';
  return conformance.kind === 'undefined' ? '–' : formatPercent(conformance.fraction, 1);
}

function Band({ row }: { readonly row: HistoryRow }) {
  const band = bandOf(row.numbers);
  return band ? <Chip tone={TONES[band]}>{t(`adherenceHistory.band-${band}`)}</Chip> : '–';
}

/** Adherence and conformance together, with what was explained. */
export function HistoryTable({
  caption,
  head,
  rows,
}: {
  readonly caption: string;
  readonly head: Pick<Column<HistoryRow>, 'title' | 'cell'>;
  readonly rows: readonly HistoryRow[];
}) {
  const columns: Column<HistoryRow>[] = [
    { id: 'head', ...head },
    { id: 'days', title: t('adherenceHistory.agentDays'), numeric: true, cell: ({ days }) => formatNumber(days) },
    { id: 'adherence', title: t('adherenceHistory.adherence'), numeric: true, cell: adherenceText },
    { id: 'conformance', title: t('adherenceHistory.conformance'), numeric: true, cell: conformanceText },
    {
      id: 'explained',
      title: t('adherenceHistory.explained'),
      numeric: true,
      cell: ({ explainedFraction }) => (explainedFraction === null ? '–' : formatPercent(explainedFraction, 1)),
    },
    {
      id: 'unknown',
      title: t('adherenceHistory.unknown'),
      numeric: true,
      cell: ({ numbers }) => t('adherenceHistory.hours', { hours: formatNumber(numbers.unknownSeconds / 3600, 1) }),
    },
    { id: 'band', title: t('adherenceHistory.band'), cell: (row) => <Band row={row} /> },
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
