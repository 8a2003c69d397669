import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import { RestOfDayDocument } from '../../../graphql/generated/graphql.js';

/** Asked again when the facts reach further; under `demand`, so that edits and new forecasts ask again too. */
export function restOfDayQuery(queueId: string, at: number | null) {
  return queryOptions({
    queryKey: ['demand', 'rest-of-day', queueId, at],
    queryFn: async () => (await request(RestOfDayDocument, { queueId, at: new Date(at ?? 0).toISOString() })).restOfDay,
    enabled: at !== null,
  });
}
