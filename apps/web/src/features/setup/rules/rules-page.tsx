import { useQuery } from '@tanstack/react-query';
import { findRule, WORK_RULES, type WorkRule } from '@yotei/scheduling/rules';
import { useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { local, t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { rulesQuery, type SetupRule, type SetupRules } from '../setup.queries.js';
import { RuleDialog } from './rule-dialog.js';
import { draftOf, idsOf, pairsOf } from './rule-draft.js';
import { parameterTitle, ruleEffect, valueInWords } from './rule-words.js';
import './rules.css';

/** Rules of one person's work: what law, contract and habit ask, and how strictly the planner holds to it. */
export function RulesPage() {
  const query = useQuery(rulesQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={10} height={48} />}>
      {(data) => <Rules data={data} />}
    </QueryState>
  );
}

type Editing = { readonly rule: WorkRule; readonly setting: SetupRule | null };

function Rules({ data }: { readonly data: SetupRules }) {
  const mayEdit = can(useViewer(), 'organisation.edit');
  const [editing, setEditing] = useState<Editing | null>(null);
  const settingsOf = (ruleId: string) => data.rules.filter((setting) => setting.ruleId === ruleId);
  const inForce = WORK_RULES.filter(({ id }) => settingsOf(id).length > 0);
  const others = WORK_RULES.filter(({ id }) => settingsOf(id).length === 0);
  return (
    <>
      <p className="su-intro">{t('setup.rulesIntro')}</p>
      <ul className="su-panel su-rules">
        {inForce.map((rule) => (
          <RuleCard
            key={rule.id}
            {...{ rule, data, mayEdit }}
            settings={settingsOf(rule.id)}
            onEdit={(setting) => setEditing({ rule, setting })}
          />
        ))}
      </ul>
      {others.length > 0 ? (
        <>
          <h3>{t('setup.notInForce')}</h3>
          <ul className="su-panel su-rules">
            {others.map((rule) => (
              <RuleCard
                key={rule.id}
                {...{ rule, data, mayEdit }}
                settings={[]}
                onEdit={() => setEditing({ rule, setting: null })}
              />
            ))}
          </ul>
        </>
      ) : null}
      {editing ? <RuleDialog {...editing} data={data} onClose={() => setEditing(null)} /> : null}
    </>
  );
}

function RuleCard({
  rule,
  settings,
  data,
  mayEdit,
  onEdit,
}: {
  readonly rule: WorkRule;
  readonly settings: readonly SetupRule[];
  readonly data: SetupRules;
  readonly mayEdit: boolean;
  readonly onEdit: (setting: SetupRule | null) => void;
}) {
  const name = local(rule.title);
  return (
    <li className="su-rule">
      <div>
        <strong>{name}</strong>
        <p className="y-quiet">{ruleEffect(rule.id)}</p>
        {settings.map((setting) => (
          <p key={setting.id} className="su-setting">
            <LevelChip level={setting.level} />
            <span>{settingInWords(setting, data)}</span>
            {mayEdit ? (
              <Button kind="quiet" aria-label={t('setup.changeTitle', { name })} onPress={() => onEdit(setting)}>
                {t('setup.change')}
              </Button>
            ) : null}
          </p>
        ))}
      </div>
      {mayEdit ? (
        <Button
          aria-label={t(settings.length > 0 ? 'setup.addForOthers' : 'setup.useRule', { name })}
          onPress={() => onEdit(null)}
        >
          {t(settings.length > 0 ? 'setup.addSetting' : 'setup.use')}
        </Button>
      ) : null}
    </li>
  );
}

export function LevelChip({ level }: { readonly level: 'MUST' | 'PREFER' }) {
  return <Chip tone={level === 'MUST' ? 'must' : 'prefer'}>{t(level === 'MUST' ? 'setup.must' : 'setup.prefer')}</Chip>;
}

/** `Rest between shifts 11 h · everybody` */
function settingInWords(setting: SetupRule, data: SetupRules): string {
  const rule = findRule(setting.ruleId)!;
  const draft = draftOf(rule, setting);
  const numbers = rule.parameters.map((spec) =>
    t('setup.parameterValue', { name: parameterTitle(spec), value: valueInWords(spec.unit, draft.numbers[spec.key]!) }),
  );
  const titles = new Map([
    ...data.templates.map(({ id, title }) => [id, title] as const),
    ...data.activityTypes.map(({ id, title }) => [id, local(title)] as const),
  ]);
  const texts = (rule.texts ?? []).map(({ key, form }) => {
    const text = draft.texts[key] ?? '';
    const name = (id: string) => titles.get(id) ?? id;
    return form !== 'template-pairs'
      ? idsOf(text).map(name).join(t('setup.separator'))
      : pairsOf(text)
          .map(([first, second]) => `${name(first)} → ${name(second)}`)
          .join(t('setup.separator'));
  });
  const contracts = data.contracts.filter(({ id }) => draft.contractIds.includes(id)).map(({ title }) => title);
  const sites = data.sites.filter(({ id }) => draft.siteIds.includes(id)).map(({ name }) => name);
  const who = [...contracts, ...sites].join(t('setup.separator')) || t('setup.everybody');
  const price =
    setting.level === 'PREFER' && draft.weight !== null
      ? [t('setup.weighs', { weight: formatNumber(draft.weight, 2) })]
      : [];
  return [...numbers, ...texts, who, ...price].filter((part) => part !== '').join(' · ');
}
