import { sourceIn } from '@yotei/scheduling/law';
import type { WorkRule } from '@yotei/scheduling/rules';
import { useState } from 'react';
import { currentLanguage } from '../../../app/i18n/language.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  RemoveSetupRuleDocument,
  SaveSetupRuleDocument,
  type SetupRuleInput,
} from '../../../graphql/generated/graphql.js';
import { Dialog } from '../../../ui/dialog.js';
import { DialogFoot } from '../dialog-foot.js';
import { IdChecks } from '../id-checks.js';
import type { SetupRule, SetupRules } from '../setup.queries.js';
import { useSaving } from '../use-saving.js';
import { LevelFields } from './level-fields.js';
import { ParameterField } from './parameter-field.js';
import { draftOf, inputOf, inputOfSetting, isTextSound, type RuleDraft } from './rule-draft.js';
import { ruleEffect } from './rule-words.js';
import { TextParameterField } from './text-parameter-field.js';

const send = async (input: SetupRuleInput) => (await request(SaveSetupRuleDocument, { input })).result;
const remove = async (of: { id: string; version: number }) => (await request(RemoveSetupRuleDocument, of)).result;

interface DialogProps {
  readonly rule: WorkRule;
  readonly setting: SetupRule | null;
  readonly data: SetupRules;
  readonly onClose: () => void;
}

/** One rule for whom it holds, how strictly, with its numbers in plain units. */
export function RuleDialog({ rule, setting, data, onClose }: DialogProps) {
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule, setting));
  const { save, isSaving, refusal } = useSaving(onClose);
  const name = local(rule.title);
  const isSound = (rule.texts ?? []).every((spec) => isTextSound(spec, draft.texts[spec.key] ?? ''));
  const store = () =>
    save({
      run: () => send(inputOf(rule.id, draft, setting)),
      undo: (saved) => (setting ? send(inputOfSetting(setting, saved)) : remove(saved)),
      said: t('setup.saved', { name }),
    });
  const takeAway = () =>
    setting &&
    save({
      run: () => remove({ id: setting.id, version: setting.version }),
      undo: () => send(inputOfSetting(setting, null)),
      said: t('setup.ruleRemoved', { name }),
    });
  return (
    <Dialog
      title={name}
      isOpen
      onClose={onClose}
      width={620}
      footer={
        <DialogFoot
          {...{ refusal, isSaving, isSound, onClose }}
          onSave={store}
          other={setting ? { text: t('setup.removeRule'), isDanger: true, onPress: takeAway } : null}
        />
      }
    >
      <p className="su-intro">{ruleEffect(rule.id)}</p>
      <p className="y-quiet">{t('setup.source', { source: sourceIn(currentLanguage(), rule.source) })}</p>
      <Fields rule={rule} draft={draft} data={data} set={(change) => setDraft({ ...draft, ...change })} />
    </Dialog>
  );
}

function Fields({
  rule,
  draft,
  data,
  set,
}: Pick<DialogProps, 'rule' | 'data'> & {
  readonly draft: RuleDraft;
  readonly set: (change: Partial<RuleDraft>) => void;
}) {
  const contracts = data.contracts.filter(({ id, archived }) => !archived || draft.contractIds.includes(id));
  return (
    <>
      {rule.parameters.length > 0 ? (
        <div className="su-form">
          {rule.parameters.map((spec) => (
            <ParameterField
              key={spec.key}
              spec={spec}
              value={draft.numbers[spec.key] ?? spec.default}
              onChange={(value) => set({ numbers: { ...draft.numbers, [spec.key]: value } })}
            />
          ))}
        </div>
      ) : null}
      {(rule.texts ?? []).map((spec) => (
        <TextParameterField
          key={spec.key}
          spec={spec}
          text={draft.texts[spec.key] ?? ''}
          activityTypes={data.activityTypes
            .filter(({ archived }) => !archived)
            .map(({ id, title }) => ({ id, text: local(title) }))}
          templates={data.templates.filter(({ archived }) => !archived).map(({ id, title }) => ({ id, text: title }))}
          onChange={(text) => set({ texts: { ...draft.texts, [spec.key]: text } })}
        />
      ))}
      <LevelFields
        level={draft.level}
        weight={draft.weight}
        amountUnit={rule.amountUnit}
        isWhole
        onChange={(change) => set(change)}
      />
      <IdChecks
        label={t('setup.onlyContracts')}
        value={draft.contractIds}
        options={contracts.map(({ id, title }) => ({ id, text: title }))}
        onChange={(contractIds) => set({ contractIds })}
      />
      {data.sites.length > 1 ? (
        <IdChecks
          label={t('setup.onlySites')}
          value={draft.siteIds}
          options={data.sites.map(({ id, name }) => ({ id, text: name }))}
          onChange={(siteIds) => set({ siteIds })}
        />
      ) : null}
    </>
  );
}
