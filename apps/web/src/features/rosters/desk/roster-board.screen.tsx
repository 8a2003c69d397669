import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarPlus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { thisWeek, WeekStepper, weekTitle } from '../../../app/shell/week-stepper.js';
import { request } from '../../../graphql/client.js';
import {
  CreateScheduleDocument,
  PlanningDataDocument,
  ScheduleDeskDocument,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { EmptyState, QueryState } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { BoardSkeleton } from './board-skeleton.js';
import { DeskScreen } from './desk-screen.js';
import './board.css';
import './rows.css';
import './coverage.css';
import './bars.css';
import './panel.css';
import './narrow.css';

/** Board and planning data in one state: the board is shown once both are there. */
function useDeskData(week: string) {
  const board = useQuery({
    queryKey: ['schedule-desk', week],
    queryFn: async () => (await request(ScheduleDeskDocument, { weekOf: week })).scheduleBoard,
    // Live changes keep the board fresh; a refetch behind the planner's back would throw the place away.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  const planning = useQuery({
    queryKey: ['planning-data'],
    queryFn: async () => (await request(PlanningDataDocument)).viewer?.organisation ?? null,
    staleTime: 5 * 60_000,
  });
  const ready = board.data !== undefined && planning.data ? { board: board.data, planning: planning.data } : undefined;
  const refetch = () => Promise.all([board.refetch(), planning.refetch()]);
  return {
    data: ready,
    error: board.error ?? planning.error,
    isPending: !ready,
    refetch,
    loadedAt: board.dataUpdatedAt,
  };
}

/** The planner's board of one week. */
export function RosterBoardScreen() {
  const { zone, weekStart } = homeSite(useViewer());
  const inAddress = useSearch({ from: '/signed-in/roster', select: (search) => search.week });
  const week = inAddress ?? thisWeek(zone, weekStart);
  const navigate = useNavigate({ from: '/roster' });
  const query = useDeskData(week);
  const goToWeek = (next: string) =>
    void navigate({ to: '/roster', search: (now) => ({ ...now, week: next, day: undefined, open: undefined }) });
  const stepper = <WeekStepper weekStartOn={week} zone={zone} firstWeekday={weekStart} onChange={goToWeek} />;
  const reload = () => void query.refetch();
  if (query.data?.board && query.data.board.agents.length > 0) {
    const { board, planning } = query.data;
    return (
      <DeskScreen
        key={board.schedule.id}
        data={board}
        planning={planning}
        loadedAt={query.loadedAt}
        reload={reload}
        title={weekTitle(week)}
        stepper={stepper}
      />
    );
  }
  return (
    <Frame week={week} stepper={stepper}>
      <QueryState query={query} skeleton={<BoardSkeleton />}>
        {({ board }) => (board ? <NoAgents /> : <NoSchedule week={week} onCreated={reload} />)}
      </QueryState>
    </Frame>
  );
}

function Frame({
  week,
  stepper,
  children,
}: {
  readonly week: string;
  readonly stepper: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Page title={weekTitle(week)} header={stepper} layout="fill">
      {children}
    </Page>
  );
}

function NoAgents() {
  return (
    <EmptyState
      icon={<Users size={24} strokeWidth={1.75} aria-hidden />}
      title={t('board.noAgents')}
      text={t('board.noAgentsText')}
    />
  );
}

function NoSchedule({ week, onCreated }: { readonly week: string; readonly onCreated: () => void }) {
  const create = useMutation({
    mutationFn: async () => (await request(CreateScheduleDocument, { weekStartOn: week })).createSchedule,
    onSuccess: (answer) =>
      answer.__typename === 'ScheduleCreated' ? onCreated() : showToast({ text: answer.message, tone: 'problem' }),
    onError: () => showToast({ text: t('board.createFailed'), tone: 'problem' }),
  });
  return (
    <EmptyState
      icon={<CalendarPlus size={24} strokeWidth={1.75} aria-hidden />}
      title={t('board.noSchedule')}
      text={t('board.noScheduleText')}
      action={
        <Button kind="primary" isDisabled={create.isPending} onPress={() => create.mutate()}>
          {t('board.createSchedule')}
        </Button>
      }
    />
  );
}
