import { Injectable } from '@nestjs/common';
import { isZone } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { UserAccountsService } from '../identity/user-accounts.service.js';
import { Announcer } from './announcer.js';
import type { NoticeSettings } from './delivery-plan.js';
import { NoticeSettingsRepository } from './notice-settings.repository.js';
import { PushDevices, type NewPushDevice } from './push-devices.service.js';
import type { PushDevice } from './push-devices.repository.js';

export interface SettingsOfPerson extends NoticeSettings {
  readonly language: 'en' | 'ja';
  readonly mailIsOn: boolean;
  readonly pushPublicKey: string;
  readonly devices: readonly PushDevice[];
}

export interface InputFault {
  readonly kind: 'invalid';
  readonly path: string;
  readonly message: string;
}

const isMinute = (value: number | null | undefined): boolean =>
  value === null || value === undefined || (Number.isInteger(value) && value >= 0 && value < 1440);

/** How the reader is told, in which language, and on which devices. */
@Injectable()
export class NoticeSettingsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly settings: NoticeSettingsRepository,
    private readonly devices: PushDevices,
    private readonly accounts: UserAccountsService,
    private readonly announcer: Announcer,
  ) {}

  async mine(context: RequestContext): Promise<SettingsOfPerson> {
    return this.database.withTenant(context, async () => ({
      ...(await this.settings.of(context, [context.userId!])).get(context.userId!)!,
      language: (await this.accounts.find(context, context.userId!))?.locale === 'ja' ? 'ja' : 'en',
      ...(await this.devices.mine(context)),
    }));
  }

  async save(
    context: RequestContext,
    input: NoticeSettings & { readonly language: 'en' | 'ja' },
  ): Promise<SettingsOfPerson | InputFault> {
    if (!isZone(input.zone)) return { kind: 'invalid', path: 'zone', message: 'name an IANA zone, such as Asia/Tokyo' };
    for (const path of ['quietFromMinute', 'quietUntilMinute', 'digestMinute'] as const)
      if (!isMinute(input[path])) return { kind: 'invalid', path, message: 'a minute of the day is 0 to 1439' };
    const hasFrom = input.quietFromMinute !== null;
    if (hasFrom !== (input.quietUntilMinute !== null))
      return { kind: 'invalid', path: 'quietUntilMinute', message: 'quiet hours need both their start and their end' };
    return this.database.withTenant(context, async () => {
      await this.settings.save(context, input);
      await this.accounts.setLocale(context, input.language);
      return this.mine(context);
    });
  }

  async addDevice(context: RequestContext, device: NewPushDevice): Promise<SettingsOfPerson | InputFault> {
    const fault = await this.devices.add(context, device);
    return fault ?? this.mine(context);
  }

  async removeDevice(context: RequestContext, id: string): Promise<boolean> {
    return this.devices.remove(context, id);
  }

  /** A notice to oneself, to see whether and how it arrives. */
  async sendTest(context: RequestContext): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const told = await this.announcer.announce(tx, context, [
        {
          userId: context.userId!,
          kind: 'test',
          what: { en: 'This is a test of your notices', ja: 'お知らせのテストです' },
          todo: { en: 'Nothing to do.', ja: '何もする必要はありません。' },
          path: '/me',
          urgent: true,
        },
      ]);
      return told > 0;
    });
  }
}
