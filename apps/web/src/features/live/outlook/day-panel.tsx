import { UserRoundX, History } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { formatTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { can, type Viewer } from '../../../app/session.js';
import { useCommands } from '../../../app/shell/commands.js';
import { Button } from '../../../ui/button.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../../ui/states.js';
import { AbsenceList } from '../repair/absence-list.js';
import { AlertList } from './alert-list.js';
import { useOutlook, type Outlook, type OutlookAlert } from './outlook.queries.js';
import { QueueOutlookView } from './queue-outlook.js';
import { QueueTable } from './queue-table.js';
import './day.css';

const RepairDialog = lazy(() => import('../repair/repair-dialog.js').then((it) => ({ default: it.RepairDialog })));
const AbsenceDialog = lazy(() => import('../repair/absence-dialog.js').then((it) => ({ default: it.AbsenceDialog })));
const ReplayDialog = lazy(() => import('../replay/replay-dialog.js').then((it) => ({ default: it.ReplayDialog })));

type Open =
  | { readonly kind: 'mends'; readonly alert: OutlookAlert | null }
  | { readonly kind: 'absence' }
  | { readonly kind: 'replay' }
  | null;

/** Today against the plan: alerts first, then queues; mends, absence and replay are a click away. */
export function DayPanel({ viewer }: { readonly viewer: Viewer }) {
  const query = useOutlook();
  const [open, setOpen] = useState<Open>(null);
  const acts = can(viewer, 'intraday.act');
  const commands = useMemo(
    () => [
      ...(acts
        ? [
            {
              id: 'intraday.absence',
              group: 'do',
              text: t('intraday.reportAbsence'),
              run: () => setOpen({ kind: 'absence' }),
            } as const,
            {
              id: 'intraday.mends',
              group: 'do',
              text: t('intraday.allMends'),
              run: () => setOpen({ kind: 'mends', alert: null }),
            } as const,
          ]
        : []),
      {
        id: 'intraday.replay',
        group: 'do',
        text: t('intraday.replay'),
        run: () => setOpen({ kind: 'replay' }),
      } as const,
    ],
    [acts],
  );
  useCommands(commands);
  return (
    <section className="y-panel day-panel" aria-labelledby="day-title">
      <div className="day-head">
        <h2 id="day-title">{t('intraday.today')}</h2>
        {query.data ? (
          <p className="y-quiet">{t('intraday.asOf', { time: formatTime(query.data.at, query.data.zone) })}</p>
        ) : null}
        <span className="day-grow" />
        {acts ? (
          <Button
            icon={<UserRoundX size={14} strokeWidth={1.75} aria-hidden />}
            onPress={() => setOpen({ kind: 'absence' })}
          >
            {t('intraday.reportAbsence')}
          </Button>
        ) : null}
        <Button
          kind="quiet"
          icon={<History size={14} strokeWidth={1.75} aria-hidden />}
          onPress={() => setOpen({ kind: 'replay' })}
        >
          {t('intraday.replay')}
        </Button>
      </div>
      <QueryState query={query} skeleton={<SkeletonBlock height={160} />}>
        {(outlook) =>
          outlook ? (
            <Today outlook={outlook} acts={acts} onMend={(alert) => setOpen({ kind: 'mends', alert })} />
          ) : (
            <EmptyState title={t('intraday.nothingPlanned')} text={t('intraday.nothingPlannedText')} />
          )
        }
      </QueryState>
      <Suspense fallback={null}>
        {open?.kind === 'mends' ? (
          <RepairDialog viewer={viewer} alert={open.alert} onClose={() => setOpen(null)} />
        ) : null}
        {open?.kind === 'absence' ? <AbsenceDialog viewer={viewer} onClose={() => setOpen(null)} /> : null}
        {open?.kind === 'replay' ? <ReplayDialog viewer={viewer} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </section>
  );
}

function Today({
  outlook,
  acts,
  onMend,
}: {
  readonly outlook: Outlook;
  readonly acts: boolean;
  readonly onMend: (alert: OutlookAlert | null) => void;
}) {
  const [queueId, setQueueId] = useState<string | null>(null);
  const chosen = outlook.queues.find((queue) => queue.queueId === queueId);
  return (
    <>
      <AlertList outlook={outlook} acts={acts} onMend={onMend} />
      {acts ? <AbsenceList zone={outlook.zone} /> : null}
      <QueueTable outlook={outlook} chosen={queueId} onChoose={(id) => setQueueId(id === queueId ? null : id)} />
      {chosen ? <QueueOutlookView queue={chosen} at={outlook.at} zone={outlook.zone} /> : null}
    </>
  );
}
