import { Injectable } from '@nestjs/common';
import { numbersOf } from '@yotei/scheduling/adherence';
import { MINUTE_MILLIS, type Instant, type LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AdherenceDaysRepository, type JudgedDay } from './adherence-days.repository.js';
import { AgentDaysService, type AgentDay } from './agent-days.service.js';
import { DayWalks, walkedTo, type WalkedDay } from './day-walks.service.js';

/** States of the last minutes may still be on their way. */
const SETTLE_MILLIS = 15 * MINUTE_MILLIS;
/** Rows stored in one transaction. */
const BATCH = 500;

/** Judges agent-days and keeps what came of it. */
@Injectable()
export class AdherenceJudging {
  constructor(
    private readonly database: TenantDatabase,
    private readonly days: AdherenceDaysRepository,
    private readonly agentDays: AgentDaysService,
    private readonly walks: DayWalks,
    private readonly clock: Clock,
  ) {}

  ask(tx: EntityManager, days: readonly { readonly agentId: string; readonly on: LocalDate }[]): Promise<void> {
    return this.days.askAgain(tx, days);
  }

  /** Running days, going on from where they were. */
  async running(context: RequestContext, agentDays: readonly AgentDay[], now: Instant): Promise<void> {
    const walked = (await this.walks.running(context, agentDays, now)).filter(hasAnything);
    for (let from = 0; from < walked.length; from += BATCH)
      await this.database.withTenant(context, (tx) =>
        this.days.store(
          tx,
          walked.slice(from, from + BATCH).map((one) => judgedDay(one, now)),
        ),
      );
  }

  /** Takes days off the list and judges them whole. Returns how many there were. */
  async listed(context: RequestContext, most: number): Promise<number> {
    return this.database.withTenant(context, async (tx) => {
      const now = this.clock.now();
      const taken = await this.days.take(tx, most);
      if (taken.length === 0) return 0;
      const wanted = new Map<string, LocalDate[]>();
      for (const { agentId, on } of taken) wanted.set(agentId, [...(wanted.get(agentId) ?? []), on]);
      const dates = taken.map(({ on }) => on).sort();
      const kept = await this.days.settingsOf(context, [...wanted.keys()], {
        fromOn: dates[0]!,
        untilOn: dates.at(-1)!,
      });
      const found = (await this.agentDays.chosen(context, wanted)).filter(({ day }) => day.startAt < now);
      const days = await this.agentDays.withKeptSettings(context, found, (one) =>
        kept.get(`${one.agent.id}/${one.on}`),
      );
      const walked = await this.walks.whole(context, days, now);
      await this.days.store(
        tx,
        walked.filter(hasAnything).map((one) => judgedDay(one, now)),
      );
      await this.days.forget(
        tx,
        walked
          .filter((one) => !hasAnything(one))
          .map(({ agentDay }) => ({ agentId: agentDay.agent.id, on: agentDay.on })),
      );
      return taken.length;
    });
  }
}

const hasAnything = ({ agentDay, progress }: WalkedDay): boolean =>
  agentDay.day.activities.length > 0 || progress.tally.contactWorked > 0;

function judgedDay(walked: WalkedDay, now: Instant): JudgedDay {
  const { agentDay, inputHash, progress } = walked;
  const { agent, on, day, terms, settings } = agentDay;
  const { graceSeconds, bootSeconds, ignoredActivityTypeIds, ignoredStates, countsOutsideShift } = settings;
  const judged = walkedTo(walked, now);
  const final = now >= day.endAt + SETTLE_MILLIS;
  return {
    agentId: agent.id,
    on,
    teamId: agent.teamId,
    startAt: day.startAt,
    endAt: day.endAt,
    judgedUntil: judged.until,
    final,
    numbers: numbersOf(judged, terms),
    settings: { graceSeconds, bootSeconds, ignoredActivityTypeIds, ignoredStates, countsOutsideShift },
    inputHash,
    progress: final ? null : progress,
  };
}
