import { amountText, type AmountUnit } from '@yotei/scheduling/staffing';
import { useLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import { Table } from '../../ui/table.js';
import type { ReportBlock } from './reports.queries.js';

type Chart = NonNullable<ReportBlock['chart']>;

const [WIDTH, HEIGHT] = [600, 140];

/** Stretches without a gap, as the points of lines. */
function stretches(values: Chart['lines'][number]['values'], top: number): readonly string[] {
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  const found: string[][] = [[]];
  values.forEach((value, index) => {
    if (value == null) found.push([]);
    else
      found.at(-1)!.push(`${(index * step).toFixed(1)},${(HEIGHT - (Math.max(0, value) / top) * HEIGHT).toFixed(1)}`);
  });
  return found
    .filter((points) => points.length > 0)
    .map((points) => (points.length === 1 ? `${points[0]} ${points[0]}` : points.join(' ')));
}

/** Lines over time, with the same numbers as a table beneath: nothing exists in the picture only. */
export function ReportChart({ chart, title }: { readonly chart: Chart; readonly title: string }) {
  const language = useLanguage();
  const words = (value: number | null | undefined) =>
    value == null ? t('reports.unknown') : amountText({ value, unit: chart.unit as AmountUnit }, language);
  const known = chart.lines.flatMap(({ values }) => values.filter((value) => value != null));
  const top = Math.max(...known, chart.target ?? 0, Number.MIN_VALUE);
  const [first, last] = [chart.labels[0], chart.labels.at(-1)];
  return (
    <div className="rp-chart">
      <div className="rp-chart-plot">
        <span className="rp-chart-axis" aria-hidden>
          <span>{known.length > 0 ? words(top) : ''}</span>
          <span>{words(0)}</span>
        </span>
        <svg viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} preserveAspectRatio="none" role="img" aria-label={title}>
          <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
          <line x1="0" x2={WIDTH} y1="0" y2="0" />
          {chart.target == null ? null : (
            <line
              className="rp-chart-target"
              x1="0"
              x2={WIDTH}
              y1={HEIGHT - (chart.target / top) * HEIGHT}
              y2={HEIGHT - (chart.target / top) * HEIGHT}
            />
          )}
          {chart.lines.flatMap(({ values }, line) =>
            stretches(values, top).map((points) => <polyline key={`${line} ${points}`} points={points} />),
          )}
        </svg>
      </div>
      <p className="rp-chart-ends">
        <span>{first ? local(first) : ''}</span>
        <span>{last && last !== first ? local(last) : ''}</span>
      </p>
      <details>
        <summary>{t('reports.asTable')}</summary>
        <Table
          caption={title}
          rows={chart.labels.map((label, index) => ({ label: local(label), index }))}
          rowKey={({ index }) => `${index}`}
          columns={[
            { id: 'at', title: t('reports.when'), cell: ({ label }) => label },
            ...chart.lines.map((line, index) => ({
              id: `${index}`,
              title: local(line.title),
              cell: (row: { index: number }) => words(line.values[row.index]),
              numeric: true,
            })),
          ]}
        />
      </details>
    </div>
  );
}
