import type { EditableSeries, EditedMeasure } from '@yotei/forecast/edits';
import { t } from '../../../app/i18n/t.js';
import type { ChartSeries } from '../../../ui/plot-parts.js';
import type { AlignedDemand, DemandView, Series } from '../demand.model.js';
import { seriesOf } from './drag-edit.js';
import type { Past } from '../demand.search.js';

export type Values = readonly (number | null)[];

const nullable = (values: Float64Array): Values => Array.from(values, (value) => (Number.isNaN(value) ? null : value));
const some = (values: Values) => values.some((value) => value !== null);
const valuesOf = (series: Series | null | undefined): Values => series?.values.map((value) => value ?? null) ?? [];

export interface ChartSeriesOf {
  readonly view: DemandView;
  readonly aligned: AlignedDemand;
  readonly measure: EditedMeasure;
  /** As kept, without the draft; null without a forecast. */
  readonly kept: EditableSeries | null;
  readonly past: { readonly kind: Past; readonly values: Values } | null;
  readonly extra: readonly ChartSeries[];
}

/** The lines of the chart, lowest first. The forecast before edits is drawn where there are any. */
export function chartSeries({ view, aligned, measure, kept, past, extra }: ChartSeriesOf): readonly ChartSeries[] {
  const ofContacts = measure === 'contacts';
  const actual = ofContacts ? aligned.actual : valuesOf(view.actualHandleSeconds);
  const base = valuesOf(ofContacts ? view.baseForecastContacts : view.baseForecastHandleSeconds);
  const edited = view.edits.some(
    ({ undone, off, measure: of }) => !undone && !off && (of === 'CONTACTS') === ofContacts,
  );
  const band = ofContacts && some(aligned.p90);
  const all: readonly (ChartSeries | false | null)[] = [
    band && { label: 'P90', values: aligned.p90, colour: '--accent', band: 'high' },
    band && { label: 'P10', values: aligned.p10, colour: '--accent', band: 'low' },
    past &&
      some(past.values) && {
        label: t(`demandEdit.past${past.kind}`),
        values: past.values,
        colour: '--good',
        width: 1,
        dashed: true,
      },
    some(actual) && { label: t('demand.actual'), values: actual, colour: '--text-1' },
    edited && { label: t('demand.beforeEdits'), values: base, colour: '--text-3', dashed: true, width: 1 },
    ...extra,
    kept && { label: t('demand.forecast'), values: nullable(seriesOf(kept, measure)), colour: '--accent', width: 2 },
  ];
  return all.filter((one): one is ChartSeries => Boolean(one));
}
