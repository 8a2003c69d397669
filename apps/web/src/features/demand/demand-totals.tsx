import { formatNumber, formatSignedPercent } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';
import { demandTotals, type AlignedDemand } from './demand.model.js';
import { PeriodTotals, TotalBandText, type PeriodTotal } from './period-totals.js';

export interface DemandTotalsProps {
  readonly aligned: AlignedDemand;
  /** Of the stretch's days and weeks and of the whole, with their bands. */
  readonly totals?: readonly PeriodTotal[];
}

/** The stretch in four numbers, and the totals of its days or weeks with their bands. */
export function DemandTotals({ aligned, totals = [] }: DemandTotalsProps) {
  const { actual, forecast, errorFraction, handleSeconds } = demandTotals(aligned);
  const whole = totals.find(({ span }) => span === 'RANGE');
  const facts = [
    [t('demand.totalForecast'), forecast === null ? '–' : formatNumber(forecast), whole],
    [t('demand.totalActual'), actual === null ? '–' : formatNumber(actual)],
    [t('demand.totalError'), errorFraction === null ? '–' : formatSignedPercent(errorFraction)],
    [
      t('demand.totalHandle'),
      handleSeconds === null ? '–' : `${formatNumber(handleSeconds)} ${t('staffing.secondsUnit')}`,
    ],
  ] as const;
  return (
    <>
      <dl className="y-totals">
        {facts.map(([name, value, band]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {band ? <TotalBandText {...band} /> : null}
            </dd>
          </div>
        ))}
      </dl>
      <PeriodTotals totals={totals} />
    </>
  );
}
