import { formatNumber, formatSigned } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';
import { demandTotals, type AlignedDemand } from './demand.model.js';

/** The stretch in four numbers. */
export function DemandTotals({ aligned }: { readonly aligned: AlignedDemand }) {
  const { actual, forecast, errorFraction, handleSeconds } = demandTotals(aligned);
  const facts = [
    [t('demand.totalForecast'), forecast === null ? '–' : formatNumber(forecast)],
    [t('demand.totalActual'), actual === null ? '–' : formatNumber(actual)],
    [t('demand.totalError'), errorFraction === null ? '–' : `${formatSigned(errorFraction * 100, 1)} %`],
    [
      t('demand.totalHandle'),
      handleSeconds === null ? '–' : `${formatNumber(handleSeconds)} ${t('staffing.secondsUnit')}`,
    ],
  ] as const;
  return (
    <dl className="y-totals">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
