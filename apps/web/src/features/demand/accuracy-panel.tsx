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
    { id: 'coverage', title: t('demand.coverage80'), cell: ({ coverage80 }) => percent(coverage80), numeric: true },
  ];
}

/** The chosen method, then the others from the smallest error on. */
function bestFirst(methods: readonly Method[]): readonly Method[] {
  return [...methods].sort((a, b) => Number(b.chosen) - Number(a.chosen) || a.wapeInterval - b.wapeInterval);
}

function ChosenFacts({ method }: { readonly method: Method | undefined }) {
  if (!method) return null;
  return (
    <>
      <div>
        <dt>{t('demand.bias')}</dt>
        <dd>{formatPercent(method.bias)}</dd>
      </div>
      {method.mase === null || method.mase === undefined ? null : (
        <div>
          <dt>{t('demand.mase')}</dt>
          <dd>{formatNumber(method.mase, 2)}</dd>
        </div>
      )}
    </>
  );
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
        <ChosenFacts method={forecast.backtest.find(({ chosen }) => chosen)} />
      </dl>
      <Table
        caption={t('demand.backtest')}
        showCaption
        columns={columns()}
        rows={bestFirst(forecast.backtest)}
        rowKey={({ methodId }) => methodId}
        rowTone={({ chosen }) => (chosen ? 'selected' : undefined)}
      />
      <p className="y-quiet">{t('demand.backtestNote')}</p>
    </div>
  );
}
