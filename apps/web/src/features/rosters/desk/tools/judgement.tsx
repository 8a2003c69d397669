import { local, t } from '../../../../app/i18n/t.js';
import { useDeskState } from '../desk-context.js';
import { EffectRows } from '../effect-rows.js';

/** What the tried edit would do, in numbers, and every must rule it would break. */
export function Judgement() {
  const pending = useDeskState((state) => state.pending);
  if (!pending || pending.proposal.edits.length === 0) return null;
  return (
    <dl className="b-judged" role="status">
      <EffectRows pending={pending} />
      {pending.newMust.length === 0 ? (
        <dd className="b-full">{t('board.noNewBreach')}</dd>
      ) : (
        pending.newMust.slice(0, 4).map((breach, index) => (
          <dd key={index} className="b-full b-must">
            {local(breach.title)}: {local(breach.message)} <span className="b-quiet">{breach.source}</span>
          </dd>
        ))
      )}
    </dl>
  );
}
