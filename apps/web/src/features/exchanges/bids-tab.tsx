import { useQuery } from '@tanstack/react-query';
import { CalendarRange } from 'lucide-react';
import { can, useViewer } from '../../app/session.js';
import { t } from '../../app/i18n/t.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { AgentBid } from './agent-bid.js';
import { BidDesk } from './bid-desk.js';
import { bidRoundsQuery } from './bidding.queries.js';

/** Bidding for the lines of a season: agents put them in order, planners open rounds and give the lines. */
export function BidsTab({ zone }: { readonly zone: string }) {
  const isManager = can(useViewer(), 'bids.manage');
  const rounds = useQuery(bidRoundsQuery);
  return (
    <QueryState query={rounds} skeleton={<SkeletonRows rows={3} height={96} />}>
      {(found) => {
        if (isManager) return <BidDesk rounds={found} zone={zone} />;
        return found.length > 0 ? (
          <div className="y-exchanges">
            {found.map((round) => (
              <AgentBid key={round.id} round={round} zone={zone} />
            ))}
          </div>
        ) : (
          <EmptyState
            icon={<CalendarRange size={24} strokeWidth={1.75} aria-hidden />}
            title={t('bidding.none')}
            text={t('bidding.noneText')}
          />
        );
      }}
    </QueryState>
  );
}
