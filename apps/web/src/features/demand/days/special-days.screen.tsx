import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { useState } from 'react';
import { dateInZone } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { thisWeek } from '../../../app/shell/week-stepper.js';
import { Segmented } from '../../../ui/button.js';
import { Select } from '../../../ui/fields.js';
import { Stepper } from '../../../ui/stepper.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { DemandTabs } from '../demand-tabs.js';
import { ForecastDialog } from '../forecast-dialog.js';
import { EffectsPanel } from './effects-panel.js';
import { EventsPanel, MonthlyPanel } from './events-panel.js';
import { HolidaysPanel } from './holidays-panel.js';
import { specialDaysQuery } from './special-days.queries.js';
import type { DaysView, SpecialDaysSearch } from './special-days.search.js';
import { UnusualPanel } from './unusual-panel.js';
import './special-days.css';

/** What is shown, from the address and its defaults. */
function useShown() {
  const viewer = useViewer();
  const search = useSearch({ from: '/signed-in/demand/days' });
  const navigate = useNavigate();
  const queues = [...viewer.organisation.queues].sort((a, b) => a.position - b.position);
  const queue = queues.find(({ id }) => id === search.queue) ?? queues[0];
  const { sites } = viewer.organisation;
  const site =
    sites.find(({ id }) => id === search.site) ?? sites.find(({ id }) => id === queue?.siteId) ?? homeSite(viewer);
  const today = dateInZone(Date.now(), site.zone);
  const year = search.year ?? (search.from ?? today).slice(0, 4);
  return {
    viewer,
    queues,
    queue,
    site,
    today,
    year,
    view: search.view ?? ('calendar' as DaysView),
    all: search.all ?? false,
    days: { siteId: site.id, fromOn: `${year}-01-01`, untilOn: `${year}-12-31` },
    show: (next: SpecialDaysSearch) => void navigate({ to: '/demand/days', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

const ALL = 'all';

function Toolbar({ shown }: { readonly shown: Shown }) {
  const { view, site, queue, queues, year, viewer, all, show } = shown;
  return (
    <>
      <Segmented<DaysView>
        label={t('days.view')}
        value={view}
        options={(['calendar', 'unusual'] as const).map((value) => ({ value, text: t(`days.view${value}`) }))}
        onChange={(next) => show({ view: next })}
      />
      {view === 'calendar' ? (
        <>
          {viewer.organisation.sites.length > 1 ? (
            <Select
              label={t('days.site')}
              hideLabel
              value={site.id}
              options={viewer.organisation.sites.map(({ id, name }) => ({ id, text: name }))}
              onChange={(id) => show({ site: id })}
            />
          ) : null}
          <Stepper
            text={year}
            previous={t('days.earlier')}
            next={t('days.later')}
            onStep={(direction) => show({ year: String(Number(year) + direction) })}
          />
        </>
      ) : (
        <Select
          label={t('days.queue')}
          hideLabel
          value={all ? ALL : (queue?.id ?? null)}
          options={[
            { id: ALL, text: t('days.allQueues') },
            ...queues.map(({ id, name }) => ({ id, text: local(name) })),
          ]}
          onChange={(id) => show(id === ALL ? { all: true } : { all: undefined, queue: id })}
        />
      )}
    </>
  );
}

function CalendarView({ shown }: { readonly shown: Shown }) {
  const { viewer, days, site, today, queues, queue } = shown;
  const query = useQuery(specialDaysQuery(days));
  const mayEdit = can(viewer, 'demand.edit');
  const own = queues.filter(({ siteId }) => siteId === site.id);
  const first = own.find(({ id }) => id === queue?.id) ?? own[0];
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={10} height={28} />}>
      {(data) =>
        data ? (
          <div className="y-special-days">
            <HolidaysPanel days={data} shown={days} mayEdit={mayEdit} />
            <div className="y-special-side">
              <EventsPanel days={data} shown={days} queues={own} today={today} mayEdit={mayEdit} />
              <MonthlyPanel days={data} shown={days} queues={own} today={today} mayEdit={mayEdit} />
              {first ? <EffectsPanel queue={first} holidays={data.holidays} /> : null}
            </div>
          </div>
        ) : (
          <EmptyState title={t('days.noCalendar')} text={t('days.noCalendarText')} />
        )
      }
    </QueryState>
  );
}

/** Days that are not like others: holidays, events, pay-days ahead, and what looks odd behind. */
export function SpecialDaysScreen() {
  const shown = useShown();
  const { view, queues, queue, all, site } = shown;
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const chosen = all ? queues : queue ? [queue] : [];
  const week = thisWeek(site.zone, site.weekStart);
  return (
    <Page title={t('app.demand')} zone={site.zone} tabs={<DemandTabs />} toolbar={<Toolbar shown={shown} />}>
      {view === 'calendar' ? (
        <CalendarView shown={shown} />
      ) : (
        <UnusualPanel
          queues={chosen}
          onForecast={() => setAsking(true)}
          onDecided={(id) => (chosen.some((one) => one.id === id) ? undefined : shown.show({ queue: id }))}
        />
      )}
      {asking && queue ? (
        <ForecastDialog
          isOpen
          onClose={() => {
            setAsking(false);
            // What a decision still has to tell a forecast is less by now.
            void client.invalidateQueries({ queryKey: ['unusual-history'] });
          }}
          queueId={queue.id}
          weeks={Array.from({ length: 8 }, (_, index) => addDays(week, 7 * index))}
          week={addDays(week, 7)}
        />
      ) : null}
    </Page>
  );
}
