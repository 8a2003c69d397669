import { t } from '../../../app/i18n/t.js';
import { TextField } from '../../../ui/fields.js';
import type { CostDraft } from './cost-draft.js';
import type { SetupCosts } from './costs.queries.js';

/** The wage of an hour, for everybody and by contract, and what the employer adds. */
export function WageFields({
  draft,
  contracts,
  mayEdit,
  set,
}: {
  readonly draft: CostDraft;
  readonly contracts: SetupCosts['contracts'];
  readonly mayEdit: boolean;
  readonly set: (change: Partial<CostDraft>) => void;
}) {
  return (
    <section aria-labelledby="costs-wages" className="su-costs-part">
      <h3 id="costs-wages">{t('setupCosts.wages')}</h3>
      <div className="su-bar">
        <TextField
          label={t('setupCosts.wageOfAll')}
          inputMode="decimal"
          value={draft.wage}
          isDisabled={!mayEdit}
          onChange={(wage) => set({ wage })}
        />
        <TextField
          label={t('setupCosts.onCost')}
          hint={t('setupCosts.onCostHint')}
          inputMode="decimal"
          value={draft.onCostPercent}
          isDisabled={!mayEdit}
          onChange={(onCostPercent) => set({ onCostPercent })}
        />
      </div>
      {contracts.length > 0 ? (
        <>
          <p className="y-quiet">{t('setupCosts.byContract')}</p>
          <div className="su-bar">
            {contracts.map(({ id, title }) => (
              <TextField
                key={id}
                label={title}
                inputMode="decimal"
                placeholder={draft.wage}
                value={draft.contractWages[id] ?? ''}
                isDisabled={!mayEdit}
                onChange={(typed) => set({ contractWages: { ...draft.contractWages, [id]: typed } })}
              />
            ))}
          </div>
        </>
      ) : null}
    </section>
  );
}
