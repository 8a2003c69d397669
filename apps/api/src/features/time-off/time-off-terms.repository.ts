import { Injectable } from '@nestjs/common';
import type { AccrualTerms } from '@yotei/scheduling/time-off';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { Allowance } from './time-off.repository.js';

export interface TimeOffType extends AccrualTerms {
  readonly code: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly paid: boolean;
  readonly hasBalance: boolean;
  readonly minNoticeHours: number;
  readonly decides: 'rules' | 'review';
  readonly usesAllowance: boolean;
  /** Put away: nobody can ask for it any more; what was answered and balances stay. */
  readonly archived: boolean;
}

const DAY_MINUTES = 480;
const NO_BALANCE = { yearlyMinutes: 0, accrual: 'upfront', carryOverMinutes: 0, yearStartMonth: 1 } as const;

/** What a centre begins with; kept as its own once somebody asks for the kinds. */
const STANDARD: readonly TimeOffType[] = [
  {
    code: 'annual',
    title: { en: 'Annual leave', ja: '年次有給休暇' },
    ...{ paid: true, hasBalance: true, minNoticeHours: 48, decides: 'rules', usesAllowance: true, archived: false },
    ...{ yearlyMinutes: 20 * DAY_MINUTES, accrual: 'upfront', carryOverMinutes: 5 * DAY_MINUTES, yearStartMonth: 1 },
  },
  {
    code: 'sick',
    title: { en: 'Sickness', ja: '病気休暇' },
    ...{ paid: true, hasBalance: false, minNoticeHours: 0, decides: 'review', usesAllowance: false, archived: false },
    ...NO_BALANCE,
  },
  {
    code: 'unpaid',
    title: { en: 'Unpaid leave', ja: '無給休暇' },
    ...{ paid: false, hasBalance: false, minNoticeHours: 168, decides: 'review', usesAllowance: true, archived: false },
    ...NO_BALANCE,
  },
];

/** The kinds of absence of a centre, and how many may be away at once. */
@Injectable()
export class TimeOffTermsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async types(context: RequestContext): Promise<TimeOffType[]> {
    const known = await this.readTypes(context);
    if (known.length > 0) return known;
    for (const type of STANDARD) await this.saveType(context, type, 'nothing');
    return this.readTypes(context);
  }

  private readTypes(context: RequestContext): Promise<TimeOffType[]> {
    return this.database.read<TimeOffType>(
      context,
      `select code, title, paid, has_balance as "hasBalance", yearly_minutes as "yearlyMinutes", accrual, carry_over_minutes as "carryOverMinutes",
         year_start_month as "yearStartMonth", min_notice_hours as "minNoticeHours", decides, uses_allowance as "usesAllowance",
         archived_at is not null as archived
       from time_off_types where organisation_id = $1 order by not has_balance, code`,
      [context.organisationId],
    );
  }

  async saveType(
    context: RequestContext,
    type: TimeOffType,
    onConflict: 'update' | 'nothing' = 'update',
  ): Promise<void> {
    const update = `update set title = excluded.title, paid = excluded.paid, has_balance = excluded.has_balance, yearly_minutes = excluded.yearly_minutes,
      accrual = excluded.accrual, carry_over_minutes = excluded.carry_over_minutes, year_start_month = excluded.year_start_month,
      min_notice_hours = excluded.min_notice_hours, decides = excluded.decides, uses_allowance = excluded.uses_allowance,
      archived_at = case when excluded.archived_at is not null then coalesce(time_off_types.archived_at, excluded.archived_at) end`;
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `insert into time_off_types (organisation_id, code, title, paid, has_balance, yearly_minutes, accrual, carry_over_minutes, year_start_month, min_notice_hours, decides, uses_allowance, archived_at)
         values (app_organisation_id(), $1, $2::jsonb, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $12 then now() end)
         on conflict (organisation_id, code) do ${onConflict === 'update' ? update : 'nothing'}`,
        [
          type.code,
          JSON.stringify(type.title),
          type.paid,
          type.hasBalance,
          type.yearlyMinutes,
          type.accrual,
          type.carryOverMinutes,
          type.yearStartMonth,
          type.minNoticeHours,
          type.decides,
          type.usesAllowance,
          type.archived,
        ],
      ),
    );
  }

  async allowances(context: RequestContext): Promise<Allowance[]> {
    return this.database.read<Allowance>(
      context,
      `select id, team_id as "teamId", to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(until_on, 'YYYY-MM-DD') as "untilOn", weekdays,
         from_minute as "fromMinute", until_minute as "untilMinute", most from time_off_allowances where organisation_id = $1 order by from_on, id`,
      [context.organisationId],
    );
  }

  async addAllowance(context: RequestContext, allowance: Omit<Allowance, 'id'>): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `insert into time_off_allowances (organisation_id, team_id, from_on, until_on, weekdays, from_minute, until_minute, most)
         values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7)`,
        [
          allowance.teamId,
          allowance.fromOn,
          allowance.untilOn,
          allowance.weekdays,
          allowance.fromMinute,
          allowance.untilMinute,
          allowance.most,
        ],
      ),
    );
  }

  async removeAllowance(context: RequestContext, id: string): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query('delete from time_off_allowances where id = $1 returning id', [id]);
      return rows.length > 0;
    });
  }

  /** When the agent was hired. */
  async hiredOn(context: RequestContext, agentId: string): Promise<LocalDate> {
    const [row] = await this.database.read<{ on: LocalDate }>(
      context,
      `select to_char(hired_on, 'YYYY-MM-DD') as "on" from agents where id = $1`,
      [agentId],
    );
    return row!.on;
  }
}
