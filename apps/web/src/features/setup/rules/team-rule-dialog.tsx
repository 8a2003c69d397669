import { findTeamRule, TEAM_RULES, type TeamRule as TeamRuleKind } from '@yotei/scheduling/rules';
import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { Dialog } from '../../../ui/dialog.js';
import { Checkbox, Select, TextField } from '../../../ui/fields.js';
import { ClockField } from '../clock-field.js';
import { DialogFoot } from '../dialog-foot.js';
import type { TeamRule, TeamRulesAndPeople } from '../setup.queries.js';
import { useSaving, type SetupChange } from '../use-saving.js';
import { WeekdayChecks } from '../weekday-checks.js';
import { LevelFields } from './level-fields.js';
import { ParameterField } from './parameter-field.js';
import { draftOf, freshDraft, inputOf, standardNumbers, type TeamRuleDraft } from './team-rule-draft.js';
import { removeTeamRule, saveTeamRule } from './team-rule-saving.js';
import { teamRuleInWords } from './team-rule-words.js';
import { WhoFields } from './who-fields.js';

interface DialogProps {
  readonly rule: TeamRule | null;
  readonly people: TeamRulesAndPeople['setup'];
  readonly onClose: () => void;
}

const WORKING_DAY = { from: 540, until: 1080 };

/** A rule across people, with a sentence that says what it does while it is made. */
export function TeamRuleDialog({ rule, people, onClose }: DialogProps) {
  const [draft, setDraft] = useState<TeamRuleDraft>(() =>
    rule ? draftOf(rule, findTeamRule(rule.ruleId) ?? TEAM_RULES[0]!) : freshDraft(TEAM_RULES[0]!),
  );
  const kind = findTeamRule(draft.ruleId) ?? TEAM_RULES[0]!;
  const { save, isSaving, refusal } = useSaving(onClose);
  const set = (change: Partial<TeamRuleDraft>) => setDraft({ ...draft, ...change });
  const { store, takeAway } = changesOf({ rule, draft, kind }, save);
  return (
    <Dialog
      title={rule ? t('setup.changeTitle', { name: rule.title }) : t('setup.addTeamRule')}
      isOpen
      onClose={onClose}
      width={680}
      footer={
        <DialogFoot
          {...{ refusal, isSaving, onClose }}
          isSound={draft.title.trim() !== ''}
          onSave={store}
          other={rule ? { text: t('setup.removeRule'), isDanger: true, onPress: takeAway } : null}
        />
      }
    >
      <WhatFields draft={draft} set={set} />
      <p className="su-effect su-sentence" role="status">
        {teamRuleInWords(draft, kind, people.agents)}
      </p>
      <WhoFields label={t('setup.whoOfRule')} who={draft.who} people={people} onChange={(who) => set({ who })} />
      {kind.needsPartners ? (
        <WhoFields
          label={t('setup.partners')}
          who={draft.partners}
          people={people}
          onChange={(partners) => set({ partners })}
        />
      ) : null}
      <WhenFields draft={draft} hasWindow={kind.hasWindow ?? false} set={set} />
      <LevelFields
        level={draft.level}
        weight={draft.weight}
        amountUnit={kind.amountUnit}
        isWhole={false}
        onChange={(change) => set(change)}
      />
    </Dialog>
  );
}

/** What Save and Remove do, and what takes each back. */
function changesOf(
  { rule, draft, kind }: { readonly rule: TeamRule | null; readonly draft: TeamRuleDraft; readonly kind: TeamRuleKind },
  save: (change: SetupChange) => void,
) {
  const old = (of: { id: string; version: number } | null) =>
    rule
      ? saveTeamRule(
          inputOf(draftOf(rule, findTeamRule(rule.ruleId)!), findTeamRule(rule.ruleId)!, { of, before: rule }),
        )
      : null;
  const store = () =>
    save({
      run: () => saveTeamRule(inputOf(draft, kind, { of: rule, before: rule })),
      undo: (saved) => old(saved) ?? removeTeamRule(saved),
      said: t('setup.saved', { name: draft.title }),
    });
  const takeAway = () =>
    rule &&
    save({
      run: () => removeTeamRule(rule),
      undo: () => old(null)!,
      said: t('setup.ruleRemoved', { name: rule.title }),
    });
  return { store, takeAway };
}

interface FieldsProps {
  readonly draft: TeamRuleDraft;
  readonly set: (change: Partial<TeamRuleDraft>) => void;
}

function WhatFields({ draft, set }: FieldsProps) {
  const kind = findTeamRule(draft.ruleId) ?? TEAM_RULES[0]!;
  return (
    <div className="su-form">
      <TextField label={t('setup.title')} value={draft.title} onChange={(title) => set({ title })} />
      <Select
        label={t('setup.kind')}
        value={draft.ruleId}
        options={TEAM_RULES.map(({ id, title }) => ({ id, text: local(title) }))}
        onChange={(ruleId) => set({ ruleId, numbers: standardNumbers(findTeamRule(ruleId) ?? kind) })}
      />
      {kind.parameters.map((spec) => (
        <ParameterField
          key={spec.key}
          spec={spec}
          value={draft.numbers[spec.key] ?? spec.default}
          onChange={(value) => set({ numbers: { ...draft.numbers, [spec.key]: value } })}
        />
      ))}
    </div>
  );
}

function WhenFields({ draft, hasWindow, set }: FieldsProps & { readonly hasWindow: boolean }) {
  const { window } = draft;
  return (
    <>
      <WeekdayChecks
        label={t('setup.weekdays')}
        value={draft.weekdays.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : draft.weekdays}
        onChange={(weekdays) => set({ weekdays })}
      />
      {hasWindow ? (
        <div className="su-form">
          <Checkbox isSelected={window === null} onChange={(all) => set({ window: all ? null : WORKING_DAY })}>
            {t('setup.whereverDemand')}
          </Checkbox>
          {window ? (
            <>
              <ClockField
                label={t('setup.from')}
                value={window.from}
                onChange={(from) => set({ window: { ...window, from } })}
              />
              <ClockField
                label={t('setup.until')}
                value={window.until}
                onChange={(until) => set({ window: { ...window, until } })}
              />
            </>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
