import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { loadTexts } from '../../app/i18n/language.js';
import { t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { Segmented } from '../../ui/button.js';
import { EmptyState, QueryState, Skeleton, SkeletonRows } from '../../ui/states.js';
import { ExchangeItem } from './exchange-item.js';
import { exchangesQuery, inboxQuery, useLiveExchanges } from './exchanges.queries.js';
import { TABS } from './exchanges.search.js';
import { Wishes } from './wishes.js';
import './exchanges.css';

const ProposeExchange = lazy(async () => ({ default: (await import('./propose-exchange.js')).ProposeExchange }));
const ExchangeInbox = lazy(async () => ({ default: (await import('./exchange-inbox.js')).ExchangeInbox }));
const OffersBoard = lazy(async () => ({ default: (await import('./offers-board.js')).OffersBoard }));
const OfferDesk = lazy(async () => ({ default: (await import('./offer-desk.js')).OfferDesk }));
const PoliciesDesk = lazy(async () => {
  const [{ PoliciesDesk: desk }] = await Promise.all([import('./policies-desk.js'), loadTexts('exchange-desk')]);
  return { default: desk };
});
const BidsTab = lazy(async () => {
  const [{ BidsTab: bids }] = await Promise.all([import('./bids-tab.js'), loadTexts('bidding')]);
  return { default: bids };
});

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
  const shown = TABS.filter(
    (id) => (id !== 'inbox' || hasInbox) && (id !== 'policies' || can(viewer, 'exchange.policy')),
  );
  const tab = shown.find((id) => id === search.tab) ?? 'mine';
  const waiting = inbox.data?.exchangeInbox?.length ?? 0;
  const titles = {
    mine: isManager ? t('exchangeLoop.all') : t('exchangeLoop.mine'),
    offers: t('exchangeLoop.offers'),
    inbox: waiting > 0 ? `${t('exchangeLoop.inbox')} (${waiting})` : t('exchangeLoop.inbox'),
    bids: t('exchangeLoop.bids'),
    policies: t('exchangeLoop.policies'),
  };
  return (
    <Page title={t('app.requests')}>
      <div className="x-tabs">
        <Segmented
          label={t('exchangeLoop.tabs')}
          value={tab}
          options={shown.map((value) => ({ value, text: titles[value] }))}
          onChange={(next) => void navigate({ to: '/requests', search: { tab: next } })}
        />
      </div>
      <Suspense fallback={<Waiting />}>
        {tab === 'mine' && viewer.agent ? <Wishes zone={zone} /> : null}
        {tab === 'mine' ? <ExchangeList zone={zone} isManager={isManager} /> : null}
        {tab === 'offers' && isManager ? <OfferDesk zone={zone} /> : null}
        {tab === 'offers' && !isManager ? <OffersBoard zone={zone} /> : null}
        {tab === 'inbox' ? <ExchangeInbox zone={zone} /> : null}
        {tab === 'bids' ? <BidsTab zone={zone} /> : null}
        {tab === 'policies' ? <PoliciesDesk /> : null}
      </Suspense>
    </Page>
  );
}
