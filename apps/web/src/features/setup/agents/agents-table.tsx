import { UserMinus, UserPlus } from 'lucide-react';
import { memo } from 'react';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import type { SetupAgentInput } from '../../../graphql/generated/graphql.js';
import { IconButton } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import type { SetupAgent, SetupAgents } from '../setup.queries.js';
import { inputOf } from './agent-columns.js';
import { AgentRowEditor } from './agent-row-editor.js';
import '../../../ui/table.css';

/** The row being edited: an agent's id, or a new one. */
export type Editing = { readonly id: string } | { readonly fresh: SetupAgentInput } | null;

interface TableProps {
  readonly data: SetupAgents;
  readonly agents: readonly SetupAgent[];
  readonly names: ReadonlyMap<string, string>;
  readonly editing: Editing;
  readonly mayEdit: boolean;
  readonly isSaving: boolean;
  readonly refusal: string | null;
  readonly onEdit: (editing: Editing) => void;
  readonly onSave: (input: SetupAgentInput) => void;
  /** Puts the agent away, or takes him or her back. */
  readonly onLeave: (agent: SetupAgent) => void;
}

/** Agents as lines of text; the one that is pressed turns into fields. */
export function AgentsTable(props: TableProps) {
  const { data, agents, names, editing, mayEdit, onEdit, onLeave } = props;
  const editor = (initial: SetupAgentInput) => (
    <AgentRowEditor
      key={initial.id ?? 'new'}
      initial={initial}
      data={data}
      isSaving={props.isSaving}
      refusal={props.refusal}
      onSave={props.onSave}
      onCancel={() => onEdit(null)}
    />
  );
  return (
    <div className="su-panel y-table-scroll" tabIndex={0} role="region" aria-label={t('setup.agents')}>
      <table className="y-table su-agents">
        <caption className="y-hidden">{t('setup.agents')}</caption>
        <thead>
          <tr>
            {(['name', 'team', 'contract', 'skills', 'seniority', 'firstDay'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`setup.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="y-hidden">{t('setup.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {editing && 'fresh' in editing ? editor(editing.fresh) : null}
          {agents.map((agent) =>
            editing && 'id' in editing && editing.id === agent.id ? (
              editor(inputOf(agent))
            ) : (
              <AgentRow key={agent.id} {...{ agent, names, mayEdit, onEdit, onLeave }} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

const AgentRow = memo(function AgentRow({
  agent,
  names,
  mayEdit,
  onEdit,
  onLeave,
}: Pick<TableProps, 'names' | 'mayEdit' | 'onEdit' | 'onLeave'> & { readonly agent: SetupAgent }) {
  const { id, name, nameReading, teamId, contractId, skillIds, seniority, hiredOn, leftOn } = agent;
  return (
    <tr className={leftOn ? 'su-away' : undefined} onDoubleClick={() => mayEdit && onEdit({ id })}>
      <th scope="row">
        {mayEdit ? (
          <button type="button" className="su-name" onClick={() => onEdit({ id })}>
            {name}
          </button>
        ) : (
          name
        )}
        {nameReading && nameReading !== name ? <small className="y-quiet"> {nameReading}</small> : null}
      </th>
      <td>{names.get(teamId)}</td>
      <td>{names.get(contractId)}</td>
      <td>{skillIds.map((skillId) => names.get(skillId) ?? '').join(t('setup.separator'))}</td>
      <td>{tIfKnown(`setup.${seniority}`, undefined, seniority)}</td>
      <td>
        {formatDateWithYear(hiredOn)}
        {leftOn ? <Chip>{t('setup.left', { day: formatDateWithYear(leftOn) })}</Chip> : null}
      </td>
      <td>
        {mayEdit ? (
          <IconButton
            label={t(leftOn ? 'setup.comesBack' : 'setup.leaves', { name })}
            icon={leftOn ? <UserPlus size={18} strokeWidth={1.75} /> : <UserMinus size={18} strokeWidth={1.75} />}
            onPress={() => onLeave(agent)}
          />
        ) : null}
      </td>
    </tr>
  );
});
