import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { JobCard } from '../../app/jobs/job-card.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { Button } from '../../ui/button.js';
import { QueryState, SkeletonBlock, SkeletonRows } from '../../ui/states.js';
import { LiveAgentsPanel } from './live-agents-panel.js';
import { LiveToolbar } from './live-toolbar.js';
import type { LiveSearch } from './live.search.js';
import { useLiveBoard } from './use-live-board.js';
import { DayPanel } from './outlook/day-panel.lazy.js';
import type { ExcuseDraft } from './excuse-dialog.js';
import './live.css';

const AgentDay = lazy(async () => ({ default: (await import('./agent-day.js')).AgentDay }));
const ExcuseDialog = lazy(async () => ({ default: (await import('./excuse-dialog.js')).ExcuseDialog }));
const WaitingExplanations = lazy(async () => ({
  default: (await import('./waiting-explanations.js')).WaitingExplanations,
}));

const HALF_HOUR = 1_800_000;

/** An outage of the last half hour, for everybody: what is needed in the hurry. */
function outageNow(zone: string): ExcuseDraft {
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  return {
    scopeKind: 'ALL',
    scopeId: null,
    startAt: new Date(now - HALF_HOUR).toISOString(),
    endAt: new Date(now).toISOString(),
    zone,
  };
}

function Toolbar({
  search,
  show,
  onExcuse,
}: {
  readonly search: LiveSearch;
  readonly show: (next: LiveSearch) => void;
  /** Null: may not. */
  readonly onExcuse: ((draft: ExcuseDraft) => void) | null;
}) {
  const viewer = useViewer();
  return (
    <>
      <LiveToolbar viewer={viewer} search={search} show={show} />
      <span className="y-toolbar-fill" />
      <Link to="/live/history">{t('live.history')}</Link>
      {onExcuse ? (
        <Button
          icon={<ShieldCheck size={14} strokeWidth={1.75} aria-hidden />}
          onPress={() => onExcuse(outageNow(homeSite(viewer).zone))}
        >
          {t('live.excuseMany')}
        </Button>
      ) : null}
    </>
  );
}

/** The day as it happens: who does what now, beside what was planned. */
export function LiveScreen() {
  const viewer = useViewer();
  const search = useSearch({ from: '/signed-in/live' });
  const navigate = useNavigate();
  const { query, board } = useLiveBoard();
  const show = (next: LiveSearch): void =>
    void navigate({ to: '/live', search: { ...search, ...next }, replace: true });
  const skeleton = (
    <>
      <SkeletonBlock height={64} />
      <SkeletonRows rows={12} height={32} />
    </>
  );
  const [draft, setDraft] = useState<ExcuseDraft | null>(null);
  const [rejudging, setRejudging] = useState<string | null>(null);
  const mayDecide = can(viewer, 'adherence.decide');
  const open = board?.agents.find(({ id }) => id === search.agent);
  return (
    <Page
      title={t('app.live')}
      toolbar={<Toolbar search={search} show={show} onExcuse={mayDecide ? setDraft : null} />}
    >
      <div className="l-page" data-open={Boolean(open)}>
        <div className="l-main">
          <DayPanel viewer={viewer} />
          {rejudging ? <JobCard id={rejudging} onFinished={() => setRejudging(null)} /> : null}
          <Suspense>{mayDecide ? <WaitingExplanations /> : null}</Suspense>
          <QueryState query={query} skeleton={skeleton}>
            {() =>
              board ? (
                <LiveAgentsPanel board={board} viewer={viewer} search={search} onOpen={(agent) => show({ agent })} />
              ) : null
            }
          </QueryState>
        </div>
        <Suspense fallback={<SkeletonBlock height={320} />}>
          {open ? (
            <AgentDay
              key={`${open.id} ${open.on}`}
              agentId={open.id}
              on={open.on}
              name={open.name}
              onClose={() => show({ agent: undefined })}
            />
          ) : null}
        </Suspense>
      </div>
      <Suspense>
        {draft ? <ExcuseDialog draft={draft} onClose={() => setDraft(null)} onLong={setRejudging} /> : null}
      </Suspense>
    </Page>
  );
}
