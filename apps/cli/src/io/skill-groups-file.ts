import type { GroupSkill, SkillGroup } from '@yotei/scheduling/multi-skill';
import type { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import { RowReader } from './row-reader.js';

interface ReadGroup {
  readonly id: string;
  readonly skills: GroupSkill[];
  costPerAgent?: number;
  mostAgents?: number;
}

/**
 * Groups of agents there may be, from a CSV file with one row a skill: `group`, `queue`, optional `priority`,
 * `arrival_priority` (1 first), `cost` (of one agent; 1 unless given) and `most_agents`, both the same on every row of a group.
 */
export async function readSkillGroups(
  file: string,
  queueIds: readonly string[],
  problems: ProblemList,
): Promise<readonly SkillGroup[]> {
  const groups = new Map<string, ReadGroup>();
  const table = await readTable(file, { required: ['group', 'queue'], problems });
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const id = reader.text('group');
    const queueId = reader.text('queue');
    if (id === undefined) reader.report('group', 'missing value; expected a name');
    if (queueId === undefined || !queueIds.includes(queueId))
      reader.report('queue', `'${queueId ?? ''}' is not one of ${queueIds.join(', ')}`);
    const order = (column: string): number | undefined => {
      const value = reader.number(column, { min: 1 });
      if (value === undefined || Number.isInteger(value)) return value;
      reader.report(column, `'${value}' is not a whole number from 1`);
      return undefined;
    };
    const skill = { queueId: queueId!, priority: order('priority'), arrivalPriority: order('arrival_priority') };
    const cost = reader.number('cost', { min: 1e-6 });
    const most = reader.number('most_agents', { min: 0 });
    if (id === undefined || queueId === undefined) continue;
    const group = groups.get(id) ?? { id, skills: [] };
    groups.set(id, group);
    if (group.skills.some((each) => each.queueId === queueId))
      reader.report('queue', `'${queueId}' stands there twice for '${id}'; keep one row a skill`);
    group.skills.push(skill);
    group.costPerAgent = sameOf(reader, 'cost', group.costPerAgent, cost);
    group.mostAgents = sameOf(reader, 'most_agents', group.mostAgents, most);
  }
  return [...groups.values()];
}

/** The value of a group, which no row may contradict. */
function sameOf(reader: RowReader, column: string, before?: number, now?: number): number | undefined {
  if (before !== undefined && now !== undefined && before !== now)
    reader.report(column, `'${now}' is not what an earlier row of the group says, ${before}`);
  return before ?? now;
}
