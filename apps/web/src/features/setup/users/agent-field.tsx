import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { Select, TextField } from '../../../ui/fields.js';
import { agentsNamed } from './users.queries.js';

const NONE = '';

interface AgentFieldProps {
  readonly agentId: string | null;
  /** Of the agent at first. */
  readonly agentName: string;
  readonly onChange: (agentId: string | null) => void;
}

/** Which agent somebody is, found by name: a centre has thousands. */
export function AgentField({ agentId, agentName, onChange }: AgentFieldProps) {
  const [search, setSearch] = useState(agentName);
  const found = useQuery(agentsNamed(useDeferredValue(search))).data ?? [];
  const options = found.map(({ id, name }) => ({ id, text: name }));
  const own =
    agentId !== null && !found.some(({ id }) => id === agentId) ? [{ id: agentId, text: agentName || search }] : [];
  return (
    <>
      <TextField
        label={t('setupPeople.agentSearch')}
        hint={t('setupPeople.agentHint')}
        value={search}
        onChange={setSearch}
      />
      <Select
        label={t('setupPeople.agent')}
        value={agentId ?? NONE}
        options={[{ id: NONE, text: t('setupPeople.noAgent') }, ...own, ...options]}
        onChange={(id) => onChange(id === NONE ? null : id)}
      />
    </>
  );
}
