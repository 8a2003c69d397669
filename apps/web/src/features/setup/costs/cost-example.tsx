import { costTermsFaults, moneyText, wageOf, type CostTerms } from '@yotei/scheduling/costs';
import { t } from '../../../app/i18n/t.js';
import { currentLanguage } from '../../../app/i18n/language.js';
import type { SetupCosts } from './costs.queries.js';
import { shiftCost } from './shift-cost.js';

const HOURS = 8;
/** A Wednesday, a Sunday: the week of the example is the same for everybody. */
const EXAMPLES = [
  { id: 'day', on: '2026-11-25', fromMinute: 9 * 60 },
  { id: 'night', on: '2026-11-25', fromMinute: 22 * 60 },
  { id: 'sunday', on: '2026-11-29', fromMinute: 9 * 60 },
] as const;

/** What the terms make of three shifts, while they are typed. */
export function CostExample({
  terms,
  contracts,
}: {
  readonly terms: CostTerms;
  readonly contracts: SetupCosts['contracts'];
}) {
  if (costTermsFaults(terms).length > 0) return null;
  const money = (amount: number) => moneyText(amount, terms.currency, { language: currentLanguage() });
  const perPaidHour = wageOf(terms, {}) || wageOf(terms, { contractId: contracts[0]?.id ?? '' });
  return (
    <section aria-labelledby="costs-example" aria-live="polite" className="su-costs-example">
      <h3 id="costs-example">{t('setupCosts.example')}</h3>
      <ul>
        {EXAMPLES.map(({ id, on, fromMinute }) => {
          const cost = shiftCost(terms, { on, fromMinute, hours: HOURS, perPaidHour });
          return (
            <li key={id}>
              {t(`setupCosts.example_${id}`, {
                total: money(cost.total),
                wages: money(cost.wages),
                premiums: money(cost.nightPremium + cost.weekendPremium + cost.holidayPremium),
                onCost: money(cost.onCost),
              })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
