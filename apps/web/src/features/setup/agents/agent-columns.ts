import type { SetupAgentInput } from '../../../graphql/generated/graphql.js';
import type { SetupAgent, SetupAgents } from '../setup.queries.js';

export type AgentColumn =
  'id' | 'name' | 'reading' | 'team' | 'contract' | 'skills' | 'seniority' | 'firstDay' | 'lastDay' | 'ofAge';

/** In the order of the exported file. */
export const AGENT_COLUMNS: readonly AgentColumn[] = [
  'id',
  'name',
  'reading',
  'team',
  'contract',
  'skills',
  'seniority',
  'firstDay',
  'lastDay',
  'ofAge',
];

/** Headers that are understood, in small letters; the exported ones are among them, in both languages. */
export const HEADERS: Readonly<Record<AgentColumn, readonly string[]>> = {
  id: ['id'],
  name: ['name', 'agent', '氏名', '名前'],
  reading: ['reading', 'name reading', 'kana', 'ふりがな', 'フリガナ', 'よみ'],
  team: ['team', 'チーム'],
  contract: ['contract', '契約', '雇用区分'],
  skills: ['skills', 'skill', 'スキル'],
  seniority: ['seniority', 'level', '職級', '経験区分'],
  firstDay: ['first day', 'hired on', 'hired', '入社日'],
  lastDay: ['last day', 'left on', '退社日', '退職日'],
  ofAge: ['of age from', 'young until', '成年となる日', '18歳になる日'],
};

export const SENIORITY_WORDS: Readonly<Record<string, readonly string[]>> = {
  entry: ['entry', 'agent', '一般'],
  senior: ['senior', 'シニア'],
  lead: ['lead', 'team lead', 'リーダー'],
};

export const SENIORITIES = ['entry', 'senior', 'lead'] as const;

/** Between the skills of a cell. */
const BETWEEN_SKILLS = /([;,|、，・])/;

/** The skills a cell names; what stands between names may also be part of one, so the longest that is known counts. */
export function skillWords(cell: string, isKnown: (word: string) => boolean): string[] {
  const parts = cell.split(BETWEEN_SKILLS);
  const words: string[] = [];
  for (let from = 0; from < parts.length; from += 2) {
    const joined = (until: number) =>
      parts
        .slice(from, until + 1)
        .join('')
        .trim();
    let until = parts.length - 1;
    while (until > from && !isKnown(joined(until))) until -= 2;
    if (joined(until) !== '') words.push(joined(until));
    from = until;
  }
  return words;
}

/** The agent as the api takes it, to be changed here and there. */
export function inputOf(agent: SetupAgent): SetupAgentInput {
  const { id, version, name, nameReading, teamId, contractId, skillIds, seniority, hiredOn, leftOn, youngUntilOn } =
    agent;
  return {
    ...{ id, version, name, nameReading, teamId, contractId },
    ...{ skillIds: [...skillIds], seniority, hiredOn, leftOn, youngUntilOn },
  };
}

/** Names by id, as the table and the file write them. */
export function namesOf(data: SetupAgents): ReadonlyMap<string, string> {
  return new Map([
    ...data.teams.map(({ id, name }) => [id, name] as const),
    ...data.contracts.map(({ id, title }) => [id, title] as const),
    ...data.skills.map(({ id, name }) => [id, name] as const),
  ]);
}

/** One agent's line of the file; `seniority` in the reader's words. */
export function lineOf(
  agent: SetupAgent,
  names: ReadonlyMap<string, string>,
  seniority: (id: string) => string,
): string[] {
  const name = (id: string) => names.get(id) ?? '';
  return [
    agent.id,
    agent.name,
    agent.nameReading,
    name(agent.teamId),
    name(agent.contractId),
    agent.skillIds.map(name).join('; '),
    seniority(agent.seniority),
    agent.hiredOn,
    agent.leftOn ?? '',
    agent.youngUntilOn ?? '',
  ];
}
