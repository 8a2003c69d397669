import { useQuery } from '@tanstack/react-query';
import { MINUTE_MILLIS } from '@yotei/time';
import { useMemo } from 'react';
import { request } from '../../../graphql/client.js';
import { ClosedTimesDocument } from '../../../graphql/generated/graphql.js';
import type { BoardModel, ClosedTimes } from '../board/index.js';

/** Closed time of the sites on the board's days; nothing until it is known, the board comes up without it. */
export function useClosedTimes({ days, startAt }: BoardModel): ClosedTimes | undefined {
  const fromOn = days[0]!.on;
  const untilOn = days.at(-1)!.on;
  const { data } = useQuery({
    queryKey: ['closed-times', fromOn, untilOn],
    queryFn: async () => (await request(ClosedTimesDocument, { fromOn, untilOn })).closedTimes,
    staleTime: 5 * MINUTE_MILLIS,
  });
  return useMemo(
    () =>
      data &&
      new Map(
        data.map(({ siteId, spans }) => [
          siteId,
          spans.map((span) => ({
            start: (Date.parse(span.startAt) - startAt) / MINUTE_MILLIS,
            end: (Date.parse(span.endAt) - startAt) / MINUTE_MILLIS,
          })),
        ]),
      ),
    [data, startAt],
  );
}
