import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, weekStartOf } from '@yotei/time';
import { CalendarOff, WifiOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { activityLooks } from '../../../app/activity-types.js';
import { formatHours } from '../../../app/format/format-number.js';
import { dateInZone, formatDateRange, formatDateTime, formatZone } from '../../../app/format/format-time.js';
import { loadTexts } from '../../../app/i18n/language.js';
import { t } from '../../../app/i18n/t.js';
import { useOfflineSince } from '../../../app/offline/offline-store.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { WeekStepper } from '../../../app/shell/week-stepper.js';
import { useNow } from '../../../app/use-now.js';
import { Segmented } from '../../../ui/button.js';
import { Progress } from '../../../ui/chip.js';
import { EmptyState, QueryState, SkeletonBlock, SkeletonRows } from '../../../ui/states.js';
import type { OtherZoneProps } from '../my-more/other-zone.js';
import { inZone, nowAndNext, type MyShift, type MyWeek } from './my-week.model.js';
import { myWeekQuery } from './my-week.query.js';
import { NoticeList } from './notice-list.js';
import { NowCard } from './now-card.js';
import { useLiveWeek } from './use-live-week.js';
import { WeekDays } from './week-days.js';
import './my-week.css';

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

const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const OtherZone = lazy(async () => {
  const [loaded] = await Promise.all([import('../my-more/other-zone.js'), loadTexts('own')]);
  return { default: loaded.OtherZone };
});

/** Which clock the times are on; to choose where the reader's device is elsewhere than the site. */
function ZoneNote({ siteZone, shown, onChange }: Omit<OtherZoneProps, 'ownZone'>) {
  const zone = formatZone(siteZone, Date.now());
  const own = deviceZone();
  if (own === siteZone) return <p className="y-quiet y-zone-note">{t('rosters.zoneNote', { zone })}</p>;
  return (
    <Suspense fallback={null}>
      <OtherZone siteZone={siteZone} ownZone={own} shown={shown} onChange={onChange} />
    </Suspense>
  );
}

/** After the last shift of the week the next one is in the week after, when that is published. */
function useNextWeekShifts(week: MyWeek, isNeeded: boolean): readonly MyShift[] {
  const next = useQuery({ ...myWeekQuery(addDays(week.weekStartOn, 7)), enabled: isNeeded });
  return isNeeded && next.data?.published ? next.data.shifts : [];
}

const WEEKS_KEPT = 4;

/** Reads the weeks ahead as well, so that they are there without a network. */
function useWeeksAhead(week: MyWeek, isCurrent: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isCurrent) return;
    for (let ahead = 1; ahead < WEEKS_KEPT; ahead += 1)
      void client.prefetchQuery(myWeekQuery(addDays(week.weekStartOn, ahead * 7)));
  }, [client, isCurrent, week.weekStartOn]);
}

function OfflineNote({ zone }: { readonly zone: string }) {
  const since = useOfflineSince();
  return since === null ? null : (
    <p className="y-offline" role="status">
      <WifiOff size={18} strokeWidth={1.75} aria-hidden />
      {t('rosters.offline', { at: formatDateTime(since, zone) })}
    </p>
  );
}

function WeekView({ week: found, isCurrent }: { readonly week: MyWeek; readonly isCurrent: boolean }) {
  const [zone, setZone] = useState(found.zone);
  const week = useMemo(() => inZone(found, zone), [found, zone]);
  const viewer = useViewer();
  const looks = useMemo(() => activityLooks(viewer), [viewer]);
  const now = useNow();
  const later = useNextWeekShifts(week, isCurrent && nowAndNext(week.shifts, now).kind === 'nothing-ahead');
  useWeeksAhead(week, isCurrent);
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
        <ZoneNote siteZone={found.zone} shown={zone} onChange={setZone} />
      </section>
    </>
  );
}

const MonthGrid = lazy(async () => {
  const [loaded] = await Promise.all([import('../my-more/month-grid.js'), loadTexts('own')]);
  return { default: loaded.MonthGrid };
});

type View = 'week' | 'month';

function ViewChoice({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  return (
    <Segmented<View>
      label={t('rosters.view')}
      value={view}
      options={[
        { value: 'week', text: t('app.week') },
        { value: 'month', text: t('rosters.viewMonth') },
      ]}
      onChange={onChange}
    />
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
  const [view, setView] = useState<View>('week');
  useLiveWeek();
  useEffect(() => setView('week'), [weekOf]);
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
        <OfflineNote zone={site.zone} />
        <ViewChoice view={view} onChange={setView} />
        {view === 'month' ? (
          <Suspense fallback={<SkeletonBlock height={320} />}>
            <MonthGrid weekStartOn={weekStartOn} today={today} />
          </Suspense>
        ) : null}
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
            view === 'month' && found ? null : found ? (
              <WeekView
                key={found.weekStartOn}
                week={found}
                isCurrent={weekStartOn === weekStartOf(today, site.weekStart)}
              />
            ) : (
              <EmptyState title={t('rosters.notAnAgent')} text={t('rosters.notAnAgentText')} />
            )
          }
        </QueryState>
      </div>
    </Page>
  );
}
