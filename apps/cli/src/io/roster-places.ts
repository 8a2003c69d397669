/** Files a roster problem is put together from. */
export interface RosterFiles {
  readonly agents: string;
  readonly rules: string;
  readonly requirement?: string;
  readonly history?: string;
  readonly resume?: string;
}

/** What a field of the problem is called in the files. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  agentId: 'agent',
  agentIds: 'agents',
  activityTypeId: 'type',
  contractId: 'contract',
  contractIds: 'contracts',
  earliestStartMinute: 'earliestStart',
  latestStartMinute: 'latestStart',
  fromMinute: 'from',
  untilMinute: 'until',
  ruleId: 'rule',
  siteIds: 'sites',
  skillIds: 'skills',
  queueId: 'queue',
  sessionId: 'session',
  teamIds: 'teams',
  templateId: 'template',
  termId: 'term',
  templateIds: 'templates',
};

/** Parts of the problem that are not in `agents.json`. */
const HOMES: readonly { readonly part: RegExp; readonly home: keyof RosterFiles }[] = [
  { part: /^(rules|weights|slotMinutes|teamRules|objective)\b/, home: 'rules' },
  { part: /^demand\b/, home: 'requirement' },
  { part: /^history\b/, home: 'history' },
  { part: /^fixedShifts\b/, home: 'resume' },
];

/**
 * The file and field behind a place in the problem: `rules[2].ruleId` is `rules[2].rule` of the rules file. Demand, history
 * and locked shifts are put together from many rows, so that only their message names the place.
 */
export function placeInFiles(path: string, files: RosterFiles): { file: string; field?: string } {
  // Prices of a queue stand in the agents file, whose queues come first in the demand and in the same order.
  const prices = path.replace(/^demand(\[\d+\]\.weights)/, 'queues$1');
  if (prices !== path) return { file: files.agents, field: prices };
  const home = HOMES.find(({ part }) => part.test(path))?.home ?? 'agents';
  const file = files[home] ?? files.agents;
  if (home === 'requirement' || home === 'history' || home === 'resume') return { file };
  return { file, field: path.replaceAll(/\w+/g, (name) => FIELD_NAMES[name] ?? name) };
}
