import { addDays, isLocalDate, startOfLocalDay, weekStartOf, type LocalDate } from '@yotei/time';
import { generateEvents } from './calendar.js';
import { ACTIVITY_TYPES, CONTRACTS, QUEUES, SITES, SKILLS, TEAMS, TEMPLATES } from './catalogue.js';
import type { DemoAgent, DemoCentre, DemoSignIn } from './demo-centre.js';
import { generateHistory, historyStart } from './history.js';
import { generateAgents } from './people.js';
import { generatePreferences, generateSwapWishes, generateTimeOff } from './requests.js';
import { RULE_SETTINGS } from './rule-settings.js';

export interface DemoOptions {
  readonly seed: number;
  /** Whole number of agents, 10 to 5,000; the demand grows with them. Default 60. */
  readonly agents?: number;
  /** Weeks of history, 4 to 104. Default 26. */
  readonly weeks?: number;
  /** The day the centre is looked at, in Tokyo: history ends before it, this week holds it. */
  readonly today: LocalDate;
}

/** Sign-in addresses end in a domain reserved for examples, so no message can reach anyone. */
const MAIL_DOMAIN = 'demo.example';

function signIns(agents: readonly DemoAgent[]): DemoSignIn[] {
  const dublin = agents.find(({ siteId }) => siteId === 'dublin');
  const lead = agents.find(({ seniority }) => seniority === 'lead');
  return [
    { email: `admin@${MAIL_DOMAIN}`, name: 'Demo administrator', role: 'admin' },
    { email: `planner@${MAIL_DOMAIN}`, name: 'Demo planner', role: 'planner' },
    { email: `manager@${MAIL_DOMAIN}`, name: 'Demo manager', role: 'manager' },
    {
      email: `supervisor@${MAIL_DOMAIN}`,
      name: lead?.name ?? 'Demo supervisor',
      role: 'supervisor',
      agentId: lead?.id,
    },
    { email: `agent@${MAIL_DOMAIN}`, name: agents[0]!.name, role: 'agent', agentId: agents[0]!.id },
    ...(dublin
      ? [{ email: `agent.dublin@${MAIL_DOMAIN}`, name: dublin.name, role: 'agent' as const, agentId: dublin.id }]
      : []),
  ];
}

/** How large a demo centre may be, and how large it is where nobody says. */
export const DEMO_SIZES = {
  agents: { from: 10, to: 5000, usual: 60 },
  weeks: { from: 4, to: 104, usual: 26 },
} as const;

function inRange(name: keyof typeof DEMO_SIZES, value: number): number {
  const range = DEMO_SIZES[name];
  if (!Number.isInteger(value) || value < range.from || value > range.to) {
    throw new Error(
      `${name} (${value}) must be a whole number from ${range.from} to ${range.to}; the demo centre uses ${range.usual}`,
    );
  }
  return value;
}

/**
 * An invented support centre in Tokyo with a small second site in Dublin, as plain data. The same options give the
 * same centre on every machine. Contacts are sized so that the agents just about suffice: requirement near 0.95 of
 * the hours they can spend on contacts.
 */
export function generateDemoCentre(options: DemoOptions): DemoCentre {
  const { seed, today } = options;
  const agentCount = inRange('agents', options.agents ?? DEMO_SIZES.agents.usual);
  const weeks = inRange('weeks', options.weeks ?? DEMO_SIZES.weeks.usual);
  if (!isLocalDate(today)) throw new Error(`today (${today}) must be a date YYYY-MM-DD; write for example 2026-11-04`);
  const agents = generateAgents(seed, agentCount);
  const fromOn = historyStart(today, weeks);
  const events = generateEvents({ seed, sites: SITES, queues: QUEUES, historyFromOn: fromOn, today });
  const untilAt = startOfLocalDay(today, SITES[0]!.zone);
  const thisWeekOn = weekStartOf(today);
  return {
    organisation: { name: 'Yotei Demo サポートセンター', isDemo: true },
    sites: SITES,
    teams: TEAMS,
    skills: SKILLS,
    queues: QUEUES,
    activityTypes: ACTIVITY_TYPES,
    templates: TEMPLATES,
    contracts: CONTRACTS,
    agents,
    ruleSettings: RULE_SETTINGS,
    events,
    history: QUEUES.map((queue) =>
      generateHistory({
        seed,
        queue,
        site: SITES.find(({ id }) => id === queue.siteId)!,
        agents,
        events,
        fromOn,
        untilAt,
      }),
    ),
    timeOff: generateTimeOff(seed, agents, thisWeekOn),
    preferences: generatePreferences(seed, agents, addDays(thisWeekOn, 7)),
    swapWishes: generateSwapWishes(seed, agents),
    signIns: signIns(agents),
  };
}
