import { useMemo } from 'react';
import { t } from '../../../app/i18n/t.js';
import type { MendingShiftFieldsFragment } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import type { BoardModel, BoardShift, Proposal } from '../board/index.js';
import { otherDays, takeDays } from '../board/other-roster.js';
import { useDesk, useDeskState } from './desk-context.js';
import { toBoardShift } from './desk-mapper.js';
import { Judgement } from './tools/judgement.js';
import './tools/tools.css';

interface MendButtonsProps {
  /** What it is called for those who do not see what stands beside it. */
  readonly name: string;
  readonly agentId: string;
  /** All shifts of the agent as they would be. */
  readonly shifts: readonly MendingShiftFieldsFragment[];
  readonly onDone: () => void;
}

function shiftsOn(model: BoardModel, { agentId, shifts }: Pick<MendButtonsProps, 'agentId' | 'shifts'>): BoardShift[] {
  return shifts.flatMap((shift) => {
    const activities = shift.activities.map((activity) => ({ ...activity, title: null }));
    const more = { id: '', version: 0, agentId, locked: false, handEdited: false, agreedForm: false };
    return toBoardShift(model, { ...shift, ...more, activities }) ?? [];
  });
}

/** Tries an agent's other week on the board, says what it does, and keeps it when asked. Nothing where there is none. */
export function MendButtons({ name, agentId, shifts, onDone }: MendButtonsProps) {
  const { session, readOnly } = useDesk();
  const model = useDeskState((state) => state.model);
  const pending = useDeskState((state) => state.pending);
  const proposal = useMemo((): Proposal => {
    const agent = model.agents.findIndex(({ id }) => id === agentId);
    const others = model.agents.map((_, i) => (i === agent ? shiftsOn(model, { agentId, shifts }) : undefined));
    return {
      label: { verb: 'change', what: 'shift', agentIds: [agentId] },
      edits: takeDays(otherDays(model, others), () => session.newId()),
    };
  }, [model, agentId, shifts, session]);
  if (readOnly || shifts.length === 0 || proposal.edits.length === 0) return null;
  if (pending?.proposal !== proposal)
    return (
      <div className="b-actions">
        <Button aria-label={`${t('explain.try')}: ${name}`} onPress={() => session.propose(proposal)}>
          {t('explain.try')}
        </Button>
      </div>
    );
  return (
    <>
      <Judgement />
      <div className="b-actions">
        <Button kind="primary" autoFocus onPress={() => (session.confirm(), onDone())}>
          {t('explain.take')}
        </Button>
        <Button onPress={() => session.cancel()}>{t('board.leave')}</Button>
      </div>
    </>
  );
}
