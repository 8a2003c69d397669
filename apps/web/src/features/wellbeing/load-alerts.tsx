import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { LoadAlertsDocument } from '../../graphql/generated/graphql.js';

const AGAIN_AFTER_MILLIS = 5 * 60_000;

/** Who has had no breather for long at this moment, in numbers, and the way to the repair that moves a break. */
export function LoadAlerts() {
  const mayMend = can(useViewer(), 'intraday.act');
  const found = useQuery({
    queryKey: ['load-alerts'],
    queryFn: async () => (await request(LoadAlertsDocument)).loadAlerts,
    refetchInterval: AGAIN_AFTER_MILLIS,
  });
  if (!found.data || found.data.length === 0) return null;
  return (
    <section className="y-panel y-wellbeing-alerts" aria-labelledby="load-alerts">
      <h2 id="load-alerts">{t('wellbeing.alerts')}</h2>
      <ul>
        {found.data.map(({ teamId, teamName, people, overMinutes, occupancyFraction }) => (
          <li key={teamId}>
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
            <span>
              {t('wellbeing.alert', {
                team: teamName,
                people,
                minutes: formatNumber(overMinutes),
                share: formatPercent(occupancyFraction, 0),
              })}
            </span>
            {mayMend ? (
              <Link to="/live" search={{ team: teamId }}>
                {t('wellbeing.alertMend')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
