import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { WELLBEING_MEASURES } from '@yotei/scheduling/wellbeing';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import {
  MeasureLimitsInput,
  SaveWellbeingSettingsResult,
  WellbeingSettings,
  WellbeingSettingsEditedMeanwhile,
  WellbeingSettingsSaved,
} from './wellbeing-settings.graphql-types.js';
import { WellbeingSettingsService, type WellbeingSettingsInForce } from './wellbeing-settings.service.js';

@Resolver()
export class WellbeingSettingsResolver {
  constructor(private readonly settings: WellbeingSettingsService) {}

  @Query(() => WellbeingSettings)
  @RequirePermission('wellbeing.read')
  async wellbeingSettings(@CurrentContext() context: RequestContext): Promise<WellbeingSettings> {
    return settingsOf(await this.settings.inForce(context));
  }

  @Mutation(() => SaveWellbeingSettingsResult, { description: 'Measures left out go back to the standard limits.' })
  @RequirePermission('wellbeing.edit')
  async saveWellbeingSettings(
    @CurrentContext() context: RequestContext,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('hasPulse', { type: () => Boolean }) hasPulse: boolean,
    @Args('limits', { type: () => [MeasureLimitsInput] }) limits: MeasureLimitsInput[],
    @Args('hasHardTurns', { type: () => Boolean, nullable: true, description: 'Null: as it is.' })
    hasHardTurns: boolean | null,
  ): Promise<typeof SaveWellbeingSettingsResult> {
    const order = { expectedVersion, hasPulse, limits, hasHardTurns: hasHardTurns ?? null };
    const saved = await this.settings.save(context, order);
    switch (saved.kind) {
      case 'saved':
        return Object.assign(new WellbeingSettingsSaved(), { settings: settingsOf(saved.settings) });
      case 'edited-meanwhile':
        return Object.assign(new WellbeingSettingsEditedMeanwhile(), {
          message: 'someone changed the limits meanwhile',
          settings: settingsOf(saved.settings),
        });
      case 'invalid':
        return InvalidInput.of(`limits.${saved.path}`, saved.message);
    }
  }
}

function settingsOf({ version, hasPulse, hasHardTurns, measures }: WellbeingSettingsInForce): WellbeingSettings {
  return {
    version,
    hasPulse,
    hasHardTurns,
    measures: WELLBEING_MEASURES.map(({ id, code, title, meaning, unit, evidence, parameters }) => {
      const standard = (key: string) => parameters.find((parameter) => parameter.key === key)!.default;
      const own = measures[id]?.parameters;
      const [standardOk, standardBad] = [standard('ok'), standard('bad')];
      const limits = { ok: Number(own?.['ok'] ?? standardOk), bad: Number(own?.['bad'] ?? standardBad) };
      return { measureId: id, code, title, meaning, unit, evidence, ...limits, standardOk, standardBad };
    }),
  };
}
