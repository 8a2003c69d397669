import { Injectable } from '@nestjs/common';
import {
  HardWork,
  hardMinutesWith,
  hardTurns,
  loadWithTurns,
  type HardTurn,
  type HardWorkInput,
} from '@yotei/scheduling/protection';
import type { WorkLoad } from '@yotei/scheduling/wellbeing';
import { addDays } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { ScheduleRecord } from '../rosters/index.js';

/** Weeks whose hard contacts count when those of the next are shared. */
const MEMORY_WEEKS = 4;

interface KeptTurns {
  readonly computedFrom: string;
  readonly turns: readonly HardTurn[];
}

/** Turns of a published week, and a person's planned load with them in it. */
export interface WeekTurns {
  readonly turns: readonly HardTurn[];
  readonly loadOf: (agentId: string, load: WorkLoad) => WorkLoad;
}

const KEEP = `
insert into hard_turn_weeks (organisation_id, schedule_id, week_start_on, computed_from, turns, minutes)
values (app_organisation_id(), $1, $2, $3, $4::jsonb, $5::jsonb)
on conflict (organisation_id, schedule_id) do update
set computed_from = excluded.computed_from, turns = excluded.turns, minutes = excluded.minutes, computed_at = now()`;

/** Who is first for hard contacts in a published week: planned once a version, what was told stays where its person still works. */
@Injectable()
export class HardTurnsService {
  constructor(private readonly database: TenantDatabase) {}

  async ofWeek(
    context: RequestContext,
    schedule: ScheduleRecord,
    of: { readonly computedFrom: string; readonly input: HardWorkInput },
  ): Promise<WeekTurns> {
    const [kept] = await this.database.read<KeptTurns>(
      context,
      `select computed_from as "computedFrom", turns from hard_turn_weeks
       where organisation_id = app_organisation_id() and schedule_id = $1`,
      [schedule.id],
    );
    const turns =
      kept?.computedFrom === of.computedFrom ? kept.turns : await this.plan(context, schedule, { ...of, kept });
    const work = new HardWork(of.input);
    const [even, turned] = [hardMinutesWith(work, []).bySlot, hardMinutesWith(work, turns).bySlot];
    return {
      turns,
      loadOf: (agentId, load) => {
        const own = { even: even.get(agentId), turned: turned.get(agentId) };
        return own.even && own.turned ? loadWithTurns(load, { even: own.even, turned: own.turned }) : load;
      },
    };
  }

  private async plan(
    context: RequestContext,
    { id, weekStartOn }: ScheduleRecord,
    of: { readonly computedFrom: string; readonly input: HardWorkInput; readonly kept: KeptTurns | undefined },
  ): Promise<readonly HardTurn[]> {
    const memory = await this.memory(context, weekStartOn);
    const { turns, hardMinutes } = hardTurns(of.input, { memory, standing: of.kept?.turns ?? [] });
    await this.database.withTenant(context, async (tx) => {
      const minutes = JSON.stringify(Object.fromEntries(hardMinutes));
      await tx.query(KEEP, [id, weekStartOn, of.computedFrom, JSON.stringify(turns), minutes]);
    });
    return turns;
  }

  /** Minutes with hard contacts expected of each in the weeks before. */
  private async memory(context: RequestContext, weekStartOn: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read<{ agentId: string; minutes: number }>(
      context,
      `select m.key as "agentId", sum(m.value::float8) as minutes from hard_turn_weeks w, jsonb_each_text(w.minutes) m
       where w.organisation_id = app_organisation_id() and w.week_start_on >= $1::date and w.week_start_on < $2::date group by m.key`,
      [addDays(weekStartOn, -7 * MEMORY_WEEKS), weekStartOn],
    );
    return new Map(rows.map(({ agentId, minutes }) => [agentId, minutes]));
  }
}
