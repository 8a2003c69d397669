import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, weekStartOf } from '@yotei/time';
import { CalendarOff } from 'lucide-react';
import { useMemo } from 'react';
import { activityLooks } from '../../../app/activity-types.js';
import { formatHours } from '../../../app/format/format-number.js';
import { dateInZone, formatDateRange, formatZone } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { WeekStepper } from '../../../app/shell/week-stepper.js';
import { useNow } from '../../../app/use-now.js';
import { request } from '../../../graphql/client.js';
import { MyWeekDocument } from '../../../graphql/generated/graphql.js';
import { Progress } from '../../../ui/chip.js';
import { EmptyState, QueryState, SkeletonBlock, SkeletonRows } from '../../../ui/states.js';
import { nowAndNext, type MyShift, type MyWeek } from './my-week.model.js';
import { NoticeList } from './notice-list.js';
import { NowCard } from './now-card.js';
import { WeekDays } from './week-days.js';
import './my-week.css';

export const myWeekQuery = (weekOf: string) =>
  queryOptions({
    queryKey: ['my-week', weekOf],
    queryFn: async () => (await request(MyWeekDocument, { weekOf })).myWeek ?? null,
    refetchInterval: 5 * 60_000,
  });

function Hours({ week }: { readonly week: MyWeek }) {
  const { weeklyMinutesMin, weeklyMinutesMax } = week.contract;
  const contract =
    weeklyMinutesMin === weeklyMinutesMax
      ? formatHours(weeklyMinutesMax)
      : `${formatHours(weeklyMinutesMin)}–${formatHours(weeklyMinutesMax)}`;
  const said = t('rosters.hoursOfContract', { hours: formatHours(week.scheduledPaidMinutes), contract });
  return (
    <div className="y-hours">
      <p>
        {said} <span className="y-quiet">{week.contract.title}</span>
      </p>
      <Progress label={said} value={week.scheduledPaidMinutes / weeklyMinutesMax} />
    </div>
  );
}

function ZoneNote({ zone, now }: { readonly zone: string; readonly now: number }) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const values = { zone: formatZone(zone, now), own: formatZone(own, now) };
  return (
    <p className="y-quiet y-zone-note">{t(own === zone ? 'rosters.zoneNote' : 'rosters.zoneNoteOther', values)}</p>
  );
}

/** After the last shift of the week the next one is in the week after, when that is published. */
function useNextWeekShifts(week: MyWeek, isNeeded: boolean): readonly MyShift[] {
  const next = useQuery({ ...myWeekQuery(addDays(week.weekStartOn, 7)), enabled: isNeeded });
  return isNeeded && next.data?.published ? next.data.shifts : [];
}

function WeekView({ week, isCurrent }: { readonly week: MyWeek; readonly isCurrent: boolean }) {
  const viewer = useViewer();
  const looks = useMemo(() => activityLooks(viewer), [viewer]);
  const now = useNow();
  const later = useNextWeekShifts(week, isCurrent && nowAndNext(week.shifts, now).kind === 'nothing-ahead');
  return (
    <>
      {isCurrent && week.published ? <NowCard shifts={[...week.shifts, ...later]} looks={looks} now={now} /> : null}
      <NoticeList week={week} />
      <section className="y-panel" aria-labelledby="week-title">
        <div className="y-panel-head">
          <h2 id="week-title">{formatDateRange(week.weekStartOn, addDays(week.weekStartOn, 6))}</h2>
          {week.published ? <Hours week={week} /> : null}
        </div>
        {week.published ? (
          <WeekDays week={week} looks={looks} now={now} />
        ) : (
          <EmptyState
            icon={<CalendarOff size={24} strokeWidth={1.75} aria-hidden />}
            title={t('rosters.notPublished')}
            text={t('rosters.notPublishedText')}
          />
        )}
        <ZoneNote zone={week.zone} now={now} />
      </section>
    </>
  );
}

/** The agent's own week, for the phone first: now and next, then every day with its exact breaks. */
export function MyWeekScreen() {
  const viewer = useViewer();
  const site = homeSite(viewer);
  const today = dateInZone(Date.now(), site.zone);
  const weekOf = useSearch({ from: '/signed-in/my-week' }).week ?? today;
  const navigate = useNavigate();
  const week = useQuery(myWeekQuery(weekOf));
  const weekStartOn = weekStartOf(weekOf, site.weekStart);
  return (
    <Page
      title={t('app.myWeek')}
      header={
        <WeekStepper
          weekStartOn={weekStartOn}
          zone={site.zone}
          firstWeekday={site.weekStart}
          onChange={(next) => void navigate({ to: '/my-week', search: { week: next } })}
        />
      }
    >
      <div className="y-my-week">
        <QueryState
          query={week}
          skeleton={
            <>
              <SkeletonBlock height={140} />
              <SkeletonRows rows={7} height={56} />
            </>
          }
        >
          {(found) =>
            found ? (
              <WeekView week={found} isCurrent={weekStartOn === weekStartOf(today, site.weekStart)} />
            ) : (
              <EmptyState title={t('rosters.notAnAgent')} text={t('rosters.notAnAgentText')} />
            )
          }
        </QueryState>
      </div>
    </Page>
  );
}
