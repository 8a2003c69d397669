import { formatLocal, localDateOf } from '@yotei/time';
import { evaluateAgent } from '../evaluation/index.js';
import { horizonOf, type Fault, type RosterProblem, type Shift, type ShiftTemplate } from '../roster/index.js';
import { breachMessage, findRule, type Breach } from '../rules/index.js';

type Report = (path: string, message: string) => void;

/** Skills the engine tells apart; see `skill-groups.ts`. */
const MOST_SKILLS = 31;

/**
 * What keeps a sound problem from being planned, though rosters could be judged by it: nobody or nothing to plan, queues
 * nobody can serve, templates that miss the slots, shifts that must stay and break must rules whatever is planned around
 * them. Every fault, with its place and remedy; empty when the engine can start. Ask `validateProblem` first.
 */
export function planningFaults(problem: RosterProblem): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => void faults.push({ path, message });
  reportNobody(problem, report);
  reportDemand(problem, report);
  problem.templates.forEach((template, i) =>
    reportOffGrid(problem, template, (path, message) => report(`templates[${i}].${path}`, message)),
  );
  reportHistory(problem, report);
  reportFixed(problem, report);
  return faults;
}

function reportNobody({ agents, contracts, templates }: RosterProblem, report: Report): void {
  if (agents.length === 0) report('agents', 'must name at least one agent to plan; add them');
  if (templates.length === 0) report('templates', 'must hold at least one shift template; without one nobody can work');
  contracts.forEach((contract, i) => {
    const own = agents.find((agent) => agent.contractId === contract.id);
    if (own && contract.templateIds.length === 0 && contract.weeklyMinutesMin > 0) {
      report(
        `contracts[${i}].templateIds`,
        `must name the templates of ${contract.weeklyMinutesMin} minutes a week, for example of agent ${own.id}; add them`,
      );
    }
  });
}

function reportDemand({ agents, demand, startsOn, weeks }: RosterProblem, report: Report): void {
  const asksForSomebody = demand.map(({ agentsToRoster }) => agentsToRoster.some((value) => value > 0));
  if (!asksForSomebody.includes(true)) {
    report(
      'demand',
      `asks for nobody in the ${weeks * 7} days from ${startsOn}; plan days of the requirement, see its first row`,
    );
  }
  const skills = new Set(agents.flatMap((agent) => agent.skillIds));
  demand.forEach(({ queueId, skillId }, i) => {
    if (asksForSomebody[i] && agents.length > 0 && !skills.has(skillId)) {
      report(
        `demand[${i}].skillId`,
        `queue (${queueId}) asks for agents, but nobody has its skill (${skillId}); give it to an agent or leave the queue out`,
      );
    }
  });
  const asked = new Set(demand.map(({ skillId }) => skillId)).size;
  if (asked > MOST_SKILLS)
    report(
      'demand',
      `${asked} skills must be at most ${MOST_SKILLS} in one plan; plan queues without shared agents apart`,
    );
}

function reportOffGrid({ slotMinutes }: RosterProblem, template: ShiftTemplate, report: Report): void {
  const onGrid = (path: string, minutes: number) => {
    if (minutes % slotMinutes !== 0)
      report(
        path,
        `${minutes} minutes must be a multiple of slotMinutes (${slotMinutes}); change it or plan in smaller slots such as 5`,
      );
  };
  onGrid('earliestStartMinute', template.earliestStartMinute);
  onGrid('startStepMinutes', template.startStepMinutes);
  onGrid('lengthMinutes', template.lengthMinutes);
  const up = (minutes: number) => Math.ceil(minutes / slotMinutes) * slotMinutes;
  let free = 0;
  template.activities.forEach(({ lengthMinutes, earliestStartMinutes, latestStartMinutes, minGapMinutes = 0 }, i) => {
    onGrid(`activities[${i}].lengthMinutes`, lengthMinutes);
    const first = Math.max(up(earliestStartMinutes), i === 0 ? 0 : up(free + minGapMinutes));
    if (first > latestStartMinutes) {
      report(
        `activities[${i}].latestStartMinutes`,
        `no ${slotMinutes}-minute slot from ${earliestStartMinutes} to ${latestStartMinutes} is left for it; widen the window or plan in smaller slots`,
      );
    }
    free = first + lengthMinutes;
  });
}

function reportHistory({ history, agents, startsOn }: RosterProblem, report: Report): void {
  const zones = new Map(agents.map((agent) => [agent.id, agent.zone]));
  history.forEach((shift, i) => {
    const zone = zones.get(shift.agentId);
    if (zone !== undefined && localDateOf(shift.startAt, zone) >= startsOn)
      report(
        `history[${i}]`,
        `${named(shift, zone)} must start before ${startsOn}, the first day planned; cut the history there`,
      );
  });
}

const named = (shift: Pick<Shift, 'agentId' | 'startAt'>, zone: string): string =>
  `shift of ${shift.agentId} at ${formatLocal(shift.startAt, zone)}`;

/** Kinds of rules whose breach by some shifts no further shift can mend. */
const FINAL: ReadonlySet<string> = new Set([
  ...['shift-filter', 'by-construction', 'min-rest', 'min-start-distance', 'max-run', 'week-days'],
]);

function isFinal({ ruleId, values }: Breach): boolean {
  const kind = findRule(ruleId)?.tour.kind ?? '';
  if (kind === 'week-minutes') return Number(values['paidMinutes']) > Number(values['max']);
  return FINAL.has(kind);
}

function reportFixed(problem: RosterProblem, report: Report): void {
  const { fixedShifts } = problem;
  const horizon = horizonOf(problem, problem.zone);
  for (const agent of problem.agents) {
    const own = fixedShifts.filter((shift) => shift.agentId === agent.id);
    if (own.length === 0) continue;
    for (const breach of evaluateAgent(problem, agent.id, own).breaches) {
      if (breach.level !== 'must' || !isFinal(breach)) continue;
      const place = fixedShifts.findIndex(
        (shift) => shift.agentId === agent.id && shift.startAt <= breach.at && breach.at < shift.endAt,
      );
      const why = `${breachMessage(breach)} (${breach.ruleId})`;
      report(
        place >= 0 ? `fixedShifts[${place}]` : 'fixedShifts',
        `locked ${named({ agentId: agent.id, startAt: breach.at }, agent.zone)}: ${why}; unlock or change it`,
      );
    }
  }
  fixedShifts.forEach((shift, i) => {
    if (shift.endAt <= horizon.startAt || shift.startAt >= horizon.endAt)
      report(`fixedShifts[${i}]`, `${named(shift, problem.zone)} lies outside the days planned; take it out`);
  });
}
