import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import type { MeasurePeriod, MeasureRangeInput } from '../../graphql/generated/graphql.js';
import { QueryState, SkeletonBlock } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { showToast } from '../../ui/toast.js';
import { bucketText } from './bucket-text.js';
import { KpiTile, type KpiActs } from './kpi-tile.js';
import { cellText, targetOf, type Definitions, type KpiFormula, type Measure, type Values } from './measures.model.js';
import { trendsQuery, useDeleteKpi, useSaveKpi, valuesQuery } from './measures.queries.js';

/** Deletes at once; the message takes it back, at its old place. */
export function useDelete() {
  const remove = useDeleteKpi();
  const save = useSaveKpi();
  const failed = () => showToast({ text: t('ui.failed'), tone: 'problem' });
  const restore = ({ title, formula, name, better, position }: KpiFormula) =>
    save.mutate(
      { title, formula, position, ...(name && { name }), ...(better && { better }) },
      {
        onSuccess: ({ __typename }) =>
          __typename === 'KpiFormulaSaved' ? showToast({ text: t('measures.undone', { title }) }) : failed(),
        onError: failed,
      },
    );
  const deleted = (kpi: KpiFormula) =>
    showToast({
      text: t('measures.deleted', { title: kpi.title }),
      action: { text: t('measures.undo'), run: () => restore(kpi) },
    });
  return (kpi: KpiFormula) =>
    remove.mutate(kpi, {
      onSuccess: (result) => {
        if (result.__typename === 'KpiFormulaDeleted') deleted(kpi);
        else if (result.__typename === 'NotFound') showToast({ text: t('measures.gone'), tone: 'problem' });
        else if (result.__typename === 'InvalidInput') showToast({ text: result.message, tone: 'problem' });
        else
          showToast({
            text: t('measures.editedMeanwhile', { title: result.kpi.title, formula: result.kpi.formula }),
            tone: 'problem',
          });
      },
      onError: failed,
    });
}

interface Shown {
  readonly definitions: Definitions;
  readonly values: Values;
  readonly zone: string;
}

/** Each measure by column of time, or each of its queues, teams and so on in a row of its own. */
function ByPeriod({ definitions, values, zone, period }: Shown & { readonly period: MeasurePeriod }) {
  const measures = new Map(definitions.measureDefinitions.map((measure) => [measure.id, measure]));
  const rows = values.series.filter(({ whole, values: each }) => whole != null || each.some((value) => value != null));
  const titleOf = (measureId: string, keyId: string | null | undefined) => {
    const title = local(measures.get(measureId)!.title);
    const key = values.keys.find(({ id }) => (id ?? null) === (keyId ?? null));
    return values.keys.length > 1 && key ? `${title} · ${local(key.title)}` : title;
  };
  const caption = t('measureTools.table', { by: t(`measureTools.by_${period}`) });
  return (
    <section className="y-panel y-kpi-weeks" aria-label={caption}>
      <div className="y-panel-head">
        <h2>{caption}</h2>
      </div>
      <Table
        caption={caption}
        rows={rows}
        rowKey={({ measureId, keyId }) => `${measureId} ${keyId}`}
        columns={[
          { id: 'kpi', title: t('measures.kpi'), cell: ({ measureId, keyId }) => titleOf(measureId, keyId) },
          {
            ...{ id: 'whole', title: t('measureTools.whole'), numeric: true },
            cell: (series) => <Cell {...cellText(series, -1, definitions)} />,
          },
          ...values.buckets.map((bucket, place) => ({
            ...{ id: bucket.startAt ?? bucket.fromOn, title: bucketText(bucket, period, zone), numeric: true },
            cell: (series: Values['series'][number]) => <Cell {...cellText(series, place, definitions)} />,
          })),
        ]}
      />
    </section>
  );
}

function Cell({ kind, text }: { readonly kind: 'value' | 'none'; readonly text: string }) {
  if (kind === 'value') return text;
  return (
    <span className="y-quiet" title={text}>
      {t('measures.noData')}
    </span>
  );
}

interface TilesProps extends Omit<Shown, 'zone'> {
  readonly range: MeasureRangeInput;
  readonly acts: KpiActs | null;
  readonly onOpen: (id: string) => void;
}

function Tiles({ definitions, values, range, acts, onOpen }: TilesProps) {
  const series = new Map(values.series.map((one) => [one.measureId, one]));
  const known = definitions.measureDefinitions.filter(({ id, own }) => series.get(id)?.whole != null || own);
  const missing = definitions.measureDefinitions.filter((measure) => !known.includes(measure));
  const trends = useQuery(
    trendsQuery(
      known.map(({ id }) => id),
      range,
    ),
  );
  const found = trends.data && 'trends' in trends.data ? trends.data.trends : [];
  const tile = (measure: Measure) => (
    <KpiTile
      key={measure.id}
      {...{ measure, definitions, onOpen, acts }}
      series={series.get(measure.id)!}
      target={targetOf(definitions.measureTargets, {
        measureId: measure.id,
        queueId: range.queueIds?.[0] ?? null,
        untilOn: range.untilOn,
      })}
      trend={found.find(({ measureId }) => measureId === measure.id)}
    />
  );
  return (
    <>
      <ul className="y-kpis" aria-label={t('measures.tiles')}>
        {known.map(tile)}
      </ul>
      {missing.length > 0 ? (
        <details className="y-kpi-missing">
          <summary>{t('measureTools.missing', { count: missing.length })}</summary>
          <ul className="y-kpis" aria-label={t('measureTools.missingTiles')}>
            {missing.map(tile)}
          </ul>
        </details>
      ) : null}
    </>
  );
}

export interface MeasuresBoardProps {
  readonly definitions: Definitions;
  readonly range: MeasureRangeInput;
  readonly zone: string;
  readonly acts: Pick<KpiActs, 'onEdit'> | null;
  readonly onOpen: (id: string) => void;
}

/** Every measure over the time shown, those nobody tells yet behind a line, and by period and cut below. */
export function MeasuresBoard({ definitions, range, zone, acts, onOpen }: MeasuresBoardProps) {
  useLanguage();
  const names = useMemo(() => definitions.measureDefinitions.map(({ id }) => id), [definitions]);
  const whole = useQuery(valuesQuery(names, { ...range, period: 'WHOLE', cut: 'ALL' }));
  const cut = useQuery(valuesQuery(names, range));
  const onDelete = useDelete();
  return (
    <div className="y-measures">
      <QueryState query={whole} skeleton={<SkeletonBlock height={320} />}>
        {(values) =>
          'series' in values ? (
            <Tiles
              {...{ definitions, values, onOpen }}
              range={{ ...range, period: 'WHOLE', cut: 'ALL' }}
              acts={acts && { ...acts, onDelete }}
            />
          ) : null
        }
      </QueryState>
      <p className="y-quiet">{t('measures.inTimeNote')}</p>
      <QueryState query={cut} skeleton={<SkeletonBlock height={240} />}>
        {(values) =>
          'series' in values ? (
            <ByPeriod {...{ definitions, values, zone }} period={range.period} />
          ) : (
            <p role="alert">{values.message}</p>
          )
        }
      </QueryState>
    </div>
  );
}
