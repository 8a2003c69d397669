import { useNavigate, useSearch } from '@tanstack/react-router';
import { t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { QueryState, SkeletonBlock, SkeletonRows } from '../../ui/states.js';
import { LiveAgentsPanel } from './live-agents-panel.js';
import { LiveToolbar } from './live-toolbar.js';
import type { LiveSearch } from './live.search.js';
import { useLiveBoard } from './use-live-board.js';
import { DayPanel } from './outlook/day-panel.lazy.js';
import './live.css';

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
  return (
    <Page title={t('app.live')} toolbar={<LiveToolbar viewer={viewer} search={search} show={show} />}>
      <div className="l-page">
        <DayPanel viewer={viewer} />
        <QueryState query={query} skeleton={skeleton}>
          {() =>
            board ? (
              <LiveAgentsPanel board={board} viewer={viewer} search={search} onOpen={(agent) => show({ agent })} />
            ) : null
          }
        </QueryState>
      </div>
    </Page>
  );
}
