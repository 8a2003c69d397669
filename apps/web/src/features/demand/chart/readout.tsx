import { intervalStart, type Grid } from '@yotei/time';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import type { ChartSeries } from '../../../ui/plot-parts.js';
import { useHovered, type Hover } from './hover.js';

export const shownNumber = (value: number | null | undefined) =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : formatNumber(value, value < 20 ? 1 : 0);

export interface ReadoutProps {
  readonly hover: Hover;
  readonly grid: Grid;
  readonly zone: string;
  readonly series: readonly ChartSeries[];
  /** The forecast with the draft on top; null while nothing is drafted. */
  readonly drafted: Float64Array | null;
}

interface Line {
  readonly label: string;
  readonly colour: ChartSeries['colour'];
  readonly dashed: boolean;
  readonly band: boolean;
  readonly value: string;
}

function linesOf(series: readonly ChartSeries[], index: number | null): readonly Line[] {
  const at = (one: ChartSeries | undefined) => (index === null || !one ? null : (one.values[index] ?? null));
  // Each band's two edges have one colour; the forecast's own band is named for what it is.
  const lowOf = (high: ChartSeries) => series.find(({ band, colour }) => band === 'low' && colour === high.colour);
  return series
    .filter(({ band }) => band !== 'low')
    .map((one) => ({
      label: one.label === 'P90' ? t('demand.band') : one.label,
      colour: one.colour,
      dashed: one.dashed ?? false,
      band: Boolean(one.band),
      value:
        one.band && at(one) !== null ? `${shownNumber(at(lowOf(one)))}–${shownNumber(at(one))}` : shownNumber(at(one)),
    }))
    .reverse();
}

/** Legend of the chart, with every number at the pointer or the keys; its height never changes. */
export function Readout({ hover, grid, zone, series, drafted }: ReadoutProps) {
  const index = useHovered(hover);
  // With nothing pointed at, the legend names the lines and no numbers.
  const valueOf = (text: string) => (index === null ? '' : text);
  const lines = linesOf(series, index);
  const when = index === null ? t('demandEdit.hoverHint') : formatDateTime(intervalStart(grid, index), zone);
  return (
    <dl className="y-readout" aria-live="off">
      <div className="y-readout-when">
        <dt className="y-hidden">{t('ui.time')}</dt>
        <dd>{when}</dd>
      </div>
      {drafted ? (
        <div>
          <dt>
            <i className="y-swatch" style={{ background: 'var(--prefer)' }} />
            {t('demandEdit.draft')}
          </dt>
          <dd>{index === null ? '' : shownNumber(drafted[index])}</dd>
        </div>
      ) : null}
      {lines.map(({ label, colour, dashed, band, value }) => (
        <div key={label}>
          <dt>
            <i
              className="y-swatch"
              data-dashed={dashed}
              data-band={band}
              style={{ background: band ? 'var(--selected-bg)' : `var(${colour})` }}
            />
            {label}
          </dt>
          <dd>{valueOf(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
