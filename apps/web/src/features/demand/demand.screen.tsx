import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { ChartLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { formatDateWithYear } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { Button } from '../../ui/button.js';
import { EmptyState, QueryState, SkeletonBlock, SkeletonRows } from '../../ui/states.js';
import { DemandDesk } from './demand-desk.js';
import { DemandTabs } from './demand-tabs.js';
import { DemandToolbar } from './demand-toolbar.js';
import type { DemandView } from './demand.model.js';
import { demandQuery } from './demand.queries.js';
import { useShown, type Shown } from './use-shown.js';
import { BeginningButton } from './young-queues/beginning-button.js';
import { YoungQueueRow } from './young-queues/young-queue-row.js';
import './demand.css';

const ForecastDialog = lazy(() => import('./forecast-dialog.js').then((it) => ({ default: it.ForecastDialog })));

interface NothingHereProps {
  readonly data: DemandView | null;
  readonly shown: Shown;
  readonly onForecast: () => void;
}

function NothingHere({ data, shown, onForecast }: NothingHereProps) {
  const icon = <ChartLine size={24} strokeWidth={1.75} aria-hidden />;
  if (!data?.historyFromOn || !data.historyUntilOn) {
    return (
      <EmptyState
        icon={icon}
        title={t('demand.noHistory')}
        text={t('demand.noHistoryText')}
        action={
          <div className="y-state-actions">
            <Link to="/import" className="y-button y-button-primary">
              {t('demand.importHistory')}
            </Link>
            {shown.queue ? <BeginningButton queue={shown.queue} fromOn={addDays(shown.week, 7)} of="this" /> : null}
          </div>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={t('demand.nothingInRange')}
      text={t('demand.nothingInRangeText', {
        from: formatDateWithYear(data.historyFromOn),
        until: formatDateWithYear(data.historyUntilOn),
      })}
      action={
        can(shown.viewer, 'forecast.run') ? (
          <Button kind="primary" onPress={onForecast}>
            {t('demand.startForecast')}
          </Button>
        ) : null
      }
    />
  );
}

const isKnown = (data: DemandView | null): data is DemandView =>
  Boolean(data && (data.forecast ?? data.actualContacts.values.some((value) => value !== null)));

/** History and forecast of one queue, edits on top, and how good the methods were. */
export function DemandScreen() {
  const shown = useShown();
  const { queue, from, zoom, week } = shown;
  const [asking, setAsking] = useState(false);
  const demand = useQuery(demandQuery(queue, from, zoom));
  const ask = () => setAsking(true);
  if (!queue) {
    return (
      <Page title={t('app.demand')} tabs={<DemandTabs />}>
        <NothingHere data={null} shown={shown} onForecast={ask} />
      </Page>
    );
  }
  return (
    <Page
      title={t('app.demand')}
      tabs={<DemandTabs />}
      zone={queue.zone}
      toolbar={<DemandToolbar shown={shown} onForecast={ask} />}
    >
      <QueryState
        query={demand}
        skeleton={
          <>
            <SkeletonBlock height={340} />
            <SkeletonRows rows={4} />
          </>
        }
      >
        {(data) =>
          isKnown(data) ? (
            <DemandDesk key={`${queue.id} ${from} ${zoom}`} view={data} shown={shown} queue={queue} />
          ) : (
            <NothingHere data={data} shown={shown} onForecast={ask} />
          )
        }
      </QueryState>
      <YoungQueueRow queue={queue} fromOn={addDays(week, 7)} methodId={demand.data?.forecast?.methodId} />
      {asking ? (
        <Suspense fallback={null}>
          <ForecastDialog
            isOpen
            onClose={() => setAsking(false)}
            queueId={queue.id}
            weeks={Array.from({ length: 8 }, (_, index) => addDays(week, 7 * index))}
            week={from > week ? from : addDays(week, 7)}
          />
        </Suspense>
      ) : null}
    </Page>
  );
}
