import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  SaveWellbeingSettingsDocument,
  WellbeingSettingsDocument,
  type WellbeingLimitsFragment,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Checkbox, NumberField } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { limitsToSave, wrongLimits, type Limits } from './limits.model.js';
import { amountText } from './wellbeing-words.js';

const QUERY_KEY = ['wellbeing-settings'];

function useSaveLimits() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (order: {
      version: number;
      hasPulse: boolean;
      hasHardTurns: boolean;
      limits: readonly Limits[];
    }) =>
      (
        await request(SaveWellbeingSettingsDocument, {
          expectedVersion: order.version,
          hasPulse: order.hasPulse,
          hasHardTurns: order.hasHardTurns,
          limits: limitsToSave(order.limits),
        })
      ).saveWellbeingSettings,
    onSuccess: (answer) => {
      if (answer.__typename === 'InvalidInput') return showToast({ text: answer.message, tone: 'problem' });
      client.setQueryData(QUERY_KEY, answer.settings);
      const isSaved = answer.__typename === 'WellbeingSettingsSaved';
      void client.invalidateQueries({ queryKey: ['team-wellbeing'] });
      void client.invalidateQueries({ queryKey: ['wellbeing-trend'] });
      return showToast(
        isSaved ? { text: t('wellbeing.limitsSaved') } : { text: t('wellbeing.limitsMeanwhile'), tone: 'problem' },
      );
    },
    onError: () => showToast({ text: t('wellbeing.limitsFailed'), tone: 'problem' }),
  });
}

function LimitRow({
  limits,
  isWrong,
  mayEdit,
  onChange,
}: {
  readonly limits: Limits;
  readonly isWrong: boolean;
  readonly mayEdit: boolean;
  readonly onChange: (change: Partial<Pick<Limits, 'ok' | 'bad'>>) => void;
}) {
  const { title, unit, standardOk, standardBad, evidence } = limits;
  const name = local(title);
  const field = (key: 'ok' | 'bad') => (
    <NumberField
      label={t(`wellbeing.limit-${key}`, { measure: name })}
      value={limits[key]}
      isDisabled={!mayEdit}
      formatOptions={{ maximumFractionDigits: 2, useGrouping: false }}
      onChange={(value) => onChange({ [key]: value })}
    />
  );
  return (
    <tr>
      <th scope="row" title={evidence}>
        {name}
        {isWrong ? <span className="y-wellbeing-wrong">{t('wellbeing.limitsWrong')}</span> : null}
      </th>
      <td>{field('ok')}</td>
      <td>{field('bad')}</td>
      <td className="y-quiet">
        {t('wellbeing.limitsStandard', { ok: amountText(standardOk, unit), bad: amountText(standardBad, unit) })}
      </td>
    </tr>
  );
}

function LimitsForm({ found }: { readonly found: WellbeingLimitsFragment }) {
  const mayEdit = can(useViewer(), 'wellbeing.edit');
  const [limits, setLimits] = useState<readonly Limits[]>(found.measures);
  const [hasPulse, setHasPulse] = useState(found.hasPulse);
  const [hasHardTurns, setHasHardTurns] = useState(found.hasHardTurns);
  const save = useSaveLimits();
  const wrong = wrongLimits(limits);
  const set = (measureId: string, change: Partial<Limits>) =>
    setLimits(limits.map((one) => (one.measureId === measureId ? { ...one, ...change } : one)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.size === 0) save.mutate({ version: found.version, hasPulse, hasHardTurns, limits });
      }}
    >
      <div className="y-wellbeing-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('wellbeing.measure')}</th>
              <th scope="col">{t('wellbeing.limitsOk')}</th>
              <th scope="col">{t('wellbeing.limitsBad')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {limits.map((one) => (
              <LimitRow
                key={one.measureId}
                limits={one}
                isWrong={wrong.has(one.measureId)}
                mayEdit={mayEdit}
                onChange={(change) => set(one.measureId, change)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Checkbox isSelected={hasPulse} isDisabled={!mayEdit} onChange={setHasPulse}>
        {t('wellbeing.limitsPulse')}
      </Checkbox>
      <Checkbox isSelected={hasHardTurns} isDisabled={!mayEdit} onChange={setHasHardTurns}>
        {t('wellbeing.limitsTurns')}
      </Checkbox>
      {mayEdit ? (
        <Button type="submit" isDisabled={wrong.size > 0 || save.isPending}>
          {t('wellbeing.limitsSave')}
        </Button>
      ) : null}
    </form>
  );
}

/** What a centre takes as no load and as full load, beside the standard and where it comes from. */
export function LimitsPanel() {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: QUERY_KEY,
    queryFn: async () => (await request(WellbeingSettingsDocument)).wellbeingSettings,
    enabled: isOpen,
  });
  return (
    <section
      className="y-panel y-wellbeing-team y-wellbeing-lower y-wellbeing-limits"
      aria-labelledby="wellbeing-limits"
    >
      <h2 id="wellbeing-limits">{t('wellbeing.limitsTitle')}</h2>
      <p className="y-quiet">{t('wellbeing.limitsText')}</p>
      {isOpen ? (
        <QueryState query={found} skeleton={<SkeletonRows rows={12} />}>
          {(settings) => <LimitsForm key={settings.version} found={settings} />}
        </QueryState>
      ) : (
        <Button onPress={() => setOpen(true)}>{t('wellbeing.limitsShow')}</Button>
      )}
    </section>
  );
}
