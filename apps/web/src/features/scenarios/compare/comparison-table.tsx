import { Trophy } from 'lucide-react';
import { t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import { Table } from '../../../ui/table.js';
import { differenceOf } from '../answer/figures.model.js';
import { Difference } from '../answer/difference.js';
import type { ComparedColumn, ComparedRow } from './comparison.model.js';

export interface ComparisonTableProps {
  readonly columns: readonly ComparedColumn[];
  readonly rows: readonly ComparedRow[];
}

function ColumnTitle({ column }: { readonly column: ComparedColumn }) {
  return (
    <>
      {column.title}
      {column.state === 'computing' ? <Chip tone="accent">{t('scenarios.computing')}</Chip> : null}
      {column.state === 'faulty' ? <Chip tone="must">{t('scenarios.faulty')}</Chip> : null}
    </>
  );
}

/** Scenarios side by side; the first column is the base, against which the others are held. */
export function ComparisonTable({ columns, rows }: ComparisonTableProps) {
  const currency = columns.find(({ answer }) => answer)?.answer?.currency ?? null;
  return (
    <Table
      caption={t('scenarios.sideBySide')}
      rows={rows}
      rowKey={({ figure }) => figure.id}
      columns={[
        { id: 'measure', title: t('scenarios.measure'), cell: ({ title }) => title },
        ...columns.map((column, index) => ({
          id: column.id,
          title: <ColumnTitle column={column} />,
          numeric: true,
          cell: ({ figure, values, texts, best }: ComparedRow) => (
            <span className="y-scn-cell" data-figure={figure.id} data-value={String(values[index])}>
              <span className="y-scn-best">
                {best.includes(index) ? (
                  <Trophy size={12} strokeWidth={2} role="img" aria-label={t('scenarios.bestOfRow')} />
                ) : null}
                {texts[index]}
              </span>
              {index === 0 ? null : (
                <Difference {...differenceOf(figure, { base: values[0]!, scenario: values[index]!, currency })} />
              )}
            </span>
          ),
        })),
      ]}
    />
  );
}
