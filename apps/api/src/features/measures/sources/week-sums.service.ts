import { Injectable } from '@nestjs/common';
import { coverageOf, type QueueCoverage } from '@yotei/scheduling/evaluation';
import { addDays, intervalStart, localDateOf, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { QueueDirectory } from '../../demand/index.js';
import { PublishedWeeksService } from '../../rosters/index.js';
import { WellbeingService } from '../../wellbeing/index.js';
import {
  PublishedWeeksRepository,
  type CoverageDay,
  type WeekStamp,
  type WellbeingTeamWeek,
} from './published-weeks.repository.js';

/** Share of the requirement by which an interval may miss it and still counts as covered. */
const CLOSE = 0.05;

/** Half-open. */
interface Days {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

const EVER: Days = { fromOn: '0001-01-01', untilOn: '9999-12-31' };

/** Adds up published weeks once a version: coverage by queue and day, wellbeing bands by team. */
@Injectable()
export class WeekSumsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly kept: PublishedWeeksRepository,
    private readonly queues: QueueDirectory,
    private readonly weeks: PublishedWeeksService,
    private readonly wellbeing: WellbeingService,
  ) {}

  /** Days of the published weeks that changed since they were added up, newest first. */
  async stale(context: RequestContext): Promise<Days[]> {
    const weeks = await this.kept.stamps(context, EVER);
    return weeks
      .filter(({ stamp, kept }) => stamp !== kept)
      .map(({ weekStartOn, weeks: count }) => ({ fromOn: weekStartOn, untilOn: addDays(weekStartOn, count * 7) }))
      .reverse();
  }

  /** After it the kept days of the range are those of the schedules as they are. */
  async freshen(context: RequestContext, range: Days): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      const stale = (await this.kept.stamps(context, range)).filter(({ stamp, kept }) => stamp !== kept);
      if (stale.length === 0) return;
      // Two who ask at once would both add up the same weeks.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('measure-weeks ' || app_organisation_id(), 0))`);
      const still = (await this.kept.stamps(context, range)).filter(({ stamp, kept }) => stamp !== kept);
      const zones = new Map((await this.queues.withPutAway(context)).map(({ id, zone }) => [id, zone]));
      for (const week of still) {
        const { stamp } = week;
        if (stamp === null) {
          await this.kept.forget(tx, week.id);
          continue;
        }
        const { problem, shifts } = await this.weeks.read(context, { ...week, startsOn: week.weekStartOn });
        const coverage = coverageOf(problem, { shifts }).flatMap((queue) => daysOf(queue, zones.get(queue.queueId)));
        await this.kept.keep(tx, { id: week.id, stamp }, { coverage, wellbeing: await this.bandsOf(context, week) });
      }
    });
  }

  /** Small groups have no band, so they are in no figure. */
  private async bandsOf(context: RequestContext, week: WeekStamp): Promise<WellbeingTeamWeek[]> {
    const teams = await this.wellbeing.teams(context, week.weekStartOn);
    return teams.flatMap(({ teamId, bands }) => {
      const sum = { wellbeingJudged: 0, wellbeingWatch: 0, wellbeingStrained: 0 };
      for (const { band, people } of bands) {
        if (!band) continue;
        sum.wellbeingJudged += people;
        sum.wellbeingWatch += band.watch;
        sum.wellbeingStrained += band.strained;
      }
      return sum.wellbeingJudged > 0 ? [{ teamId, on: week.weekStartOn, ...sum }] : [];
    });
  }
}

interface Sums {
  scheduledSeconds: number;
  overSeconds: number;
  underSeconds: number;
  neededIntervals: number;
  intervalsWithin5Percent: number;
  efficiencySum: number;
  efficiencyIntervals: number;
}

function daysOf({ queueId, grid, scheduledAgents, agentsToRoster }: QueueCoverage, zone = 'UTC'): CoverageDay[] {
  const seconds = grid.stepMinutes * 60;
  const days = new Map<LocalDate, Sums>();
  for (let slot = 0; slot < grid.count; slot++) {
    const on = localDateOf(intervalStart(grid, slot), zone);
    let sum = days.get(on);
    if (!sum) days.set(on, (sum = noSums()));
    addSlot(sum, { scheduled: scheduledAgents[slot]!, needed: agentsToRoster[slot]!, seconds });
  }
  return [...days].map(([on, sum]) => ({ queueId, on, ...sum }));
}

function noSums(): Sums {
  return {
    scheduledSeconds: 0,
    overSeconds: 0,
    underSeconds: 0,
    neededIntervals: 0,
    intervalsWithin5Percent: 0,
    efficiencySum: 0,
    efficiencyIntervals: 0,
  };
}

function addSlot(
  sum: Sums,
  { scheduled, needed, seconds }: { readonly scheduled: number; readonly needed: number; readonly seconds: number },
): void {
  sum.scheduledSeconds += scheduled * seconds;
  sum.overSeconds += Math.max(0, scheduled - needed) * seconds;
  sum.underSeconds += Math.max(0, needed - scheduled) * seconds;
  if (needed <= 0) return;
  sum.neededIntervals += 1;
  if (Math.abs(scheduled - needed) <= CLOSE * needed) sum.intervalsWithin5Percent += 1;
  if (scheduled <= 0) return;
  sum.efficiencySum += needed / scheduled;
  sum.efficiencyIntervals += 1;
}
