import { Injectable } from '@nestjs/common';
import { stateSeconds } from '@yotei/connectors';
import {
  addDays,
  DAY_MILLIS,
  localDateOf,
  startOfLocalDay,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { BackgroundTask } from '../../../platform/jobs/background-task.js';
import { AgentsService } from '../../organisation/index.js';
import { AgentStatesService } from './agent-states.service.js';
import { StateRetention } from './retention.js';
import { StateDayRepository } from './state-days.repository.js';
import { StateRetentionRepository } from './state-retention.repository.js';
import { STATE_UPKEEP_TASK } from './source-watch.js';

const EVERY_MILLIS = 15 * 60_000;
/** Agents at a time, so that a day of thousands is never in memory at once. */
const AGENTS_AT_ONCE = 250;

/** Agents of one zone: their days begin and end together. */
interface ZoneTeam {
  readonly zone: ZoneId;
  readonly agentIds: readonly string[];
}

/** Sums up days that are over, again those that changed afterwards; makes the months ahead and drops the old ones. */
@Injectable()
export class StateUpkeepTask extends BackgroundTask {
  override readonly name = STATE_UPKEEP_TASK;

  constructor(
    private readonly agents: AgentsService,
    private readonly states: AgentStatesService,
    private readonly days: StateDayRepository,
    private readonly old: StateRetentionRepository,
    private readonly retention: StateRetention,
  ) {
    super();
  }

  override async run(context: RequestContext, signal: AbortSignal): Promise<Instant | null> {
    const { now, oldest } = this.retention.limits();
    await this.old.turnMonths(now, oldest);
    await this.old.deleteOld(context, oldest, signal);
    const teams = zonesOf(await this.agents.all(context));
    if (teams.length === 0) return null;
    // A day is over when it is over everywhere.
    const today = teams.map(({ zone }) => localDateOf(now, zone)).sort()[0]!;
    const before = await this.days.upkeep(context, addDays(today, -2));
    const { cursor, days } = await this.states.changedDays(context, before.changesCursor);
    const firstOn = localDateOf(oldest + DAY_MILLIS, 'UTC');
    for (const [on, agentIds] of changedBefore(before.summedUntil, days)) {
      if (on >= firstOn && !signal.aborted) await this.sumUp(context, on, within(teams, agentIds));
    }
    let summedUntil = before.summedUntil;
    for (; summedUntil < today && !signal.aborted; summedUntil = addDays(summedUntil, 1))
      await this.sumUp(context, summedUntil, teams);
    if (!signal.aborted) await this.days.remember(context, { changesCursor: cursor, summedUntil });
    return now + EVERY_MILLIS;
  }

  private async sumUp(context: RequestContext, on: LocalDate, teams: readonly ZoneTeam[]): Promise<void> {
    for (const { zone, agentIds } of teams) {
      const span = { startAt: startOfLocalDay(on, zone), endAt: startOfLocalDay(addDays(on, 1), zone) };
      for (let from = 0; from < agentIds.length; from += AGENTS_AT_ONCE) {
        const some = agentIds.slice(from, from + AGENTS_AT_ONCE);
        const seconds = stateSeconds(await this.states.statesOf(context, { agentIds: some, span }), span);
        const rows = [...seconds].flatMap(([agentId, states]) =>
          [...states].map(([state, spent]) => ({ agentId, state, seconds: spent })),
        );
        await this.days.put(context, on, { agentIds: some, rows });
      }
    }
    await this.days.addUpTeams(context, on);
  }
}

function zonesOf(agents: readonly { readonly id: string; readonly zone: string }[]): ZoneTeam[] {
  const byZone = new Map<string, string[]>();
  for (const { id, zone } of agents) byZone.set(zone, [...(byZone.get(zone) ?? []), id]);
  return [...byZone].map(([zone, agentIds]) => ({ zone, agentIds }));
}

/** Days summed up already that are to be summed up again, with their agents; the others come in their turn. */
function changedBefore(
  summedUntil: LocalDate,
  days: readonly { readonly agentId: string; readonly on: LocalDate }[],
): ReadonlyMap<LocalDate, ReadonlySet<string>> {
  const changed = new Map<LocalDate, Set<string>>();
  for (const { agentId, on } of days)
    if (on < summedUntil) changed.set(on, (changed.get(on) ?? new Set<string>()).add(agentId));
  return changed;
}

function within(teams: readonly ZoneTeam[], agentIds: ReadonlySet<string>): ZoneTeam[] {
  return teams
    .map(({ zone, agentIds: all }) => ({ zone, agentIds: all.filter((id) => agentIds.has(id)) }))
    .filter((team) => team.agentIds.length > 0);
}
