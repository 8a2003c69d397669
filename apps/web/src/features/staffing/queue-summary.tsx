import { SlidersHorizontal } from 'lucide-react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatDate } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Table, type Column } from '../../ui/table.js';
import { goalInWords } from '../../app/goal-in-words.js';
import type { QueueRequirement, RequirementView } from './requirement.model.js';
import { rosterHours } from './requirement-hours.js';

type LoadMethod = 'interval' | 'lagged' | 'modified-offered-load';
const DEFAULT_LOAD_METHOD: LoadMethod = 'modified-offered-load';

export interface QueueSummaryProps {
  readonly view: RequirementView;
  /** The local day shown. */
  readonly on: string;
  /** Absent when the reader may not change settings. */
  readonly onSettings?: ((queueId: string) => void) | undefined;
}

const chance = (value: number | null | undefined) =>
  value === null || value === undefined ? <span className="y-quiet">–</span> : formatPercent(value, 0);

const loadMethodOf = ({ plan }: QueueRequirement) => (plan.loadMethod ?? DEFAULT_LOAD_METHOD) as LoadMethod;

/** Work that may wait hours is staffed over the whole day at once: no load method applies. */
const loadWords = (one: QueueRequirement): readonly string[] =>
  one.plan.goal.answerWithinHours ? [] : [t(`staffing.loadShort.${loadMethodOf(one)}`)];

function staffedForWords({ plan }: QueueRequirement): string {
  const { staffedFor } = plan;
  return staffedFor?.kind === 'chance'
    ? t('staffing.forShort.chance', { chance: formatPercent(staffedFor.chanceFraction ?? 0, 0) })
    : t(staffedFor?.kind === 'expected' ? 'staffing.forShort.expected' : 'staffing.forShort.point');
}

function basisColumns({ on }: QueueSummaryProps): readonly Column<QueueRequirement>[] {
  const dayOf = ({ days }: QueueRequirement) => days.find(({ fromOn }) => fromOn === on);
  return [
    {
      id: 'queue',
      title: t('demand.queue'),
      cell: ({ queue, stale, notes }) => {
        const unanswered = notes.filter((note) => note && note !== 'closed').length;
        return (
          <>
            {local(queue.name)} {stale.length > 0 ? <Chip tone="prefer">{t('staffing.staleShort')}</Chip> : null}
            {unanswered > 0 ? <Chip tone="must">{t('staffing.unanswered', { count: unanswered })}</Chip> : null}
          </>
        );
      },
    },
    {
      id: 'goal',
      title: t('staffing.part.goal'),
      cell: ({ plan }) => <span className="y-queue-goal">{goalInWords(plan.goal) || t('staffing.goal.own')}</span>,
    },
    {
      id: 'basis',
      title: t('staffing.basis'),
      cell: (one) => (
        <span className="y-basis">
          {local(one.modelTitle)}
          <small>{[...loadWords(one), staffedForWords(one)].join(' · ')}</small>
        </span>
      ),
    },
    {
      id: 'hours',
      title: t('staffing.weekHours'),
      numeric: true,
      cell: (requirement) => formatNumber(rosterHours(requirement), 1),
    },
    { id: 'day', title: t('staffing.chanceDay'), numeric: true, cell: (one) => chance(dayOf(one)?.chanceToMeet) },
    { id: 'week', title: t('staffing.chanceWeek'), numeric: true, cell: ({ week }) => chance(week?.chanceToMeet) },
  ];
}

/** How sure each queue is on each day of the week, beside one another. */
function ChanceByDay({ queues }: Pick<RequirementView, 'queues'>) {
  const dates = [...new Set(queues.flatMap(({ days }) => days.map(({ fromOn }) => fromOn)))].sort();
  const isKnown = queues.some(({ days }) => days.some(({ chanceToMeet }) => typeof chanceToMeet === 'number'));
  if (!isKnown || dates.length < 2) return null;
  return (
    <details>
      <summary>{t('staffing.chanceByDay')}</summary>
      <Table
        caption={t('staffing.chanceByDay')}
        columns={[
          { id: 'queue', title: t('demand.queue'), cell: ({ queue }) => local(queue.name) },
          ...dates.map((on): Column<QueueRequirement> => ({
            id: on,
            title: formatDate(on),
            numeric: true,
            cell: ({ days }) => chance(days.find(({ fromOn }) => fromOn === on)?.chanceToMeet),
          })),
        ]}
        rows={queues}
        rowKey={({ queue }) => queue.id}
      />
    </details>
  );
}

/** Each queue with what its figures rest on, what the week takes, how sure it is, and the way to change it. */
export function QueueSummary(props: QueueSummaryProps) {
  const { view, onSettings } = props;
  const settings: Column<QueueRequirement> = {
    id: 'settings',
    title: <span className="y-hidden">{t('staffing.settings')}</span>,
    cell: ({ queue }) => (
      <Button
        icon={<SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden />}
        aria-label={t('staffing.settingsOf', { queue: local(queue.name) })}
        onPress={() => onSettings?.(queue.id)}
      >
        {t('staffing.settings')}
      </Button>
    ),
  };
  return (
    <>
      <Table
        caption={t('staffing.summaryTitle')}
        showCaption
        columns={onSettings ? [...basisColumns(props), settings] : basisColumns(props)}
        rows={view.queues}
        rowKey={({ queue }) => queue.id}
      />
      <ChanceByDay queues={view.queues} />
    </>
  );
}
