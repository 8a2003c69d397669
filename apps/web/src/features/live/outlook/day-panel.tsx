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

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Today against the plan: alerts first, then queues; mends, absence and replay are a click away. */
export function DayPanel({ viewer }: { readonly viewer: Viewer }) {
  const query = useOutlook();
  const [open, setOpen] = useState<Open>(null);
  const acts = can(viewer, 'intraday.act');
  useDayCommands(acts, setOpen);
  return (
    <section className="y-panel day-panel" aria-labelledby="day-title">
      <Head outlook={query.data ?? null} acts={acts} onOpen={setOpen} />
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

/** The palette's commands for today, while the page is shown. */
function useDayCommands(acts: boolean, open: (what: Open) => void): void {
  const commands = useMemo(() => {
    const command = (id: string, text: string, what: Open) =>
      ({ id: `intraday.${id}`, group: 'do', text, run: () => open(what) }) as const;
    return [
      ...(acts ? [command('absence', t('intraday.reportAbsence'), { kind: 'absence' })] : []),
      ...(acts ? [command('mends', t('intraday.allMends'), { kind: 'mends', alert: null })] : []),
      command('replay', t('intraday.replay'), { kind: 'replay' }),
    ];
  }, [acts, open]);
  useCommands(commands);
}

function Head({
  outlook,
  acts,
  onOpen,
}: {
  readonly outlook: Outlook | null;
  readonly acts: boolean;
  readonly onOpen: (what: Open) => void;
}) {
  return (
    <div className="day-head">
      <h2 id="day-title">{t('intraday.today')}</h2>
      {outlook ? <p className="y-quiet">{t('intraday.asOf', { time: formatTime(outlook.at, outlook.zone) })}</p> : null}
      <span className="day-grow" />
      {acts ? (
        <Button icon={<UserRoundX {...ICON} />} onPress={() => onOpen({ kind: 'absence' })}>
          {t('intraday.reportAbsence')}
        </Button>
      ) : null}
      <Button kind="quiet" icon={<History {...ICON} />} onPress={() => onOpen({ kind: 'replay' })}>
        {t('intraday.replay')}
      </Button>
    </div>
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
  // Without a requirement nobody can be said to be missing, nor to be enough.
  const isCompared = outlook.queues.length > 0;
  const chosen = outlook.queues.find((queue) => queue.queueId === queueId);
  return (
    <>
      {isCompared ? (
        <AlertList outlook={outlook} acts={acts} onMend={onMend} />
      ) : (
        <p className="y-quiet">{t('intraday.noRequirement')}</p>
      )}
      {acts ? <AbsenceList zone={outlook.zone} /> : null}
      {isCompared ? (
        <QueueTable outlook={outlook} chosen={queueId} onChoose={(id) => setQueueId(id === queueId ? null : id)} />
      ) : null}
      {chosen ? <QueueOutlookView queue={chosen} at={outlook.at} zone={outlook.zone} /> : null}
    </>
  );
}
