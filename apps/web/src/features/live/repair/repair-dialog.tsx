import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { activityLooks } from '../../../app/activity-types.js';
import { local, t } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import type { OutlookAlert } from '../outlook/outlook.queries.js';
import { ProposalCard } from './proposal-card.js';
import { proposalsQuery, useApplyRepair, type Proposal, type Proposals } from './repair.queries.js';
import { titleOf } from './repair-words.js';

/** Ways to mend an alert (or the whole day), best first; one click applies. */
export function RepairDialog({
  viewer,
  alert,
  onClose,
}: {
  readonly viewer: Viewer;
  readonly alert: OutlookAlert | null;
  readonly onClose: () => void;
}) {
  const scope = useMemo(() => alert && { queueId: alert.queueId, startAt: alert.startAt, endAt: alert.endAt }, [alert]);
  const query = useQuery(proposalsQuery(scope));
  return (
    <Dialog
      title={t('intraday.mends')}
      isOpen
      onClose={onClose}
      width={760}
      footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      {alert ? <p className="day-lead">{local(alert.text)}</p> : null}
      <QueryState query={query} skeleton={<SkeletonRows rows={5} height={72} />}>
        {(found) =>
          found && found.proposals.length > 0 ? (
            <ProposalList viewer={viewer} found={found} onApplied={onClose} />
          ) : (
            <EmptyState title={t('intraday.noMends')} text={t('intraday.noMendsText')} />
          )
        }
      </QueryState>
    </Dialog>
  );
}

function ProposalList({
  viewer,
  found,
  onApplied,
}: {
  readonly viewer: Viewer;
  readonly found: Proposals;
  readonly onApplied: () => void;
}) {
  const looks = useMemo(() => activityLooks(viewer), [viewer]);
  const apply = useApplyRepair(found.zone, onApplied);
  const run = (proposal: Proposal) => apply.mutate({ id: proposal.id, label: titleOf(proposal) });
  return (
    <ol className="day-mends">
      {found.proposals.map((proposal) => (
        <li key={proposal.id}>
          <ProposalCard
            proposal={proposal}
            zone={found.zone}
            activityOf={(id) => looks.get(id)?.title ?? id}
            isBusy={apply.isPending}
            onApply={() => run(proposal)}
          />
        </li>
      ))}
    </ol>
  );
}
