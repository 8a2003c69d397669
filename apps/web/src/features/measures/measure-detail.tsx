import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { saveFile } from '../../app/save-file.js';
import type { MeasurePeriod, MeasureRangeInput } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { Segmented } from '../../ui/button.js';
import { Table } from '../../ui/table.js';
import { bucketText } from './bucket-text.js';
import {
  cellText,
  shownFacts,
  titleOfFact,
  type Definitions,
  type Facts,
  type Measure,
  type Values,
} from './measures.model.js';
import { factsQuery, valuesQuery } from './measures.queries.js';
import { TargetForm } from './target-form.js';

const MILLIS_A_DAY = 86_400_000;
const ROWS_PERIODS = ['DAY', 'HOUR', 'INTERVAL'] as const;
type RowsPeriod = (typeof ROWS_PERIODS)[number];

function Definition({ measure, definitions }: { readonly measure: Measure; readonly definitions: Definitions }) {
  const facts = measure.facts.map((name) => `${name}: ${titleOfFact(name, definitions)}`);
  return (
    <dl className="y-kpi-facts">
      {measure.meaning ? (
        <>
          <dt>{t('measureTools.meaning')}</dt>
          <dd>{local(measure.meaning)}</dd>
        </>
      ) : null}
      <dt>{t('measures.formula')}</dt>
      <dd>
        <code>{measure.formula}</code>
      </dd>
      <dt>{t('measureTools.inputs')}</dt>
      <dd>{facts.join(t('measureTools.comma'))}</dd>
      {measure.name ? (
        <>
          <dt>{t('measureTools.name')}</dt>
          <dd>
            <code>{measure.name}</code>
          </dd>
        </>
      ) : null}
      {measure.source ? (
        <>
          <dt>{t('measureTools.source')}</dt>
          <dd>{measure.source}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** Header and rows of the table beneath a number, for the screen and the file alike. */
function rowsOf(measure: Measure, values: Values, facts: Facts, definitions: Definitions) {
  const series = values.series.find(({ measureId }) => measureId === measure.id);
  const shown = shownFacts(facts);
  return values.buckets.map((bucket, place) => ({
    id: bucket.startAt ?? bucket.fromOn,
    bucket,
    value: series ? cellText(series, place, definitions) : null,
    raw: series?.values[place] ?? null,
    sums: shown.map(({ name, sums }) => ({ name, sum: sums[place] ?? null })),
  }));
}

function saveRows(measure: Measure, rows: ReturnType<typeof rowsOf>): void {
  const names = rows[0]?.sums.map(({ name }) => name) ?? [];
  const lines = rows.map(({ bucket, raw, sums }) =>
    [bucket.startAt ?? bucket.fromOn, bucket.untilOn, raw ?? '', ...sums.map(({ sum }) => sum ?? '')].join(','),
  );
  saveFile(
    `${measure.id}.csv`,
    [['from', 'until', measure.name ?? measure.id, ...names].join(','), ...lines].join('\n'),
  );
}

type DetailRow = ReturnType<typeof rowsOf>[number];

function RowsTable({
  rows,
  measure,
  definitions,
  zone,
  period,
}: {
  readonly rows: readonly DetailRow[];
  readonly measure: Measure;
  readonly definitions: Definitions;
  readonly zone: string;
  readonly period: MeasurePeriod;
}) {
  return (
    <Table
      caption={t('measureTools.rows')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'when',
          title: t('measureTools.when'),
          cell: ({ bucket }) => bucketText(bucket, period, zone),
        },
        {
          ...{ id: 'value', title: local(measure.title), numeric: true },
          cell: ({ value }) => (value?.kind === 'value' ? value.text : <span title={value?.text ?? ''}>–</span>),
        },
        ...(rows[0]?.sums ?? []).map(({ name }, index) => ({
          ...{ id: name, title: titleOfFact(name, definitions), numeric: true },
          cell: (row: DetailRow) => row.sums[index]!.sum?.toLocaleString() ?? '–',
        })),
      ]}
    />
  );
}

function Rows({ measure, definitions, range, zone }: Omit<MeasureDetailProps, 'onClose' | 'mayEdit'>) {
  const [period, setPeriod] = useState<RowsPeriod>('DAY');
  const fits = (Date.parse(range.untilOn) - Date.parse(range.fromOn)) / MILLIS_A_DAY <= 14;
  const asked = { ...range, period: fits ? period : 'DAY', cut: 'ALL' } as const;
  const values = useQuery(valuesQuery([measure.id], asked));
  const facts = useQuery(factsQuery(measure.facts, asked));
  return (
    <section className="y-kpi-rows">
      <div className="y-panel-head">
        <h3>{t('measureTools.rows')}</h3>
        <span className="y-toolbar-fill" />
        {fits ? (
          <Segmented
            label={t('measureTools.by')}
            value={period}
            options={ROWS_PERIODS.map((value) => ({ value, text: t(`measureTools.by_${value}`) }))}
            onChange={setPeriod}
          />
        ) : null}
      </div>
      <QueryState query={values} skeleton={<SkeletonRows rows={7} />}>
        {(found) => (
          <QueryState query={facts} skeleton={<SkeletonRows rows={7} />}>
            {(sums) => {
              if (!('series' in found) || !('facts' in sums)) return null;
              const rows = rowsOf(measure, found, sums, definitions);
              return (
                <>
                  <RowsTable {...{ rows, measure, definitions, zone }} period={asked.period} />
                  <Button
                    icon={<Download size={14} strokeWidth={1.75} aria-hidden />}
                    onPress={() => saveRows(measure, rows)}
                  >
                    {t('measureTools.csv')}
                  </Button>
                </>
              );
            }}
          </QueryState>
        )}
      </QueryState>
    </section>
  );
}

export interface MeasureDetailProps {
  readonly measure: Measure;
  readonly definitions: Definitions;
  readonly range: MeasureRangeInput;
  readonly zone: string;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

/** What a number is: its definition, what it is made of, its target, and the rows beneath it down to the interval. */
export function MeasureDetail(props: MeasureDetailProps) {
  const { measure, definitions, range, mayEdit, onClose } = props;
  return (
    <Dialog title={local(measure.title)} isOpen onClose={onClose} width={860}>
      <div className="y-kpi-detail">
        <Definition measure={measure} definitions={definitions} />
        <TargetForm measure={measure} definitions={definitions} range={range} mayEdit={mayEdit} />
        <Rows {...props} />
      </div>
    </Dialog>
  );
}
