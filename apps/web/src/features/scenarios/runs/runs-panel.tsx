import type { ScenarioBase } from '@yotei/scheduling/scenarios';
import { CalendarSync, Dices } from 'lucide-react';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { JobCard } from '../../../app/jobs/job-card.js';
import { MenuButton } from '../../../ui/menu.js';
import { Table } from '../../../ui/table.js';
import { showToast } from '../../../ui/toast.js';
import type { ScenarioItem } from '../tree/scenario-tree.model.js';
import { OpenDraftButton } from './open-draft-button.js';
import { rosterRuns, simulationRuns, type RosterFigures, type RunsById, type SimulationRun } from './runs.model.js';
import { useStartRun } from './runs.queries.js';

export interface RunsPanelProps {
  readonly base: ScenarioBase;
  readonly items: readonly ScenarioItem[];
  readonly runs: RunsById;
  readonly mayStart: boolean;
}

const ROSTER_FIGURES = [
  'requiredHours',
  'shortHours',
  'overHours',
  'shifts',
  'people',
  'mustBreaches',
  'preferBreaches',
  'shortRests',
  'longStretches',
] as const satisfies readonly (keyof RosterFigures)[];

const staleMark = (isCurrent: boolean) => (isCurrent ? '' : ` ${t('scenarios.outdated')}`);

function Rosters({ items, runs }: RunsPanelProps) {
  const viewer = useViewer();
  const rows = rosterRuns(items, runs);
  if (rows.length === 0) return null;
  const canOpen = can(viewer, 'schedule.edit') && rows.some((row) => row.canOpen);
  return (
    <Table
      caption={t('scenarios.newRosters')}
      showCaption
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { id: 'name', title: t('scenarios.scenario'), cell: ({ name, isCurrent }) => name + staleMark(isCurrent) },
        ...ROSTER_FIGURES.map((figure) => ({
          id: figure,
          title: t(`scenarios.roster.${figure}`),
          numeric: true,
          cell: ({ figures }: (typeof rows)[number]) => (
            <span data-value={String(figures[figure])}>{formatNumber(figures[figure], 1)}</span>
          ),
        })),
        ...(canOpen
          ? [
              {
                id: 'open',
                title: <span className="y-hidden">{t('scenarios.openDraft')}</span>,
                cell: ({ id, name, canOpen: isKept }: (typeof rows)[number]) =>
                  isKept ? <OpenDraftButton runId={id} name={name} /> : null,
              },
            ]
          : []),
      ]}
    />
  );
}

type Spread = SimulationRun['queue']['serviceLevel'];

function spreadText({ mean, low, high }: Spread, format: (value: number) => string): string {
  if (mean === null) return '–';
  return low === null || high === null ? format(mean) : `${format(mean)} (${format(low)}–${format(high)})`;
}

function Simulations({ base, items, runs }: RunsPanelProps) {
  const rows = simulationRuns(items, runs);
  if (rows.length === 0) return null;
  const titleOf = (queueId: string) => base.queues.find(({ id }) => id === queueId)?.title ?? queueId;
  const seconds = (value: number) => t('scenarios.seconds', { seconds: formatNumber(value, 1) });
  const column = (id: 'serviceLevel' | 'abandonment' | 'occupancy' | 'asaSeconds') => ({
    id,
    title: t(`scenarios.figure.${id === 'asaSeconds' ? 'asa' : id}`),
    numeric: true,
    cell: ({ queue }: SimulationRun) => (
      <span data-value={String(queue[id].mean)}>
        {spreadText(queue[id], id === 'asaSeconds' ? seconds : formatPercent)}
      </span>
    ),
  });
  return (
    <Table
      caption={t('scenarios.simulated')}
      showCaption
      rows={rows}
      rowKey={({ name, queue }) => `${name} ${queue.queueId}`}
      columns={[
        { id: 'name', title: t('scenarios.scenario'), cell: ({ name, isCurrent }) => name + staleMark(isCurrent) },
        { id: 'queue', title: t('scenarios.queue'), cell: ({ queue }) => titleOf(queue.queueId) },
        column('serviceLevel'),
        column('asaSeconds'),
        column('abandonment'),
        column('occupancy'),
      ]}
    />
  );
}

/** What takes longer than a slider waits: new rosters and simulations, started here and landing here. */
export function RunsPanel(props: RunsPanelProps) {
  const { items, mayStart } = props;
  const { start, landed } = useStartRun();
  const [jobs, setJobs] = useState<readonly string[]>([]);
  const run = (kind: 'ROSTER' | 'SIMULATION', id: string) =>
    start.mutate(
      { id, kind },
      {
        onSuccess: (result) => {
          if (result.__typename === 'JobStarted') setJobs((before) => [...before, result.job.id]);
          else showToast({ text: result.message, tone: 'problem' });
        },
        onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
      },
    );
  const choices = items.map(({ id, name }) => ({ id, text: name }));
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <section className="y-panel y-scn-runs" aria-label={t('scenarios.longRuns')}>
      <div className="y-panel-head">
        <h2>{t('scenarios.longRuns')}</h2>
        <span className="y-toolbar-fill" />
        {mayStart ? (
          <>
            <MenuButton label={t('scenarios.reRoster')} items={choices} onAction={(id) => run('ROSTER', id)}>
              <CalendarSync {...icon} />
              {t('scenarios.reRoster')}
            </MenuButton>
            <MenuButton label={t('scenarios.simulate')} items={choices} onAction={(id) => run('SIMULATION', id)}>
              <Dices {...icon} />
              {t('scenarios.simulate')}
            </MenuButton>
          </>
        ) : null}
      </div>
      {jobs.map((id) => (
        <JobCard key={id} id={id} onFinished={landed} />
      ))}
      <Rosters {...props} />
      <Simulations {...props} />
      <p className="y-quiet y-scn-runs-note">{t('scenarios.longRunsNote')}</p>
    </section>
  );
}
