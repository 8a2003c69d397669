import {
  existingGroups,
  requirementByGroup,
  sharedLoadOf,
  verifyRequirementByGroup,
  type RequirementByGroup,
  type RequirementByGroupInput,
  type SkillGroup,
} from '@yotei/scheduling/multi-skill';
import { agentsToRoster } from '@yotei/scheduling/staffing';
import { formatUtc, intervalStart, MINUTE_MILLIS, type Grid, type ZoneId } from '@yotei/time';
import type { CommandContext } from '../frame/command.js';
import { badInput, ProblemList } from '../frame/problem-list.js';
import { significant, type Cell } from '../io/csv-writer.js';
import { readAgents } from '../io/roster-input.js';
import { readSkillGroups } from '../io/skill-groups-file.js';
import type { ForecastInterval } from './forecast-interval.js';
import type { QueueRequirement } from './queue-requirement.js';
import { serviceGoalOf, type StaffingFields } from './staffing-options.js';

export interface SkillsOptions {
  readonly skills?: string;
  readonly bySkillSet?: string;
  readonly verify?: boolean;
  readonly zone?: ZoneId;
}

export const SKILL_SET_COLUMNS = ['skill_set', 'start', 'end', 'agents', 'agents_to_roster', 'queues'] as const;
const DIGITS = 6;
const REPLICATIONS = 100;

/** A queue's requirement with what it was staffed by. */
export interface SkillQueue {
  readonly requirement: QueueRequirement;
  readonly fields: StaffingFields;
}

/** The requirement of several queues together. */
export interface SkillsRequirement {
  /** The columns of a queue's row that sharing agents changes. */
  readonly cellsOf: (interval: ForecastInterval) => Readonly<Record<string, Cell>>;
  /** The table of skill sets, in time order. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** The grid that holds the intervals of all queues. */
function commonGrid(queues: readonly SkillQueue[]): Grid {
  const grids = queues.map(({ requirement }) => requirement.series.grid);
  const { stepMinutes, startAt: first } = grids[0]!;
  const step = stepMinutes * MINUTE_MILLIS;
  for (const grid of grids) {
    if (grid.stepMinutes !== stepMinutes || (grid.startAt - first) % step !== 0)
      throw badInput({ field: '--skills', message: 'needs intervals of the same length and place in every queue' });
  }
  const startAt = Math.min(...grids.map((grid) => grid.startAt));
  const endAt = Math.max(...grids.map((grid) => grid.startAt + grid.count * step));
  return { startAt, stepMinutes, count: (endAt - startAt) / step };
}

/** The load one queue brings in each interval of the common grid: at the chance asked for, else the mean. */
function queueSeries({ requirement, fields }: SkillQueue, grid: Grid): RequirementByGroupInput['queues'][number] {
  const { series, queue } = requirement;
  if ((fields.concurrency ?? 1) > 1 || fields.lines !== undefined)
    throw badInput({ field: '--skills', message: `queue '${queue}' has chats at once or lines; staff it on its own` });
  const { serviceLevelFraction, asaSeconds, maxOccupancyFraction, maxAbandonmentFraction } = serviceGoalOf(fields);
  if (
    [serviceLevelFraction, asaSeconds, maxOccupancyFraction, maxAbandonmentFraction].every((goal) => goal === undefined)
  )
    throw badInput({ field: '--skills', message: `queue '${queue}' has no goal while waiting; staff it on its own` });
  if (series.staffedFor.kind === 'expected')
    throw badInput({
      field: '--staffed-for',
      message: 'expected is for queues on their own; give a chance such as 0.8',
    });
  const load = sharedLoadOf(series);
  const shift = Math.round((series.grid.startAt - grid.startAt) / (grid.stepMinutes * MINUTE_MILLIS));
  const missing = (): Float64Array => new Float64Array(grid.count).fill(Number.NaN);
  const [contacts, arrivals, averageHandleSeconds] = [missing(), missing(), missing()];
  for (const [interval, i] of requirement.indexOf) arrivals[i + shift] = interval.contacts * load.factor[i]!;
  contacts.set(load.contacts, shift);
  averageHandleSeconds.set(load.averageHandleSeconds, shift);
  const goal = serviceGoalOf(fields);
  return { id: queue, contacts, arrivals, averageHandleSeconds, patienceSeconds: fields.patience, goal };
}

interface Skills {
  readonly groups: readonly (SkillGroup & { readonly skillIds: readonly string[] })[];
  readonly mix: RequirementByGroupInput['mix'];
}

/** `agents.json`: the agents there are; a CSV file: groups there may be. */
async function skillsOf(file: string, queues: readonly SkillQueue[], zone: ZoneId): Promise<Skills> {
  const problems = new ProblemList();
  const ids = queues.map(({ requirement: { queue } }) => queue);
  const skills = /\.csv(\.gz)?$/.test(file)
    ? await possibleGroups(file, ids, problems)
    : await groupsThere(file, { ids, zone }, problems);
  problems.throwIfAny();
  return skills;
}

async function possibleGroups(file: string, ids: readonly string[], problems: ProblemList): Promise<Skills> {
  const groups = await readSkillGroups(file, ids, problems);
  for (const id of ids) {
    if (!groups.some(({ skills }) => skills.some(({ queueId }) => queueId === id)))
      problems.add({ file, field: 'queue', message: `no group serves queue '${id}'` });
  }
  return { groups: groups.map((group) => ({ ...group, skillIds: [group.id] })), mix: 'least-cost' };
}

async function groupsThere(
  file: string,
  { ids, zone }: { readonly ids: readonly string[]; readonly zone: ZoneId },
  problems: ProblemList,
): Promise<Skills> {
  const agents = await readAgents(file, zone, problems);
  problems.throwIfAny();
  const skillOf = new Map(agents!.queues.map(({ queueId, skillId }) => [queueId, skillId]));
  const named = ids.map((queueId) => ({ queueId, skillId: skillOf.get(queueId) ?? queueId }));
  const groups = existingGroups({ agents: agents!.agents, queues: named });
  for (const { queueId, skillId } of named) {
    if (!groups.some(({ skills }) => skills.some((skill) => skill.queueId === queueId)))
      problems.add({
        file,
        field: 'agents',
        message: `nobody has the skill '${skillId}' that queue '${queueId}' needs`,
      });
  }
  return { groups, mix: 'existing' };
}

function solve(input: RequirementByGroupInput, options: SkillsOptions, context: CommandContext): RequirementByGroup {
  if (!options.verify) return requirementByGroup(input);
  const verified = verifyRequirementByGroup(input, {
    replications: REPLICATIONS,
    isCancelled: () => context.signal.aborted,
  });
  const goals = verified.goals.map(
    ({ queueId, measure, value, standardError, holds }) =>
      `${queueId} ${measure} ${value.toPrecision(4)} ± ${(2 * standardError).toPrecision(2)}${holds ? '' : ' (missed)'}`,
  );
  context.note(`played ${verified.replications} times in each of ${verified.rounds} rounds: ${goals.join(', ')}`);
  if (verified.missed.length > 0)
    context.note(`${verified.missed.length} intervals of a queue still miss their goal by more than chance`);
  return verified.requirement;
}

/** Share of the paid time lost in one interval, of the queues a group serves. */
function shrinkageOf(group: SkillGroup, queues: readonly SkillQueue[], at: number): number {
  const values = queues
    .filter(({ requirement }) => group.skills.some(({ queueId }) => queueId === requirement.queue))
    .map(({ requirement: { series } }) => {
      const index = Math.round((at - series.grid.startAt) / (series.grid.stepMinutes * MINUTE_MILLIS));
      return series.shrinkageFraction[index] ?? 0;
    });
  return values.reduce((sum, value) => sum + (value || 0), 0) / Math.max(1, values.length);
}

/** Agents of several queues that share them, as the skills of the agents file allow. */
export async function skillsRequirement(
  queues: readonly SkillQueue[],
  options: SkillsOptions & { readonly skills: string },
  context: CommandContext,
): Promise<SkillsRequirement> {
  const grid = commonGrid(queues);
  const { groups, mix } = await skillsOf(options.skills, queues, options.zone ?? 'UTC');
  const input: RequirementByGroupInput = {
    intervalSeconds: grid.stepMinutes * 60,
    intervalCount: grid.count,
    queues: queues.map((queue) => queueSeries(queue, grid)),
    groups,
    mix,
  };
  const found = solve(input, options, context);
  const places = new Map(queues.map(({ requirement: { queue } }, place) => [queue, place]));
  const cellsOf = (interval: ForecastInterval): Readonly<Record<string, Cell>> => {
    const queue = places.get(interval.queue)!;
    const { series, indexOf } = queues[queue]!.requirement;
    const shrinkage = series.shrinkageFraction[indexOf.get(interval)!]! || 0;
    const at = Math.round((interval.startAt - grid.startAt) / (grid.stepMinutes * MINUTE_MILLIS));
    const note = found.notes[at]!;
    const agents = note === 'out-of-reach' ? Number.NaN : found.agentsByQueue[queue]![at]!;
    return {
      required_agents: significant(agents, DIGITS),
      agents_to_roster: significant(agents / (1 - shrinkage), DIGITS),
      service_level: significant(found.serviceLevel[queue]![at]!, DIGITS),
      occupancy: significant(found.occupancy[queue]![at]!, DIGITS),
      note,
      expected_service_level: null,
      chance_to_meet: null,
    };
  };
  const rows = Array.from({ length: grid.count }, (_, at) => at)
    .filter((at) => found.notes[at] === '')
    .flatMap((at) =>
      groups.map((group, place) => {
        const start = intervalStart(grid, at);
        const agents = found.sizes[place]![at]!;
        return {
          skill_set: group.skillIds.join('+'),
          start: formatUtc(start),
          end: formatUtc(start + grid.stepMinutes * MINUTE_MILLIS),
          agents,
          agents_to_roster: agentsToRoster(agents, shrinkageOf(group, queues, start)),
          queues: group.skills.map(({ queueId }) => queueId).join(' '),
        };
      }),
    );
  return { cellsOf, rows };
}
