import { Check } from 'lucide-react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatDateTime, formatDateWithYear } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { Table, type Column } from '../../ui/table.js';
import type { DemandView } from './demand.model.js';

type Forecast = NonNullable<DemandView['forecast']>;
type Method = Forecast['backtest'][number];

function columns(): readonly Column<Method>[] {
  const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatPercent(value);
  return [
    {
      id: 'method',
      title: t('demand.method'),
      cell: ({ title, chosen }) => (
        <span className="y-method">
          {local(title)}
          {chosen ? <Check size={14} strokeWidth={2.25} role="img" aria-label={t('demand.chosen')} /> : null}
        </span>
      ),
    },
    {
      id: 'interval',
      title: t('demand.wapeInterval'),
      cell: ({ wapeInterval }) => percent(wapeInterval),
      numeric: true,
    },
    { id: 'day', title: t('demand.wapeDay'), cell: ({ wapeDay }) => percent(wapeDay), numeric: true },
    { id: 'bias', title: t('demand.bias'), cell: ({ bias }) => percent(bias), numeric: true },
    { id: 'coverage', title: t('demand.coverage80'), cell: ({ coverage80 }) => percent(coverage80), numeric: true },
    {
      id: 'mase',
      title: 'MASE',
      cell: ({ mase }) => (mase === null || mase === undefined ? '–' : formatNumber(mase, 2)),
      numeric: true,
    },
  ];
}

/** What the forecast rests on and how each method did on the past. */
export function AccuracyPanel({
  forecast,
  zone,
}: {
  readonly forecast: DemandView['forecast'];
  readonly zone: string;
}) {
  if (!forecast) return <p className="y-quiet">{t('demand.noForecastYet')}</p>;
  return (
    <div className="y-accuracy">
      <dl className="y-facts">
        <div>
          <dt>{t('demand.method')}</dt>
          <dd>{local(forecast.methodTitle)}</dd>
        </div>
        <div>
          <dt>{t('demand.trainedUntil')}</dt>
          <dd>{formatDateWithYear(forecast.trainedUntilOn)}</dd>
        </div>
        <div>
          <dt>{t('demand.version')}</dt>
          <dd>
            {t('demand.versionBy', {
              version: forecast.version,
              by: forecast.createdBy,
              at: formatDateTime(forecast.createdAt, zone),
            })}
          </dd>
        </div>
      </dl>
      <Table
        caption={t('demand.backtest')}
        showCaption
        columns={columns()}
        rows={forecast.backtest}
        rowKey={({ methodId }) => methodId}
        rowTone={({ chosen }) => (chosen ? 'selected' : undefined)}
      />
      <p className="y-quiet">{t('demand.backtestNote')}</p>
    </div>
  );
}
