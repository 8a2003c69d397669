import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { NoticeSettingsService, type InputFault, type SettingsOfPerson } from './notice-settings.service.js';
import {
  NoticeSettings,
  NoticeSettingsInput,
  NoticeSettingsResult,
  PushDeviceInput,
  type DayAlertChoice,
  type MailMode,
  type NoticeLanguage,
} from './notifications.graphql-types.js';

const settingsOf = (found: SettingsOfPerson): NoticeSettings =>
  Object.assign(new NoticeSettings(), {
    ...found,
    mail: found.mail as MailMode,
    dayAlerts: found.dayAlerts as DayAlertChoice | null,
    language: found.language as NoticeLanguage,
    devices: [...found.devices],
  });

const resultOf = (outcome: SettingsOfPerson | InputFault): typeof NoticeSettingsResult =>
  'kind' in outcome ? InvalidInput.of(outcome.path, outcome.message) : settingsOf(outcome);

@Resolver()
export class NoticeSettingsResolver {
  constructor(private readonly settings: NoticeSettingsService) {}

  @Query(() => NoticeSettings)
  @RequirePermission('notice.read')
  async myNoticeSettings(@CurrentContext() context: RequestContext): Promise<NoticeSettings> {
    return settingsOf(await this.settings.mine(context));
  }

  @Mutation(() => NoticeSettingsResult)
  @RequirePermission('notice.read')
  async saveNoticeSettings(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => NoticeSettingsInput }) input: NoticeSettingsInput,
  ): Promise<typeof NoticeSettingsResult> {
    const { quietFromMinute = null, quietUntilMinute = null, dayAlerts = null, ...rest } = input;
    return resultOf(await this.settings.save(context, { ...rest, quietFromMinute, quietUntilMinute, dayAlerts }));
  }

  @Mutation(() => NoticeSettingsResult, { description: 'This browser takes pushes from now on.' })
  @RequirePermission('notice.read')
  async addPushDevice(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => PushDeviceInput }) input: PushDeviceInput,
  ): Promise<typeof NoticeSettingsResult> {
    return resultOf(await this.settings.addDevice(context, input));
  }

  @Mutation(() => Boolean)
  @RequirePermission('notice.read')
  removePushDevice(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    return this.settings.removeDevice(context, id);
  }

  @Mutation(() => Boolean, { description: 'A notice to oneself, by every channel that is on.' })
  @RequirePermission('notice.read')
  sendTestNotice(@CurrentContext() context: RequestContext): Promise<boolean> {
    return this.settings.sendTest(context);
  }
}
