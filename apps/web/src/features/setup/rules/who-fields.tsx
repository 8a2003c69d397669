import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { TextField } from '../../../ui/fields.js';
import { SENIORITIES } from '../agents/agent-columns.js';
import { IdChecks } from '../id-checks.js';
import type { TeamRulesAndPeople } from '../setup.queries.js';
import type { Who } from './team-rule-draft.js';

const MOST_SHOWN = 40;

interface WhoProps {
  readonly label: string;
  readonly who: Who;
  readonly people: TeamRulesAndPeople['setup'];
  readonly onChange: (who: Who) => void;
}

/** Whom a rule means: by team, skill, seniority and contract, or by name. Nothing chosen means everyone. */
export function WhoFields({ label, who, people, onChange }: WhoProps) {
  const usable = <T extends { readonly id: string; readonly archived: boolean }>(
    list: readonly T[],
    had: readonly string[],
  ) => list.filter(({ id, archived }) => !archived || had.includes(id));
  const set = (change: Partial<Who>) => onChange({ ...who, ...change });
  return (
    <fieldset className="su-set su-who">
      <legend>{label}</legend>
      <p className="y-quiet">{t('setup.whoHint')}</p>
      <IdChecks
        label={t('setup.team')}
        value={who.teamIds}
        options={usable(people.teams, who.teamIds).map(({ id, name }) => ({ id, text: name }))}
        onChange={(teamIds) => set({ teamIds })}
      />
      <IdChecks
        label={t('setup.seniority')}
        value={who.seniorities}
        options={SENIORITIES.map((id) => ({ id, text: t(`setup.${id}`) }))}
        onChange={(seniorities) => set({ seniorities })}
      />
      <IdChecks
        label={t('setup.skills')}
        value={who.skillIds}
        options={usable(people.skills, who.skillIds).map(({ id, name }) => ({ id, text: name }))}
        onChange={(skillIds) => set({ skillIds })}
      />
      <IdChecks
        label={t('setup.contract')}
        value={who.contractIds}
        options={usable(people.contracts, who.contractIds).map(({ id, title }) => ({ id, text: title }))}
        onChange={(contractIds) => set({ contractIds })}
      />
      <ByName ids={who.agentIds} agents={people.agents} onChange={(agentIds) => set({ agentIds })} />
    </fieldset>
  );
}

function ByName({
  ids,
  agents,
  onChange,
}: {
  readonly ids: readonly string[];
  readonly agents: TeamRulesAndPeople['setup']['agents'];
  readonly onChange: (ids: string[]) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.trim().normalize('NFKC').toLowerCase();
  const found = agents.filter(
    ({ id, name, leftOn }) =>
      ids.includes(id) || (leftOn === null && wanted !== '' && name.normalize('NFKC').toLowerCase().includes(wanted)),
  );
  return (
    <>
      <TextField label={t('setup.byName')} hint={t('setup.byNameHint')} value={text} onChange={setText} />
      {found.length > 0 ? (
        <div className="su-people">
          <IdChecks
            label={t('setup.agents')}
            value={ids}
            options={found.slice(0, MOST_SHOWN + ids.length).map(({ id, name }) => ({ id, text: name }))}
            onChange={onChange}
          />
        </div>
      ) : null}
    </>
  );
}
