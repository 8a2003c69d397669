import { useQuery } from '@tanstack/react-query';
import { formatTimeRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { MyTeamDayDocument } from '../../../graphql/generated/graphql.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';

/** Names and times of team-mates on a day. */
export function Mates({ on, zone }: { readonly on: string; readonly zone: string }) {
  const day = useQuery({
    queryKey: ['my-team-day', on],
    queryFn: async () => (await request(MyTeamDayDocument, { on })).myTeamDay,
  });
  return (
    <QueryState query={day} skeleton={<SkeletonRows rows={2} />}>
      {({ visible, mates }) =>
        mates.length === 0 ? (
          <p className="y-quiet">{t(visible ? 'own.teamOff' : 'own.teamHidden')}</p>
        ) : (
          <ul className="y-team">
            {mates.map(({ agentId, name, startAt, endAt }) => (
              <li key={`${agentId}${startAt}`}>
                {name} <span className="y-nowrap y-quiet">{formatTimeRange(startAt, endAt, zone)}</span>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}
