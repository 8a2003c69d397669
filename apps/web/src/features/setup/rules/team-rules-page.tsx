import { useQuery } from '@tanstack/react-query';
import { findTeamRule } from '@yotei/scheduling/rules';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { teamRulesQuery, type TeamRule, type TeamRulesAndPeople } from '../setup.queries.js';
import { LevelChip } from './rules-page.js';
import { TeamRuleDialog } from './team-rule-dialog.js';
import { draftOf } from './team-rule-draft.js';
import { teamRuleInWords } from './team-rule-words.js';
import './rules.css';

/** Rules across people: how many on duty, who with whom, who not on the same day. */
export function TeamRulesPage() {
  const query = useQuery(teamRulesQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={6} height={48} />}>
      {(data) => <TeamRules data={data} />}
    </QueryState>
  );
}

function TeamRules({ data }: { readonly data: TeamRulesAndPeople }) {
  const mayEdit = can(useViewer(), 'organisation.edit');
  const [editing, setEditing] = useState<TeamRule | 'new' | null>(null);
  return (
    <>
      <p className="su-intro">{t('setup.teamRulesIntro')}</p>
      <div className="su-bar">
        <span className="su-bar-fill" />
        {mayEdit ? (
          <Button
            kind="primary"
            icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
            onPress={() => setEditing('new')}
          >
            {t('setup.addTeamRule')}
          </Button>
        ) : null}
      </div>
      {data.teamRules.length === 0 ? (
        <EmptyState title={t('setup.noTeamRules')} text={t('setup.noTeamRulesText')} />
      ) : (
        <ul className="su-panel su-rules">
          {data.teamRules.map((rule) => (
            <TeamRuleCard key={rule.id} {...{ rule, data }} onEdit={mayEdit ? () => setEditing(rule) : null} />
          ))}
        </ul>
      )}
      {editing ? (
        <TeamRuleDialog
          rule={editing === 'new' ? null : editing}
          people={data.setup}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </>
  );
}

function TeamRuleCard({
  rule,
  data,
  onEdit,
}: {
  readonly rule: TeamRule;
  readonly data: TeamRulesAndPeople;
  readonly onEdit: (() => void) | null;
}) {
  const kind = findTeamRule(rule.ruleId);
  return (
    <li className="su-rule">
      <div>
        <strong>{rule.title}</strong>
        <p className="su-setting">
          <LevelChip level={rule.level} />
          <span className="y-quiet">{kind ? local(kind.title) : rule.ruleId}</span>
        </p>
        <p className="su-sentence">{kind ? teamRuleInWords(draftOf(rule, kind), kind, data.setup.agents) : null}</p>
      </div>
      {onEdit ? (
        <Button aria-label={t('setup.changeTitle', { name: rule.title })} onPress={onEdit}>
          {t('setup.change')}
        </Button>
      ) : null}
    </li>
  );
}
