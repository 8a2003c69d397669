import { t } from '../../app/i18n/t.js';
import { MethodReport } from './accuracy/method-report.js';
import { VersionsPanel } from './accuracy/versions-panel.js';
import type { DemandView } from './demand.model.js';
import './accuracy/accuracy.css';

/** Which version of the shown forecast counts, and how it came about. */
export function AccuracyPanel({
  view,
  queueId,
  zone,
}: {
  readonly view: Pick<DemandView, 'forecast' | 'fromOn' | 'days'>;
  readonly queueId: string;
  readonly zone: string;
}) {
  const { forecast, fromOn, days } = view;
  if (!forecast) return <p className="y-quiet">{t('accuracy.noReport')}</p>;
  return (
    <div className="y-accuracy">
      <VersionsPanel range={{ queueId, fromOn, days }} zone={zone} />
      <MethodReport forecastId={forecast.id} queueId={queueId} zone={zone} />
    </div>
  );
}
