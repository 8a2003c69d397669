import { useQuery } from '@tanstack/react-query';
import { ClipboardPaste, Download, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { dateInZone } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import type { SetupAgentInput } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Checkbox, TextField } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { agentsQuery, type SetupAgent, type SetupAgents } from '../setup.queries.js';
import { AGENT_COLUMNS, inputOf, lineOf, namesOf } from './agent-columns.js';
import { AgentsTable, type Editing } from './agents-table.js';
import { PasteDialog } from './paste-dialog.js';
import { saveFile } from '../../../app/save-file.js';
import { writeCsv } from './table-text.js';
import { useAgentsSaving } from './use-agents-saving.js';
import { mostOf, usualContract } from './usual-contract.js';
import './agents.css';

const PAGE_ROWS = 100;

export function AgentsPage() {
  const query = useQuery(agentsQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={12} height={32} />}>
      {(data) => <Agents data={data} />}
    </QueryState>
  );
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Part of the name, its reading, team, contract or skills. */
function useFound(data: SetupAgents, names: ReadonlyMap<string, string>, of: { text: string; withLeft: boolean }) {
  const { text, withLeft } = of;
  return useMemo(() => {
    const wanted = plain(text.trim());
    return data.agents.filter(({ name, nameReading, teamId, contractId, skillIds, leftOn }) => {
      if (leftOn && !withLeft) return false;
      const words = [name, nameReading, ...[teamId, contractId, ...skillIds].map((id) => names.get(id) ?? '')];
      return wanted === '' || words.some((word) => plain(word).includes(wanted));
    });
  }, [data, names, text, withLeft]);
}

/** A new agent begins where most are. */
function freshAgent(data: SetupAgents): SetupAgentInput {
  const usable = <T extends { readonly archived: boolean }>(list: readonly T[]) => list.filter((one) => !one.archived);
  const here = data.agents.filter(({ leftOn }) => leftOn === null);
  const teamId = mostOf(here.map((agent) => agent.teamId)) ?? usable(data.teams)[0]?.id ?? '';
  return {
    ...{ id: null, version: 0, name: '', nameReading: '', skillIds: [], seniority: 'entry' },
    teamId,
    contractId: usualContract(data, teamId) ?? usable(data.contracts)[0]?.id ?? '',
    hiredOn: null,
    leftOn: null,
  };
}

function exportFile(data: SetupAgents, names: ReadonlyMap<string, string>): void {
  const headers = AGENT_COLUMNS.map((column) => t(`setup.${column}`));
  const lines = data.agents.map((agent) => lineOf(agent, names, (id) => t(`setup.${id as 'entry'}`)));
  saveFile('agents.csv', writeCsv([headers, ...lines]));
}

function Agents({ data }: { readonly data: SetupAgents }) {
  const viewer = useViewer();
  const mayEdit = can(viewer, 'organisation.edit');
  const [text, setText] = useState('');
  const [withLeft, setWithLeft] = useState(false);
  const [shown, setShown] = useState(PAGE_ROWS);
  const [editing, setEditing] = useState<Editing>(null);
  const [isPasting, setPasting] = useState(false);
  const names = useMemo(() => namesOf(data), [data]);
  const found = useFound(data, names, { text, withLeft });
  const saving = useAgentsSaving(() => setEditing(null));
  const edit = (next: Editing) => {
    saving.clear();
    setEditing(next);
  };
  const store = (input: SetupAgentInput) => {
    const said = t(input.id ? 'setup.saved' : 'setup.added', { name: input.name });
    saving.save({ inputs: [input], before: data.agents.filter(({ id }) => id === input.id), said });
  };
  const leave = (agent: SetupAgent) => {
    const today = dateInZone(Date.now(), homeSite(viewer).zone);
    const leftOn = agent.leftOn ? null : agent.hiredOn > today ? agent.hiredOn : today;
    const said = t(leftOn ? 'setup.hasLeft' : 'setup.isBack', { name: agent.name });
    saving.save({ inputs: [{ ...inputOf(agent), leftOn }], before: [agent], said });
  };
  return (
    <>
      <Toolbar
        {...{ text, setText, withLeft, setWithLeft, mayEdit }}
        onExport={() => exportFile(data, names)}
        onPaste={() => setPasting(true)}
        onAdd={() => edit({ fresh: freshAgent(data) })}
      />
      <p className="y-quiet" role="status">
        {t('setup.agentCount', { count: found.length })} {mayEdit ? t('setup.editHint') : t('setup.readOnly')}
      </p>
      {data.agents.length === 0 && !editing ? (
        <EmptyState title={t('setup.noAgents')} text={t('setup.noAgentsText')} />
      ) : (
        <AgentsTable
          {...{ data, names, editing, mayEdit }}
          agents={found.slice(0, shown)}
          isSaving={saving.isSaving}
          refusal={editing ? saving.refusal : null}
          onEdit={edit}
          onSave={store}
          onLeave={leave}
        />
      )}
      {found.length > shown ? (
        <Button onPress={() => setShown(shown + PAGE_ROWS)}>{t('setup.more', { count: found.length - shown })}</Button>
      ) : null}
      {isPasting ? <PasteDialog data={data} names={names} onClose={() => setPasting(false)} /> : null}
    </>
  );
}

interface ToolbarProps {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly withLeft: boolean;
  readonly setWithLeft: (on: boolean) => void;
  readonly mayEdit: boolean;
  readonly onExport: () => void;
  readonly onPaste: () => void;
  readonly onAdd: () => void;
}

function Toolbar({ text, setText, withLeft, setWithLeft, mayEdit, onExport, onPaste, onAdd }: ToolbarProps) {
  return (
    <div className="su-bar">
      <TextField label={t('setup.find')} value={text} onChange={setText} />
      <Checkbox isSelected={withLeft} onChange={setWithLeft}>
        {t('setup.withLeft')}
      </Checkbox>
      <span className="su-bar-fill" />
      <Button icon={<Download size={14} strokeWidth={1.75} aria-hidden />} onPress={onExport}>
        {t('setup.export')}
      </Button>
      {mayEdit ? (
        <>
          <Button icon={<ClipboardPaste size={14} strokeWidth={1.75} aria-hidden />} onPress={onPaste}>
            {t('setup.paste')}
          </Button>
          <Button kind="primary" icon={<UserPlus size={14} strokeWidth={1.75} aria-hidden />} onPress={onAdd}>
            {t('setup.addAgent')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
