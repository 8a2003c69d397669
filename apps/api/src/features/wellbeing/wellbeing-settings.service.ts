import { Injectable } from '@nestjs/common';
import { WELLBEING_MEASURES, type MeasureSettings } from '@yotei/scheduling/wellbeing';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** What a centre chose; version 0 is the standard. */
export interface WellbeingSettingsInForce {
  readonly version: number;
  readonly measures: MeasureSettings;
  readonly hasPulse: boolean;
  /** Whether the plan says who is first for hard contacts; the routing has to follow it. */
  readonly hasHardTurns: boolean;
}

/** Own limits of one measure. */
export interface OwnLimits {
  readonly measureId: string;
  readonly ok: number;
  readonly bad: number;
}

export type SavedWellbeingSettings =
  | { readonly kind: 'saved'; readonly settings: WellbeingSettingsInForce }
  | { readonly kind: 'edited-meanwhile'; readonly settings: WellbeingSettingsInForce }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const STANDARD: WellbeingSettingsInForce = { version: 0, measures: {}, hasPulse: true, hasHardTurns: false };

const SAVE = `
insert into wellbeing_settings as s (organisation_id, measures, has_pulse, has_hard_turns) values (app_organisation_id(), $1::jsonb, $2, $3)
on conflict (organisation_id) do update set measures = excluded.measures, has_pulse = excluded.has_pulse, has_hard_turns = excluded.has_hard_turns, version = s.version + 1, updated_at = now()`;

/** Limits of the measures and whether people are asked how they are, by centre. */
@Injectable()
export class WellbeingSettingsService {
  constructor(private readonly database: TenantDatabase) {}

  async inForce(context: RequestContext): Promise<WellbeingSettingsInForce> {
    const [row] = await this.database.read<WellbeingSettingsInForce>(
      context,
      'select version, measures, has_pulse as "hasPulse", has_hard_turns as "hasHardTurns" from wellbeing_settings where organisation_id = app_organisation_id()',
    );
    return row ?? STANDARD;
  }

  /** Measures left out have the catalogue's limits. */
  async save(
    context: RequestContext,
    order: {
      readonly expectedVersion: number;
      readonly limits: readonly OwnLimits[];
      readonly hasPulse: boolean;
      /** Null: as it is. */
      readonly hasHardTurns: boolean | null;
    },
  ): Promise<SavedWellbeingSettings> {
    const fault = limitsFault(order.limits);
    if (fault) return { kind: 'invalid', ...fault };
    return this.database.withTenant(context, async (tx) => {
      await tx.query(
        `select pg_advisory_xact_lock(hashtextextended('wellbeing settings ' || app_organisation_id(), 0))`,
      );
      const before = await this.inForce(context);
      if (before.version !== order.expectedVersion) return { kind: 'edited-meanwhile' as const, settings: before };
      const measures: MeasureSettings = Object.fromEntries(
        order.limits.map(({ measureId, ok, bad }) => [measureId, { parameters: { ok, bad } }]),
      );
      await tx.query(SAVE, [JSON.stringify(measures), order.hasPulse, order.hasHardTurns ?? before.hasHardTurns]);
      return { kind: 'saved' as const, settings: await this.inForce(context) };
    });
  }
}

function limitsFault(limits: readonly OwnLimits[]): { readonly path: string; readonly message: string } | null {
  for (const { measureId, ok, bad } of limits) {
    const measure = WELLBEING_MEASURES.find(({ id }) => id === measureId);
    if (!measure) return { path: measureId, message: 'no such measure' };
    const standard = (key: string) => measure.parameters.find((parameter) => parameter.key === key)!;
    const { min, max } = standard('ok');
    if (![ok, bad].every((value) => value >= min && value <= max))
      return { path: measureId, message: `must lie in ${min}..${max}` };
    const isLittleBad = standard('bad').default < standard('ok').default;
    if (isLittleBad ? bad >= ok : bad <= ok)
      return { path: measureId, message: 'full load must lie beyond the limit of no load' };
  }
  return null;
}
