import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { EmptyState, QueryState, Skeleton, SkeletonRows } from '../../ui/states.js';
import { Tabs } from '../../ui/tabs.js';
import { ExchangeItem } from './exchange-item.js';
import { exchangesQuery, inboxQuery, useLiveExchanges } from './exchanges.queries.js';
import { TABS } from './exchanges.search.js';
import { OffersBoard } from './offers-board.js';
import { Wishes } from './wishes.js';
import './exchanges.css';

const ProposeExchange = lazy(async () => ({ default: (await import('./propose-exchange.js')).ProposeExchange }));
const ExchangeInbox = lazy(async () => ({ default: (await import('./exchange-inbox.js')).ExchangeInbox }));
const OfferDesk = lazy(async () => ({ default: (await import('./offer-desk.js')).OfferDesk }));

function Waiting() {
  return (
    <Skeleton label={t('app.requests')}>
      <SkeletonRows rows={3} height={96} />
    </Skeleton>
  );
}

function ExchangeList({ zone, isManager }: { readonly zone: string; readonly isManager: boolean }) {
  const exchanges = useQuery(exchangesQuery);
  return (
    <QueryState query={exchanges} skeleton={<SkeletonRows rows={3} height={96} />}>
      {(found) =>
        found.length > 0 ? (
          <ul className="y-exchanges">
            {found.map((exchange) => (
              <ExchangeItem key={exchange.id} exchange={exchange} zone={zone} />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon={<Inbox size={24} strokeWidth={1.75} aria-hidden />}
            title={isManager ? t('exchanges.nothing') : t('exchangeLoop.nothingMine')}
            text={isManager ? t('exchanges.nothingText') : t('exchangeLoop.nothingMineText')}
          />
        )
      }
    </QueryState>
  );
}

/** Requests of an agent, offers that fit, and the inbox of those who decide; with a shift in the address, proposing. */
export function ExchangesScreen() {
  useLiveExchanges();
  const viewer = useViewer();
  const { zone } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/requests' });
  const navigate = useNavigate();
  const isManager = can(viewer, 'exchange.decide');
  // The inbox may have been handed to somebody without the role.
  const inbox = useQuery({ ...inboxQuery, enabled: !search.shift });
  const hasInbox = isManager || Boolean(inbox.data?.exchangeInbox);
  if (search.shift)
    return (
      <Page title={t('exchangeLoop.propose')}>
        <Suspense fallback={<Waiting />}>
          <ProposeExchange shiftId={search.shift} weekOf={search.week} />
        </Suspense>
      </Page>
    );
  const tabs = [
    {
      id: 'mine',
      title: isManager ? t('exchangeLoop.all') : t('exchangeLoop.mine'),
      panel: (
        <>
          {viewer.agent ? <Wishes zone={zone} /> : null}
          <ExchangeList zone={zone} isManager={isManager} />
        </>
      ),
    },
    {
      id: 'offers',
      title: t('exchangeLoop.offers'),
      panel: (
        <Suspense fallback={<Waiting />}>
          {isManager ? <OfferDesk zone={zone} /> : <OffersBoard zone={zone} />}
        </Suspense>
      ),
    },
    {
      id: 'inbox',
      title: t('exchangeLoop.inbox'),
      ...(inbox.data?.exchangeInbox ? { count: inbox.data.exchangeInbox.length } : {}),
      panel: (
        <Suspense fallback={<Waiting />}>
          <ExchangeInbox zone={zone} />
        </Suspense>
      ),
    },
  ].filter(({ id }) => id !== 'inbox' || hasInbox);
  return (
    <Page title={t('app.requests')}>
      <Tabs
        label={t('exchangeLoop.tabs')}
        items={tabs}
        selected={search.tab ?? 'mine'}
        onSelect={(id) => void navigate({ to: '/requests', search: { tab: TABS.find((tab) => tab === id) } })}
      />
    </Page>
  );
}
