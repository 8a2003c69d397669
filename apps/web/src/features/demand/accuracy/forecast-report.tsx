import type { DemandView } from '../demand.model.js';
import { t } from '../../../app/i18n/t.js';
import { MethodReport } from './method-report.js';
import { VersionsPanel } from './versions-panel.js';
import './accuracy.css';

export interface ForecastReportProps {
  readonly view: Pick<DemandView, 'forecast' | 'fromOn' | 'days'>;
  readonly queueId: string;
  readonly zone: string;
}

/** Which version of the shown forecast counts, and how it came about. */
export function ForecastReport({ view, queueId, zone }: ForecastReportProps) {
  const { forecast, fromOn, days } = view;
  if (!forecast) return <p className="y-quiet">{t('accuracy.noReport')}</p>;
  return (
    <div className="y-accuracy">
      <VersionsPanel range={{ queueId, fromOn, days }} zone={zone} />
      <MethodReport forecastId={forecast.id} queueId={queueId} zone={zone} />
    </div>
  );
}
