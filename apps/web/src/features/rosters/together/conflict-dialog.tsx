import { formatDateTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { activityAt, activityCount, type BoardShift } from '../board/index.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { spanText, writeLabel } from '../desk/desk-words.js';
import { mergedEdits } from './merge-shift.js';

/** Another planner changed the same shifts: what happened, both versions side by side, and the choice. */
export function ConflictDialog() {
  const { session, displayZone } = useDesk();
  const conflict = useDeskState((state) => state.conflict);
  const model = useDeskState((state) => state.model);
  if (!conflict) return null;
  const { proposal, changedAt, changedWhat } = conflict;
  const mine = proposal.edits.flatMap(({ after }) => after ?? []);
  const merged = mergedEdits(model, proposal.edits);
  const leave = () => session.resolveConflict('theirs');
  const merge = (edits: NonNullable<typeof merged>) => {
    session.resolveConflict('theirs');
    session.commit({ label: proposal.label, edits });
  };
  return (
    <Dialog
      title={t('board.conflictTitle')}
      isOpen
      onClose={leave}
      width={620}
      footer={
        <>
          <Button onPress={leave}>{t('board.takeTheirs')}</Button>
          {merged ? <Button onPress={() => merge(merged)}>{t('together.mergeBoth')}</Button> : null}
          <Button kind="primary" onPress={() => session.resolveConflict('mine')}>
            {t('board.keepMine')}
          </Button>
        </>
      }
    >
      <p>
        {t('board.conflictText', {
          who: conflict.changedBy ?? t('board.someone'),
          what: writeLabel(model, proposal.label),
        })}
      </p>
      {changedAt && changedWhat ? (
        <p className="b-quiet">
          {t('together.cameBetween', { what: changedWhat, when: formatDateTime(Date.parse(changedAt), displayZone) })}
        </p>
      ) : null}
      <div className="b-versus">
        <VersionList title={t('board.mine')} shifts={mine} />
        <VersionList title={t('board.theirs')} shifts={conflict.theirs} />
        {merged ? (
          <VersionList title={t('together.merged')} shifts={merged.flatMap(({ after }) => after ?? [])} />
        ) : null}
      </div>
    </Dialog>
  );
}

function VersionList({ title, shifts }: { readonly title: string; readonly shifts: readonly BoardShift[] }) {
  const { displayZone } = useDesk();
  const model = useDeskState((state) => state.model);
  return (
    <section>
      <h3>{title}</h3>
      {shifts.length === 0 ? <p className="b-quiet">{t('board.removed')}</p> : null}
      {shifts.map((shift) => (
        <div key={shift.id}>
          <strong>
            {model.agents[shift.agent]!.name} {spanText(model, shift, displayZone)}
          </strong>
          <ul className="b-plain-list">
            {Array.from({ length: activityCount(shift) }, (_, index) => activityAt(shift, index)!)
              .filter((activity) => activity.type !== model.baseType)
              .map((activity) => (
                <li key={activity.start}>
                  {t('board.saidActivity', {
                    what: local(model.activityTypes[activity.type]!.title),
                    times: spanText(model, activity, displayZone),
                  })}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
