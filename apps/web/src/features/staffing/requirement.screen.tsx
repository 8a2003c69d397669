import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { Calculator, SlidersHorizontal, UsersRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { formatDate } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { thisWeek, WeekStepper, weekTitle } from '../../app/shell/week-stepper.js';
import { Button } from '../../ui/button.js';
import { MenuButton } from '../../ui/menu.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { HeatTable } from './heat-table.js';
import { RequirementChart } from './requirement-chart.js';
import { dayHours, heatDay, type RequirementView } from './requirement.model.js';
import { requirementQuery, useComputeRequirement, WEEK_DAYS } from './requirement.queries.js';
import type { RequirementSearch } from './requirement.search.js';
import { SettingsDialog } from './settings-dialog.js';
import { WhyPanel } from './why-panel.js';
import './requirement.css';

function useShown() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/requirement' });
  const navigate = useNavigate();
  const week = search.week ?? thisWeek(zone, weekStart);
  return {
    viewer,
    zone,
    weekStart,
    week,
    day: search.day && search.day >= week && search.day < addDays(week, WEEK_DAYS) ? search.day : week,
    opened: search.queue && search.at ? { queueId: search.queue, at: search.at } : undefined,
    show: (next: RequirementSearch) => void navigate({ to: '/requirement', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

function DayStrip({ view, shown }: { readonly view: RequirementView; readonly shown: Shown }) {
  const days = Array.from({ length: WEEK_DAYS }, (_, index) => addDays(shown.week, index));
  return (
    <div className="y-day-strip" role="group" aria-label={t('demand.day')}>
      {days.map((on) => (
        <button
          key={on}
          type="button"
          aria-pressed={on === shown.day}
          onClick={() => shown.show({ day: on, queue: undefined, at: undefined })}
        >
          <strong>{formatDate(on)}</strong>
          <span className="y-quiet">
            {t('staffing.dayHours', { hours: formatNumber(dayHours(view, on, shown.zone), 1) })}
          </span>
        </button>
      ))}
    </div>
  );
}

function WeekOfRequirement({ view, shown }: { readonly view: RequirementView; readonly shown: Shown }) {
  const day = useMemo(() => heatDay(view, shown.day, shown.zone), [view, shown.day, shown.zone]);
  const { opened, show, zone } = shown;
  const openedQueue = view.queues.find(({ queue }) => queue.id === opened?.queueId)?.queue;
  return (
    <div className="y-requirement" data-why={Boolean(opened)}>
      <section className="y-panel y-requirement-main" aria-label={t('staffing.heatTitle')}>
        <DayStrip view={view} shown={shown} />
        {day.starts.length === 0 ? (
          <p className="y-panel-body y-quiet">{t('staffing.closedDay')}</p>
        ) : (
          <>
            <HeatTable day={day} zone={zone} selected={opened} onOpen={(queue, at) => show({ queue, at })} />
            <p className="y-quiet y-heat-note">{t('staffing.heatNote')}</p>
            <div className="y-panel-body y-heat-chart">
              <h3>{t('staffing.chartTitle')}</h3>
              <RequirementChart day={day} zone={zone} />
            </div>
          </>
        )}
      </section>
      {opened && openedQueue ? (
        <WhyPanel
          queueId={opened.queueId}
          queueName={local(openedQueue.name)}
          at={opened.at}
          zone={zone}
          onClose={() => show({ queue: undefined, at: undefined })}
        />
      ) : null}
    </div>
  );
}

function useCompute(week: string) {
  const compute = useComputeRequirement();
  const run = () =>
    compute.mutate(week, {
      onSuccess: (result) => {
        if (result.__typename === 'RequirementComputed') showToast({ text: t('staffing.computed') });
        else if (result.__typename === 'ForecastMissing')
          showToast({ text: t('staffing.forecastMissing'), tone: 'problem' });
        else showToast({ text: result.message, tone: 'problem' });
      },
      onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
    });
  return { run, isRunning: compute.isPending };
}

function Toolbar({
  shown,
  compute,
  onSettings,
}: {
  readonly shown: Shown;
  readonly compute: ReturnType<typeof useCompute>;
  readonly onSettings: (queueId: string) => void;
}) {
  const queues = shown.viewer.organisation.queues;
  return (
    <>
      <span className="y-toolbar-fill" />
      {can(shown.viewer, 'staffing.edit') ? (
        <>
          <MenuButton
            label={t('staffing.settings')}
            items={queues.map(({ id, name }) => ({ id, text: local(name) }))}
            onAction={onSettings}
          >
            <SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden />
            {t('staffing.settings')}
          </MenuButton>
          <Button
            kind="primary"
            icon={<Calculator size={14} strokeWidth={1.75} aria-hidden />}
            onPress={compute.run}
            isDisabled={compute.isRunning}
          >
            {t('staffing.compute')}
          </Button>
        </>
      ) : null}
    </>
  );
}

/** Agents by queue and interval, the goals behind them, and the calculation of each number. */
export function RequirementScreen() {
  const shown = useShown();
  const { week, zone, weekStart, viewer } = shown;
  const requirement = useQuery(requirementQuery(week));
  const compute = useCompute(week);
  const [settingsOf, setSettingsOf] = useState<string>();
  const queue = viewer.organisation.queues.find(({ id }) => id === settingsOf);
  const stepper = (
    <WeekStepper
      weekStartOn={week}
      zone={zone}
      firstWeekday={weekStart}
      onChange={(next) => shown.show({ week: next, day: undefined, queue: undefined, at: undefined })}
    />
  );
  return (
    <Page
      title={`${t('app.requirement')} · ${weekTitle(week)}`}
      header={stepper}
      toolbar={<Toolbar shown={shown} compute={compute} onSettings={setSettingsOf} />}
    >
      <QueryState query={requirement} skeleton={<SkeletonBlock height={320} />}>
        {(found) =>
          found?.queues.length ? (
            <WeekOfRequirement view={found} shown={shown} />
          ) : (
            <EmptyState
              icon={<UsersRound size={24} strokeWidth={1.75} aria-hidden />}
              title={t('staffing.nothing')}
              text={t('staffing.nothingText')}
              action={
                can(viewer, 'staffing.edit') ? (
                  <>
                    <Button kind="primary" onPress={compute.run} isDisabled={compute.isRunning}>
                      {t('staffing.compute')}
                    </Button>
                    <Link to="/demand" search={{ from: week }}>
                      {t('staffing.toDemand')}
                    </Link>
                  </>
                ) : null
              }
            />
          )
        }
      </QueryState>
      {queue ? (
        <SettingsDialog
          queueId={queue.id}
          queueName={local(queue.name)}
          onClose={() => setSettingsOf(undefined)}
          onSaved={compute.run}
        />
      ) : null}
    </Page>
  );
}
