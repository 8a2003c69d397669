import { Injectable } from '@nestjs/common';
import {
  findLawPack,
  inspectAgent,
  judgeByLaw,
  lawChoiceFault,
  parametersInForce,
  type LawChoice,
  type LawInspection,
  type LawParameter,
} from '@yotei/scheduling/law';
import { groupByAgent, type Agent } from '@yotei/scheduling/roster';
import { buildAgentView } from '@yotei/scheduling/rules';
import { addDays, daysBetween, localDateOf, weekStartOf, type LocalDate } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { PublishedWeeksService } from '../rosters/index.js';
import { LawChoicesRepository, type SiteLawRecord } from './law-choices.repository.js';

/** Weeks of "last month", and the most of one inspection. */
const TRIAL_WEEKS = 4;
const MOST_WEEKS = 13;

export type Refused =
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export interface TrialLine {
  readonly parameter: LawParameter;
  readonly findingCount: number;
  readonly historyMissingCount: number;
  readonly people: readonly {
    readonly agent: Agent;
    readonly count: number;
    readonly firstOn: LocalDate;
    readonly first: { readonly en: string; readonly ja: string };
  }[];
}

export type Trial =
  | Refused
  | {
      readonly kind: 'trial';
      readonly fromOn: LocalDate;
      readonly untilOn: LocalDate;
      readonly peopleCount: number;
      readonly shiftCount: number;
      readonly lines: readonly TrialLine[];
    };

export type Inspected =
  | Refused
  | { readonly kind: 'no-law' }
  | {
      readonly kind: 'inspection';
      readonly agent: Agent;
      readonly site: SiteLawRecord;
      readonly choice: LawChoice;
      readonly fromOn: LocalDate;
      readonly untilOn: LocalDate;
      readonly inspection: LawInspection;
    };

/** Published weeks against a law: of a whole site before choosing, of one person for an inspector. */
@Injectable()
export class LawInspectionService {
  constructor(
    private readonly choices: LawChoicesRepository,
    private readonly published: PublishedWeeksService,
    private readonly clock: Clock,
  ) {}

  /** Who would have broken what in the four full weeks before this one. */
  async trial(
    context: RequestContext,
    order: { readonly siteId: string; readonly packId: string; readonly agreements: readonly string[] },
  ): Promise<Trial> {
    const site = (await this.choices.all(context)).find(({ siteId }) => siteId === order.siteId);
    if (!site) return { kind: 'not-found', what: 'site' };
    const untilOn = weekStartOf(localDateOf(this.clock.now(), site.zone));
    const fromOn = addDays(untilOn, -7 * TRIAL_WEEKS);
    const fault = lawChoiceFault({ ...order, fromOn });
    if (fault) return { kind: 'invalid', ...fault };
    const parameters = parametersOf(order, untilOn);
    const { problem, shifts } = await this.published.read(context, {
      zone: site.zone,
      startsOn: fromOn,
      weeks: TRIAL_WEEKS,
    });
    const byAgent = groupByAgent(shifts);
    const people = problem.agents.filter(({ siteId }) => siteId === order.siteId);
    const judged = people.map((agent) => ({
      agent,
      lines: judgeByLaw(buildAgentView(problem, agent.id, byAgent.get(agent.id) ?? []), parameters),
    }));
    return {
      kind: 'trial',
      ...{ fromOn, untilOn },
      peopleCount: people.length,
      shiftCount: people.reduce((sum, { id }) => sum + (byAgent.get(id)?.length ?? 0), 0),
      lines: parameters.map((parameter, i): TrialLine => {
        const found = judged.map(({ agent, lines }) => ({ agent, line: lines[i]! }));
        const broken = found.filter(({ line }) => line.findings.length > 0);
        return {
          parameter,
          findingCount: broken.reduce((sum, { line }) => sum + line.findings.length, 0),
          historyMissingCount: found.filter(({ line }) => line.verdict === 'history-missing').length,
          people: broken.map(({ agent, line: { findings } }) => ({
            agent,
            count: findings.length,
            firstOn: findings[0]!.on,
            first: findings[0]!.message,
          })),
        };
      }),
    };
  }

  /** The report about one person: whole weeks from the week of `fromOn` to that of `untilOn`, at most thirteen. */
  async inspect(
    context: RequestContext,
    order: { readonly agentId: string; readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  ): Promise<Inspected> {
    const [fromOn, untilOn] = [weekStartOf(order.fromOn), addDays(weekStartOf(order.untilOn), 7)];
    const weeks = daysBetween(fromOn, untilOn) / 7;
    if (weeks < 1) return { kind: 'invalid', path: 'untilOn', message: 'the last day must not lie before the first' };
    if (weeks > MOST_WEEKS)
      return { kind: 'invalid', path: 'untilOn', message: `a report holds at most ${MOST_WEEKS} weeks` };
    const sites = await this.choices.all(context);
    const first = await this.published.read(context, { zone: sites[0]!.zone, startsOn: fromOn, weeks });
    const agent = first.problem.agents.find(({ id }) => id === order.agentId);
    if (!agent) return { kind: 'not-found', what: 'agent' };
    const site = sites.find(({ siteId }) => siteId === agent.siteId)!;
    const choice = choiceOf(site);
    if (!choice) return { kind: 'no-law' };
    const { problem, shifts } =
      site.zone === sites[0]!.zone
        ? first
        : await this.published.read(context, { zone: site.zone, startsOn: fromOn, weeks });
    const inspection = inspectAgent(problem, {
      agentId: agent.id,
      shifts: shifts.filter(({ agentId }) => agentId === agent.id),
      parameters: parametersOf(choice, fromOn),
    });
    return { kind: 'inspection', agent, site, choice, fromOn, untilOn, inspection };
  }
}

const parametersOf = (
  { packId, agreements }: { readonly packId: string; readonly agreements: readonly string[] },
  on: LocalDate,
): LawParameter[] => parametersInForce(findLawPack(packId)!, { on, agreements });

function choiceOf({ packId, fromOn, agreements }: SiteLawRecord): LawChoice | null {
  return packId && fromOn && findLawPack(packId) ? { packId, fromOn, agreements } : null;
}
