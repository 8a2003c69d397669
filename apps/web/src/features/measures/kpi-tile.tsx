import { Copy, Pencil, Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { local, t } from '../../app/i18n/t.js';
import { IconButton } from '../../ui/button.js';
import type { EditedKpi } from './kpi-editor.js';
import {
  cellText,
  isMet,
  toneOfTrend,
  valueText,
  type Definitions,
  type KpiFormula,
  type Measure,
  type Series,
  type Target,
  type Trend,
} from './measures.model.js';

export interface KpiActs {
  readonly onEdit: (kpi: EditedKpi) => void;
  readonly onDelete: (kpi: KpiFormula) => void;
}

function Acts({ measure, onEdit, onDelete }: KpiActs & { readonly measure: Measure }) {
  const { own, formula } = measure;
  const title = local(measure.title);
  if (!own) {
    return (
      <IconButton
        label={t('measures.copy', { title })}
        icon={<Copy size={14} strokeWidth={1.75} />}
        onPress={() => onEdit({ own: null, title, formula })}
      />
    );
  }
  return (
    <>
      <IconButton
        label={t('measures.change', { title })}
        icon={<Pencil size={14} strokeWidth={1.75} />}
        onPress={() => onEdit({ own, title, formula })}
      />
      <IconButton
        label={t('measures.delete', { title })}
        icon={<Trash2 size={14} strokeWidth={1.75} />}
        onPress={() => onDelete(own)}
      />
    </>
  );
}

function TrendLine({ trend, measure }: { readonly trend: Trend; readonly measure: Measure }) {
  const { now, before, verdict } = trend;
  if (now == null || before == null) return null;
  const difference = now - before;
  const size = valueText(Math.abs(difference), measure.unit);
  const moved = difference === 0 ? t('measureTools.same') : `${difference > 0 ? '▲' : '▼'} ${size}`;
  return (
    <p className="y-kpi-trend" data-tone={toneOfTrend(trend, measure.better)}>
      {t(`measureTools.trend_${verdict as 'unknown'}`, { moved })}
    </p>
  );
}

function TargetLine({
  value,
  target,
  unit,
}: {
  readonly value: number;
  readonly target: Target;
  readonly unit: string | null | undefined;
}) {
  const met = isMet(value, target);
  const wanted = t(`measureTools.target_${target.direction}`, { value: valueText(target.value, unit) });
  return (
    <p className="y-kpi-target" data-met={met}>
      {t(met ? 'measureTools.met' : 'measureTools.missed', { wanted })}
    </p>
  );
}

export interface KpiTileProps {
  readonly measure: Measure;
  readonly series: Series;
  readonly definitions: Definitions;
  readonly target: Target | undefined;
  readonly trend: Trend | undefined;
  readonly onOpen: (id: string) => void;
  /** Null where the user may only read. */
  readonly acts: KpiActs | null;
}

/** A KPI: its value or why there is none, target and trend, and the formula behind it; the title opens it. */
export function KpiTile({ measure, series, definitions, target, trend, onOpen, acts }: KpiTileProps) {
  const { kind, text } = cellText(series, -1, definitions);
  return (
    <li className="y-panel y-kpi">
      <div className="y-kpi-head">
        <h3>
          <AriaButton className="y-kpi-open" onPress={() => onOpen(measure.id)}>
            {local(measure.title)}
          </AriaButton>
        </h3>
        {acts ? <Acts measure={measure} {...acts} /> : null}
      </div>
      {kind === 'value' ? (
        <div>
          <p className="y-kpi-value">{text}</p>
          {target ? <TargetLine value={series.whole!} target={target} unit={measure.unit} /> : null}
          {trend ? <TrendLine trend={trend} measure={measure} /> : null}
        </div>
      ) : (
        <div className="y-kpi-none">
          <strong>{t('measures.noData')}</strong>
          <p>{text}</p>
        </div>
      )}
      <code>{measure.formula}</code>
    </li>
  );
}
