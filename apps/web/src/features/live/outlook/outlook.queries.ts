import { queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from '../../../graphql/client.js';
import {
  IntradayChangedDocument,
  IntradayOutlookDocument,
  type IntradayOutlookQuery,
} from '../../../graphql/generated/graphql.js';
import { subscribe } from '../../../graphql/subscribe.js';

export type Outlook = Extract<IntradayOutlookQuery['intradayOutlook'], { __typename: 'IntradayOutlook' }>;
export type OutlookQueue = Outlook['queues'][number];
export type OutlookAlert = Outlook['alerts'][number];

/** Facts come by the quarter of an hour, states all the time: once a minute is soon enough between events. */
const AGAIN_MILLIS = 60_000;

export const outlookQuery = queryOptions({
  queryKey: ['intraday', 'outlook'],
  queryFn: async () => {
    const { intradayOutlook } = await request(IntradayOutlookDocument);
    return intradayOutlook.__typename === 'IntradayOutlook' ? intradayOutlook : null;
  },
  refetchInterval: AGAIN_MILLIS,
});

/** Today, read again the moment alerts, mends or absences change. Null: nothing is planned now. */
export function useOutlook(): UseQueryResult<Outlook | null> {
  const client = useQueryClient();
  useEffect(() => {
    const again = (): void => void client.invalidateQueries({ queryKey: ['intraday'] });
    return subscribe(IntradayChangedDocument, {}, { next: again, reconnected: again });
  }, [client]);
  return useQuery(outlookQuery);
}
