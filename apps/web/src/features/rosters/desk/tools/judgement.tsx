import { sourceIn } from '@yotei/scheduling/law';
import { currentLanguage } from '../../../../app/i18n/language.js';
import { local, t } from '../../../../app/i18n/t.js';
import { useDeskState } from '../desk-context.js';
import { EffectRows } from '../effect-rows.js';

/** What the tried edit would do, in numbers, and every must rule it would break. */
export function Judgement() {
  const pending = useDeskState((state) => state.pending);
  if (!pending || pending.proposal.edits.length === 0) return null;
  return (
    <div className="b-judged" role="status">
      <dl>
        <EffectRows pending={pending} />
      </dl>
      {pending.newMust.length === 0 ? (
        <p>{t('board.noNewBreach')}</p>
      ) : (
        pending.newMust.slice(0, 4).map((breach, index) => (
          <p key={index} className="b-must">
            {local(breach.title)}: {local(breach.message)}
            <span className="b-quiet">{sourceIn(currentLanguage(), breach.source)}</span>
          </p>
        ))
      )}
    </div>
  );
}
