import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t, Text } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { BreakProposalDocument, type BreakProposalQuery } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { findShift, type BoardModel, type Proposal } from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';
import { toBoardShift } from './desk-mapper.js';

type Found = NonNullable<BreakProposalQuery['breakProposal']>;

const MINUTE_MILLIS = 60_000;

/** Places the breaks after now again: first what it would give, then, if wanted, one edit that undo takes back. */
export function BreaksDialog({ onClose }: { readonly onClose: () => void }) {
  const { session, displayZone } = useDesk();
  const model = useDeskState((state) => state.model);
  const scheduleId = useDeskState((state) => state.info.id);
  // The moment of opening: a proposal of a moving "now" would never be the one applied.
  const [fromAt] = useState(() => Math.max(Date.now(), model.startAt));
  const isOver = fromAt >= endOf(model);
  const proposal = useQuery({
    queryKey: ['break-proposal', scheduleId, fromAt],
    // What is edited but not answered yet must be in the proposal too.
    queryFn: async () => {
      await session.settled();
      return (await request(BreakProposalDocument, { scheduleId, fromAt: new Date(fromAt).toISOString() }))
        .breakProposal;
    },
    enabled: !isOver,
    gcTime: 0,
  });
  const apply = (found: Found) => {
    session.commit(editOf(model, found));
    onClose();
  };
  return (
    <Dialog
      title={t('breaks.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          {proposal.data && proposal.data.shifts.length > 0 ? (
            <Button kind="primary" onPress={() => apply(proposal.data!)}>
              {t('breaks.apply')}
            </Button>
          ) : null}
        </>
      }
    >
      {isOver ? (
        <p>{t('breaks.over')}</p>
      ) : (
        <>
          <p>{t('breaks.text', { from: formatDateTime(fromAt, displayZone) })}</p>
          <QueryState query={proposal} skeleton={<SkeletonRows rows={3} />}>
            {(found) => (found ? <Outcome found={found} /> : <p role="alert">{t('breaks.failed')}</p>)}
          </QueryState>
        </>
      )}
    </Dialog>
  );
}

function Outcome({ found }: { readonly found: Found }) {
  const { shifts, searchedShifts, staffingBefore, staffingAfter, savedHours } = found;
  if (shifts.length === 0) return <p role="status">{t('breaks.nothing')}</p>;
  return (
    <div role="status">
      <p>
        <Text id="breaks.found" values={{ count: shifts.length, searched: searchedShifts }} />{' '}
        {t('breaks.saved', { hours: formatNumber(savedHours, 1) })}
      </p>
      <dl className="b-facts">
        <dt>{t('breaks.before')}</dt>
        <dd>{formatNumber(staffingBefore)}</dd>
        <dt>{t('breaks.after')}</dt>
        <dd>{formatNumber(staffingAfter)}</dd>
      </dl>
      <p className="b-quiet">{t('breaks.undo')}</p>
    </div>
  );
}

function endOf({ startAt, lengthMinutes }: BoardModel): number {
  return startAt + lengthMinutes * MINUTE_MILLIS;
}

function editOf(model: BoardModel, { shifts }: Found): Proposal {
  const edits = shifts.flatMap((shift) => {
    const before = findShift(model, shift.id);
    const after = toBoardShift(model, shift);
    return before && after ? [{ before, after: { ...after, handEdited: true } }] : [];
  });
  const agentIds = [...new Set(shifts.map(({ agentId }) => agentId))];
  return { label: { verb: 'breaks', what: 'shift', agentIds }, edits };
}
