import { useMutation, useQueryClient } from '@tanstack/react-query';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SaveSetupAgentsDocument, type SetupAgentInput } from '../../../graphql/generated/graphql.js';
import { showToast } from '../../../ui/toast.js';
import type { SetupAgent } from '../setup.queries.js';
import { inputOf } from './agent-columns.js';

export interface AgentsChange {
  readonly inputs: readonly SetupAgentInput[];
  /** As they were; an agent not among them is new, and undo puts a new one away. */
  readonly before: readonly SetupAgent[];
  readonly said: string;
}

const send = async (agents: readonly SetupAgentInput[]) =>
  (await request(SaveSetupAgentsDocument, { agents: [...agents] })).saveSetupAgents;

/** Stores one row or hundreds, all or none, with one undo for the whole act. */
export function useAgentsSaving(onSaved?: () => void) {
  const client = useQueryClient();
  const undoOf = ({ before }: AgentsChange, saved: readonly SetupAgent[]): SetupAgentInput[] => {
    const known = new Map(before.map((agent) => [agent.id, agent]));
    return saved.map((agent) => {
      const old = known.get(agent.id);
      if (old) return { ...inputOf(old), version: agent.version };
      // Who left on the first day was never here.
      return { ...inputOf(agent), leftOn: agent.hiredOn };
    });
  };
  const save = useMutation({
    mutationFn: async (change: AgentsChange) => ({ change, answer: await send(change.inputs) }),
    onSuccess: async ({ change, answer }) => {
      if (answer.__typename === 'SetupAgentsSaved') {
        const inputs = undoOf(change, answer.agents);
        showToast({ text: change.said, action: { text: t('setup.undo'), run: () => takeBack.mutate(inputs) } });
        onSaved?.();
        await client.invalidateQueries();
      } else if (isStale(answer)) await client.invalidateQueries();
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  const takeBack = useMutation({
    mutationFn: send,
    onSuccess: async (answer) => {
      const isDone = answer.__typename === 'SetupAgentsSaved';
      await client.invalidateQueries();
      showToast(isDone ? { text: t('setup.undone') } : { text: t('setup.meanwhile'), tone: 'problem' });
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  const answer = save.data?.answer;
  const refusal = save.isPending || !answer ? null : refusalOf(answer);
  return { save: save.mutate, isSaving: save.isPending, refusal, clear: save.reset };
}

type Answer = Awaited<ReturnType<typeof send>>;

/** What the columns of the server are called on the page. */
const FIELDS = {
  name: 'setup.name',
  nameReading: 'setup.reading',
  teamId: 'setup.team',
  contractId: 'setup.contract',
  skillIds: 'setup.skills',
  seniority: 'setup.seniority',
  hiredOn: 'setup.firstDay',
  leftOn: 'setup.lastDay',
  youngUntilOn: 'setup.ofAge',
} as const;

function faultInWords({ field, code, message }: { field: string; code: string; message: string }): string {
  const column = field in FIELDS ? t(FIELDS[field as keyof typeof FIELDS]) : field;
  return tIfKnown(`setupPlaces.cell_${code.replace(/-/g, '_')}`, { column }, message);
}

const isStale = (answer: Answer): boolean =>
  answer.__typename === 'AgentRowsRefused' && answer.faults.some(({ code }) => code === 'changed-meanwhile');

function refusalOf(answer: Answer): string | null {
  if (answer.__typename === 'SetupAgentsSaved') return null;
  if (answer.__typename === 'InvalidInput') return answer.message;
  return isStale(answer) ? t('setup.meanwhile') : answer.faults.map(faultInWords).join(' ');
}
