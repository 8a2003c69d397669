import { queryOptions } from '@tanstack/react-query';
import { keptOffline } from '../../../app/offline/offline-store.js';
import { request } from '../../../graphql/client.js';
import { MyWeekDocument } from '../../../graphql/generated/graphql.js';

/** The week that holds the date; without a network as it was last read. */
export const myWeekQuery = (weekOf: string) =>
  queryOptions({
    queryKey: ['my-week', weekOf],
    queryFn: () =>
      keptOffline(`my-week ${weekOf}`, async () => (await request(MyWeekDocument, { weekOf })).myWeek ?? null),
    refetchInterval: 5 * 60_000,
    networkMode: 'always',
  });
