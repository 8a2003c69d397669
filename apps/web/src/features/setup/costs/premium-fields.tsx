import { Plus, Scale, Trash2 } from 'lucide-react';
import { premiumsOfLaw } from '@yotei/scheduling/costs';
import { findLawPack, findLawParameter } from '@yotei/scheduling/law';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/fields.js';
import { ClockField } from '../clock-field.js';
import { articleInWords } from '../law/law-words.js';
import { WeekdayChecks } from '../weekday-checks.js';
import { newPremium, OVERTIME_LIMITS, premiumDraftOf, type CostDraft, type PremiumDraft } from './cost-draft.js';
import type { SiteOfLaw } from './costs.queries.js';

const KINDS = ['night', 'weekend', 'holiday', 'overtime'] as const;

/** What is paid on top of the wage, and where the value comes from. */
export function PremiumFields({
  draft,
  sites,
  on,
  mayEdit,
  set,
}: {
  readonly draft: CostDraft;
  readonly sites: readonly SiteOfLaw[];
  readonly on: string;
  readonly mayEdit: boolean;
  readonly set: (change: Partial<CostDraft>) => void;
}) {
  const replace = (index: number, premium: PremiumDraft) =>
    set({ premiums: draft.premiums.map((one, i) => (i === index ? premium : one)) });
  const packs = sites.flatMap((site) => {
    const pack = site.packId ? findLawPack(site.packId) : undefined;
    const premiums = pack ? premiumsOfLaw(pack.id, { on, agreements: site.agreements }) : [];
    return pack && premiums.length > 0 ? [{ site, pack, premiums }] : [];
  });
  return (
    <section aria-labelledby="costs-premiums" className="su-costs-part">
      <h3 id="costs-premiums">{t('setupCosts.premiums')}</h3>
      {draft.premiums.length === 0 ? <p className="y-quiet">{t('setupCosts.noPremiums')}</p> : null}
      {draft.premiums.map((premium, index) => (
        <PremiumRow
          key={index}
          premium={premium}
          mayEdit={mayEdit}
          set={(change) => replace(index, { ...premium, ...change })}
          remove={() => set({ premiums: draft.premiums.filter((_, i) => i !== index) })}
        />
      ))}
      {mayEdit ? (
        <div className="su-bar">
          {KINDS.map((kind) => (
            <Button
              key={kind}
              icon={<Plus size={14} aria-hidden />}
              onPress={() => set({ premiums: [...draft.premiums, newPremium(kind)] })}
            >
              {t(`setupCosts.premium_${kind}`)}
            </Button>
          ))}
          {packs.map(({ site, pack, premiums }) => (
            <Button
              key={site.siteId}
              icon={<Scale size={14} aria-hidden />}
              onPress={() => set({ premiums: withLaw(draft.premiums, premiums.map(premiumDraftOf)) })}
            >
              {t('setupCosts.fromLaw', { site: site.name, pack: local(pack.title) })}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** The law's values in place of those of the same kind that came from a law; dates already entered stay. */
function withLaw(own: readonly PremiumDraft[], law: readonly PremiumDraft[]): PremiumDraft[] {
  const kept = own.filter(({ kind, source }) => !law.some((one) => one.kind === kind) || source === undefined);
  const dates = own.find(({ kind }) => kind === 'holiday')?.dates ?? '';
  return [...kept, ...law.map((one) => (one.kind === 'holiday' && one.dates === '' ? { ...one, dates } : one))];
}

/** The title and article of the law's parameter; an id no pack knows stays as it is. */
function sourceInWords(id: string): string {
  const parameter = findLawParameter(id);
  return parameter ? `${local(parameter.title)} · ${articleInWords(parameter.source)}` : id;
}

interface RowProps {
  readonly premium: PremiumDraft;
  readonly mayEdit: boolean;
  readonly set: (change: Partial<PremiumDraft>) => void;
  readonly remove: () => void;
}

function PremiumRow({ premium, mayEdit, set, remove }: RowProps) {
  const { kind, source } = premium;
  const title = t(`setupCosts.premium_${kind}`);
  return (
    <div className="su-costs-row" role="group" aria-label={title}>
      <strong>{title}</strong>
      <TextField
        label={t('setupCosts.percentOnTop')}
        inputMode="decimal"
        value={premium.percent}
        isDisabled={!mayEdit}
        onChange={(percent) => set({ percent })}
      />
      <KindFields premium={premium} mayEdit={mayEdit} set={set} />
      {source ? <span className="y-quiet">{t('setupCosts.source', { source: sourceInWords(source) })}</span> : null}
      {mayEdit ? (
        <Button kind="quiet" icon={<Trash2 size={14} aria-hidden />} onPress={remove}>
          {t('setupCosts.remove')}
        </Button>
      ) : null}
    </div>
  );
}

/** When the premium is paid. */
function KindFields({ premium, mayEdit, set }: Omit<RowProps, 'remove'>) {
  const { kind } = premium;
  return (
    <>
      {kind === 'night' ? (
        <>
          <ClockField
            label={t('setupCosts.from')}
            value={premium.fromMinute}
            onChange={(fromMinute) => set({ fromMinute })}
          />
          <ClockField
            label={t('setupCosts.until')}
            value={premium.untilMinute}
            onChange={(untilMinute) => set({ untilMinute })}
          />
        </>
      ) : null}
      {kind === 'weekend' ? (
        <WeekdayChecks
          label={t('setupCosts.weekdays')}
          value={premium.weekdays}
          onChange={(weekdays) => set({ weekdays })}
        />
      ) : null}
      {kind === 'holiday' ? (
        <TextField
          label={t('setupCosts.dates')}
          hint={t('setupCosts.datesHint')}
          value={premium.dates}
          isDisabled={!mayEdit}
          onChange={(dates) => set({ dates })}
        />
      ) : null}
      {kind === 'overtime'
        ? OVERTIME_LIMITS.map((limit) => (
            <TextField
              key={limit}
              label={t(`setupCosts.${limit}`)}
              hint={t(`setupCosts.${limit}Hint`)}
              inputMode="decimal"
              value={premium[limit]}
              isDisabled={!mayEdit}
              onChange={(hours) => set({ [limit]: hours })}
            />
          ))
        : null}
    </>
  );
}
