import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { CurveChart } from '../../ui/curve-chart.js';
import { Select } from '../../ui/fields.js';
import { Table, type Column } from '../../ui/table.js';
import { curveMeasures, curveRows, type Curve, type CurveMeasure, type CurveRow } from './curve.model.js';
import type { Explanation } from './explanation-steps.js';

const seconds = (value: number) => t('staffing.secondsShort', { seconds: formatNumber(value, 1) });
const orDash = (value: number | null, show: (value: number) => string) => (value === null ? '–' : show(value));

/** Under an uncertain forecast, met means: as long as the forecast holds. */
function metInWords(met: boolean, isUncertain: boolean): string {
  if (!isUncertain) return t(met ? 'staffing.met' : 'staffing.missed');
  return t(met ? 'staffing.curve.metAsForecast' : 'staffing.curve.missedAsForecast');
}

function rowInWords(row: CurveRow, isUncertain: boolean): string {
  const { agents, level, wait, occupancy, blocking, chance, met } = row;
  return [
    t('staffing.curve.agents', { agents }),
    level === null ? '' : t('staffing.curve.level', { level: formatPercent(level) }),
    wait === null ? '' : t('staffing.curve.wait', { wait: seconds(wait) }),
    occupancy === null ? '' : t('staffing.curve.occupancy', { occupancy: formatPercent(occupancy) }),
    blocking ? t('staffing.curve.blocking', { blocking: formatPercent(blocking) }) : '',
    chance === null ? '' : t('staffing.curve.chance', { chance: formatPercent(chance, 0) }),
    metInWords(met, isUncertain),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Columns of which nothing is known are left out: work that can wait has no waits of seconds. */
function columns(rows: readonly CurveRow[]): readonly Column<CurveRow>[] {
  const share = (id: keyof CurveRow, title: string, digits = 1): Column<CurveRow> => ({
    id,
    title,
    numeric: true,
    cell: (row) => orDash(row[id] as number | null, (value) => formatPercent(value, digits)),
  });
  const all: readonly Column<CurveRow>[] = [
    { id: 'agents', title: t('staffing.agents'), cell: ({ agents }) => formatNumber(agents), numeric: true },
    share('level', t('staffing.serviceLevelShort')),
    { id: 'wait', title: t('staffing.asaShort'), cell: ({ wait }) => orDash(wait, seconds), numeric: true },
    share('occupancy', t('staffing.occupancyShort')),
    share('abandonment', t('staffing.abandonmentShort')),
    share('chance', t('staffing.chanceShort'), 0),
  ];
  return all.filter(({ id }) => rows.some((row) => row[id as keyof CurveRow] !== null));
}

const show = (measure: CurveMeasure, value: number) => (measure.isShare ? formatPercent(value, 0) : seconds(value));

function Picture({
  curve,
  isUncertain,
  measure,
  selected,
  onSelect,
}: {
  readonly curve: Curve;
  readonly isUncertain: boolean;
  readonly measure: CurveMeasure;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
}) {
  const rows = curveRows(curve);
  return (
    <CurveChart
      label={t('staffing.curve.label', { measure: t(`staffing.measure.${measure.id}`) })}
      points={rows.map((row, index) => ({
        x: row.agents,
        y: measure.values[index] ?? null,
        text: rowInWords(row, isUncertain),
        isGood: row.met,
      }))}
      target={
        measure.target === undefined
          ? undefined
          : { y: measure.target, text: t('staffing.curve.goal', { goal: show(measure, measure.target) }) }
      }
      answer={curve.answerIndex ?? null}
      selected={selected}
      onSelect={onSelect}
      most={measure.most}
      formatX={(value) => formatNumber(value)}
      formatY={(value) => show(measure, value)}
      xTitle={t('staffing.agents')}
    />
  );
}

/** What each number of agents would give: a curve to walk along, one more and one fewer, and the same as a table. */
export function CurvePanel({ curve, plan }: { readonly curve: Curve; readonly plan: Explanation['plan'] }) {
  const measures = curveMeasures(curve, plan.goal);
  const [measureId, setMeasureId] = useState(measures[0]?.id);
  const [selected, setSelected] = useState(curve.answerIndex ?? 0);
  const rows = curveRows(curve);
  const isUncertain = (plan.staffedFor?.kind ?? 'point') !== 'point';
  const measure = measures.find(({ id }) => id === measureId) ?? measures[0];
  const row = rows[selected];
  if (!measure || !row) return null;
  return (
    <section className="y-curve-panel" aria-label={t('staffing.curve.title')}>
      <div className="y-curve-head">
        <h3>{t('staffing.curve.title')}</h3>
        <Select
          label={t('staffing.curve.measure')}
          hideLabel
          value={measure.id}
          options={measures.map(({ id }) => ({ id, text: t(`staffing.measure.${id}`) }))}
          onChange={(id) => setMeasureId(id as CurveMeasure['id'])}
        />
      </div>
      <Picture curve={curve} isUncertain={isUncertain} measure={measure} selected={selected} onSelect={setSelected} />
      {plan.goal.answerWithinHours ? <p className="y-quiet">{t('staffing.curve.everyHour')}</p> : null}
      <p className="y-curve-said" data-met={row.met}>
        {rowInWords(row, isUncertain)}
      </p>
      <div className="y-curve-acts">
        <Button
          icon={<Minus size={14} strokeWidth={1.75} aria-hidden />}
          isDisabled={selected === 0}
          onPress={() => setSelected(selected - 1)}
        >
          {t('staffing.curve.fewer')}
        </Button>
        <Button
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          isDisabled={selected === rows.length - 1}
          onPress={() => setSelected(selected + 1)}
        >
          {t('staffing.curve.more')}
        </Button>
      </div>
      <details>
        <summary>{t('staffing.curve.table')}</summary>
        <Table
          caption={t('staffing.curve.title')}
          columns={columns(rows)}
          rows={rows}
          rowKey={({ agents }) => String(agents)}
          rowTone={({ agents }) => (agents === rows[curve.answerIndex ?? -1]?.agents ? 'selected' : undefined)}
        />
      </details>
    </section>
  );
}
