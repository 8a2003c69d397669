import { useQuery } from '@tanstack/react-query';
import { t } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { WaitingExplanationsDocument } from '../../graphql/generated/graphql.js';
import { ExceptionList } from './exception-list.js';

/** What agents explained and nobody has decided on; nothing while nothing waits. */
export function WaitingExplanations() {
  const { zone } = homeSite(useViewer());
  const { data } = useQuery({
    queryKey: ['live', 'waiting'],
    queryFn: async () => (await request(WaitingExplanationsDocument)).waitingExplanations,
    refetchInterval: 60_000,
  });
  if (!data || data.length === 0) return null;
  return (
    <details className="y-panel l-waiting">
      <summary>{t('live.waiting', { count: data.length })}</summary>
      <ExceptionList exceptions={data} zone={zone} mayDecide />
    </details>
  );
}
