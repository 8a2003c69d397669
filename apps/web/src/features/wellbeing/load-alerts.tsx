import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { LoadAlertsDocument, type LoadAlertsQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';

const AGAIN_AFTER_MILLIS = 5 * 60_000;

type Alert = LoadAlertsQuery['loadAlerts'][number];

const BreatherDialog = lazy(async () => ({ default: (await import('./breather-dialog.js')).BreatherDialog }));

const textOf = ({ teamName, people, overMinutes, occupancyFraction }: Alert): string =>
  t('wellbeing.alert', {
    team: teamName,
    people,
    minutes: formatNumber(overMinutes),
    share: formatPercent(occupancyFraction, 0),
  });

/** Who has had no breather for long at this moment, in numbers, and the move that gives them their breaks sooner. */
export function LoadAlerts() {
  const mayMend = can(useViewer(), 'intraday.act');
  const [mended, setMended] = useState<Alert | null>(null);
  const found = useQuery({
    queryKey: ['load-alerts'],
    queryFn: async () => (await request(LoadAlertsDocument)).loadAlerts,
    refetchInterval: AGAIN_AFTER_MILLIS,
  });
  if (!mended && (!found.data || found.data.length === 0)) return null;
  return (
    <section className="y-panel y-wellbeing-alerts" aria-labelledby="load-alerts">
      <h2 id="load-alerts">{t('wellbeing.alerts')}</h2>
      <ul>
        {found.data?.map((alert) => (
          <li key={alert.teamId}>
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
            <span>{textOf(alert)}</span>
            {mayMend ? (
              <Button aria-label={`${t('wellbeing.alertMend')}: ${alert.teamName}`} onPress={() => setMended(alert)}>
                {t('wellbeing.alertMend')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mended ? (
        <Suspense fallback={null}>
          <BreatherDialog teamId={mended.teamId} alert={textOf(mended)} onClose={() => setMended(null)} />
        </Suspense>
      ) : null}
    </section>
  );
}
