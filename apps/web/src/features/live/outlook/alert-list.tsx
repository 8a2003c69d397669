import { CircleCheck, TrendingDown, TriangleAlert, Wrench } from 'lucide-react';
import { formatTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import type { Outlook, OutlookAlert } from './outlook.queries.js';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
/** More are behind the queues' figures. */
const MOST_SHOWN = 6;

/** What stands, the most agent-hours first; changes are spoken, at most once a refetch. */
export function AlertList({
  outlook,
  acts,
  onMend,
}: {
  readonly outlook: Outlook;
  readonly acts: boolean;
  readonly onMend: (alert: OutlookAlert | null) => void;
}) {
  const standing = outlook.alerts.filter(({ clearedAt }) => clearedAt === null);
  const cleared = outlook.alerts.filter(({ clearedAt }) => clearedAt !== null);
  return (
    <div className="day-alerts">
      <h3>{t('intraday.alerts', { count: standing.length })}</h3>
      {standing.length === 0 ? (
        <p className="day-calm">
          <CircleCheck {...ICON} /> {t('intraday.noAlerts')}
        </p>
      ) : null}
      <ul aria-live="polite">
        {standing.slice(0, MOST_SHOWN).map((alert) => (
          <li key={alert.id} className="day-alert" data-kind={alert.kind}>
            {alert.kind === 'SHORT' ? <TriangleAlert {...ICON} /> : <TrendingDown {...ICON} />}
            <span>{local(alert.text)}</span>
            {acts ? (
              <Button
                icon={<Wrench size={14} strokeWidth={1.75} aria-hidden />}
                aria-label={`${t('intraday.showMends')}: ${local(alert.text)}`}
                onPress={() => onMend(alert)}
              >
                {t('intraday.showMends')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {standing.length > MOST_SHOWN ? (
        <p className="y-quiet">{t('intraday.moreAlerts', { count: standing.length - MOST_SHOWN })}</p>
      ) : null}
      {cleared[0] ? (
        <p className="y-quiet">
          {t('intraday.lastCleared', {
            time: formatTime(cleared[0].clearedAt!, outlook.zone),
            text: local(cleared[0].text),
          })}
        </p>
      ) : null}
    </div>
  );
}
