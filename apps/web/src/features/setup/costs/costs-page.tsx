import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/fields.js';
import { NoPermission, QueryState, SkeletonRows } from '../../../ui/states.js';
import { Refused } from '../refused.js';
import { useSaving } from '../use-saving.js';
import { draftOfTerms, EMPTY_DRAFT, termsOfDraft, type CostDraft } from './cost-draft.js';
import { CostExample } from './cost-example.js';
import { CostVersions } from './cost-versions.js';
import { saveCosts, setupCostsQuery, withdrawCosts, type SetupCosts } from './costs.queries.js';
import { OtherCosts } from './other-costs.js';
import { PremiumFields } from './premium-fields.js';
import { WageFields } from './wage-fields.js';
import './costs.css';

/** What work costs: wages, premiums, channels, penalties, from a day on. */
export function CostsPage() {
  const mayRead = can(useViewer(), 'costs.read');
  const query = useQuery({ ...setupCostsQuery, enabled: mayRead });
  if (!mayRead) return <NoPermission />;
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={10} height={32} />}>
      {(costs) => <CostsForm key={inForce(costs)?.id ?? 'new'} costs={costs} />}
    </QueryState>
  );
}

/** The version that counts: taking one back shows the one before again. */
const inForce = ({ settings }: SetupCosts) => settings.find(({ isWithdrawn }) => !isWithdrawn);

const today = (): string => new Date().toISOString().slice(0, 10);

function CostsForm({ costs }: { readonly costs: SetupCosts }) {
  const mayEdit = can(useViewer(), 'costs.edit');
  const now = inForce(costs);
  const [draft, setDraft] = useState<CostDraft>(() => (now ? draftOfTerms(now.terms) : EMPTY_DRAFT));
  const [effectiveOn, setEffectiveOn] = useState(() => now?.effectiveOn ?? today());
  const { save, isSaving, refusal } = useSaving();
  const terms = termsOfDraft(draft, now?.terms);
  // As the form would store what is in force: stored terms have their fields in another order.
  const untouched = now && termsOfDraft(draftOfTerms(now.terms), now.terms);
  const isChanged = effectiveOn !== now?.effectiveOn || JSON.stringify(terms) !== JSON.stringify(untouched);
  const set = (change: Partial<CostDraft>) => setDraft({ ...draft, ...change });
  const store = () =>
    save({
      run: () => saveCosts({ basedOnVersion: costs.settings[0]?.version ?? 0, effectiveOn, terms }),
      undo: ({ id }) => withdrawCosts(id, true),
      said: t('setupCosts.saved'),
    });
  return (
    <>
      <p className="su-intro">{t('setupCosts.intro')}</p>
      <fieldset className="su-costs" disabled={!mayEdit}>
        <div className="su-bar">
          <TextField
            type="date"
            label={t('setupCosts.effectiveOn')}
            hint={t('setupCosts.effectiveOnHint')}
            value={effectiveOn}
            isDisabled={!mayEdit}
            onChange={setEffectiveOn}
          />
          <TextField
            label={t('setupCosts.currency')}
            hint={t('setupCosts.currencyHint')}
            value={draft.currency}
            isDisabled={!mayEdit}
            onChange={(currency) => set({ currency })}
          />
        </div>
        <WageFields {...{ draft, contracts: costs.contracts, mayEdit, set }} />
        <PremiumFields {...{ draft, sites: costs.sites, on: effectiveOn, mayEdit, set }} />
        <OtherCosts {...{ draft, mayEdit, set }} />
      </fieldset>
      <CostExample {...{ terms, contracts: costs.contracts }} />
      {mayEdit ? (
        <div className="su-bar">
          <Button kind="primary" isDisabled={!isChanged || isSaving || effectiveOn === ''} onPress={store}>
            {t('setup.save')}
          </Button>
          <Refused refusal={refusal} />
        </div>
      ) : (
        <p className="y-quiet">{t('setupCosts.readOnly')}</p>
      )}
      <CostVersions settings={costs.settings} />
    </>
  );
}
