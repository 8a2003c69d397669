import { useMemo } from 'react';
import { Link } from '@tanstack/react-router';
import { Radio } from 'lucide-react';
import { activityLooks } from '../../app/activity-types.js';
import { dateInZone, formatDate, formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can, homeSite, type Viewer } from '../../app/session.js';
import { EmptyState } from '../../ui/states.js';
import { LiveList } from './live-list.js';
import { linesOf, totalsOf } from './live-order.js';
import { isNarrowed, type LiveSearch } from './live.search.js';
import { SilentSources, Totals } from './live-totals.js';
import { wordOfState } from './live-words.js';
import type { ShownBoard } from './use-live-board.js';
import { isAgentState } from '@yotei/scheduling/adherence';

/** Totals, silent sources and the list of agents. */
export function LiveAgentsPanel({
  board,
  viewer,
  search,
  onOpen,
}: {
  readonly board: ShownBoard;
  readonly viewer: Viewer;
  readonly search: LiveSearch;
  readonly onOpen: (agentId: string) => void;
}) {
  const { agents, sources, now, version } = board;
  const names = useMemo(
    () => ({
      looks: activityLooks(viewer),
      teams: new Map(viewer.organisation.teams.map(({ id, name }) => [id, name])),
      sites: new Map(viewer.organisation.sites.map(({ id, name }) => [id, name])),
      zones: new Map(viewer.organisation.sites.map(({ id, zone }) => [id, zone])),
    }),
    [viewer],
  );
  const titleOf = (id: string): string => {
    if (search.group === 'team') return names.teams.get(id) ?? '';
    if (search.group === 'site') return names.sites.get(id) ?? '';
    return isAgentState(id) ? wordOfState(id) : wordOfState('unknown');
  };
  const inTeam = search.team ? agents.filter(({ teamId }) => teamId === search.team) : agents;
  const lines = linesOf(agents, search);
  if (sources.length === 0 && !agents.some(({ prepared }) => prepared.day.activities.length > 0))
    return (
      <EmptyState
        icon={<Radio size={24} strokeWidth={1.75} aria-hidden />}
        title={t('live.nothing')}
        text={t('live.nothingText')}
      />
    );
  return (
    <>
      {sources.length === 0 ? <NoSource mayConnect={can(viewer, 'organisation.edit')} /> : null}
      <SilentSources sources={sources} now={now} zone={homeSite(viewer).zone} />
      <Totals totals={totalsOf(inTeam)} />
      {lines.length > 0 ? (
        <LiveList
          lines={lines}
          names={names}
          titleOf={titleOf}
          now={now}
          version={version}
          openAgent={search.agent}
          onOpen={onOpen}
        />
      ) : (
        <EmptyState {...emptyTexts(search, board.nextShiftAt, homeSite(viewer).zone)} />
      )}
    </>
  );
}

/** Why everybody's state is unknown, and where that is mended. */
const NoSource = ({ mayConnect }: { readonly mayConnect: boolean }) => (
  <p className="l-no-source" role="note">
    {t('live.noSource')}{' '}
    {mayConnect ? (
      <Link to="/setup" search={{ part: 'connections' }}>
        {t('live.connect')}
      </Link>
    ) : null}
  </p>
);

/** Why the list is empty: the filters, a day on which all goes to plan, or the night. */
function emptyTexts(search: LiveSearch, nextShiftAt: string | null, zone: string): { title: string; text: string } {
  if (search.show === 'out') return { title: t('live.nobodyOut'), text: t('live.nobodyOutText') };
  if (nextShiftAt === null || isNarrowed(search)) return { title: t('live.nobody'), text: t('live.nobodyText') };
  const [date, time] = [formatDate(dateInZone(nextShiftAt, zone)), formatTime(nextShiftAt, zone)];
  return { title: t('live.nobodyOnShift'), text: t('live.nextShift', { date, time }) };
}
