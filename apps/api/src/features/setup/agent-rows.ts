import type { AgentRowFault, SetupAgentInput } from './setup-inputs.graphql-types.js';
import type { SetupAgent, SetupContract, SetupSkill, SetupTeam } from './setup.graphql-types.js';

const LONGEST_NAME = 120;
const SENIORITIES = ['entry', 'senior', 'lead'];
const MINUTES_OF_DAY = 1440;

/** What the cells of a row may point to; what was put away is not offered any more. */
export interface AgentChoices {
  readonly teams: readonly SetupTeam[];
  readonly contracts: readonly SetupContract[];
  readonly skills: readonly SetupSkill[];
  /** As they are stored, by id. */
  readonly known: ReadonlyMap<string, SetupAgent>;
}

type Say = (field: string, code: string, message: string) => void;

/** Everything wrong with rows of agents, row by row and cell by cell; empty when all may be stored. */
export function agentRowFaults(rows: readonly SetupAgentInput[], choices: AgentChoices): AgentRowFault[] {
  const faults: AgentRowFault[] = [];
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const say: Say = (field, code, message) => void faults.push({ row: index, field, code, message });
    const before = row.id ? choices.known.get(row.id) : undefined;
    if (row.id && before?.version !== row.version)
      say('version', 'changed-meanwhile', 'somebody changed this agent meanwhile; read it again');
    if (row.id && seen.has(row.id)) say('id', 'repeated', 'the same agent stands in two rows; keep one');
    if (row.id) seen.add(row.id);
    reportWho(row, say);
    reportWork(row, { choices, before, say });
  });
  return faults;
}

function reportWho(row: SetupAgentInput, say: Say): void {
  const name = row.name.trim();
  if (name === '') say('name', 'missing', 'an agent needs a name');
  if (name.length > LONGEST_NAME) say('name', 'too-long', `a name has at most ${LONGEST_NAME} characters`);
  if (row.nameReading.trim().length > LONGEST_NAME)
    say('nameReading', 'too-long', `a reading has at most ${LONGEST_NAME} characters`);
  if (!SENIORITIES.includes(row.seniority))
    say('seniority', 'unknown', `seniority (${row.seniority}) must be entry, senior or lead`);
  if (row.leftOn && row.hiredOn && row.leftOn < row.hiredOn)
    say('leftOn', 'order', 'nobody leaves before the first day');
}

function reportWork(
  row: SetupAgentInput,
  {
    choices,
    before,
    say,
  }: { readonly choices: AgentChoices; readonly before: SetupAgent | undefined; readonly say: Say },
): void {
  const usable = (list: readonly { id: string; archived: boolean }[], id: string, had: boolean) =>
    list.some((one) => one.id === id && (!one.archived || had));
  if (!usable(choices.teams, row.teamId, before?.teamId === row.teamId))
    say('teamId', 'unknown', 'no such team; choose one of the list');
  if (!usable(choices.contracts, row.contractId, before?.contractId === row.contractId))
    say('contractId', 'unknown', 'no such contract; choose one of the list');
  if (!row.skillIds.every((id) => usable(choices.skills, id, before?.skillIds.includes(id) ?? false)))
    say('skillIds', 'unknown', 'no such skill; choose from the list');
  if (new Set(row.skillIds).size < row.skillIds.length) say('skillIds', 'repeated', 'a skill stands there twice');
  const offset = row.rotationOffsetWeeks ?? 0;
  if (!(offset >= 0 && offset <= 52)) say('rotationOffsetWeeks', 'out-of-range', 'weeks further on: 0 to 52');
  const windows = row.availability ?? [];
  const sound = windows.every(
    ({ weekday, fromMinute, untilMinute }) =>
      weekday >= 1 &&
      weekday <= 7 &&
      fromMinute >= 0 &&
      fromMinute < MINUTES_OF_DAY &&
      untilMinute > fromMinute &&
      untilMinute <= 2 * MINUTES_OF_DAY,
  );
  if (!sound) say('availability', 'out-of-range', 'a window needs a weekday 1 to 7 and an end after its start');
}
