import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { Announcer } from './announcer.js';
import { Channels } from './channels.js';
import { DeliveryRepository } from './deliveries.repository.js';
import { MailChannel } from './mail-channel.js';
import { NoticeReceipts } from './notice-receipts.js';
import { NoticeSettingsRepository } from './notice-settings.repository.js';
import { NoticeSettingsResolver } from './notice-settings.resolver.js';
import { NoticeSettingsService } from './notice-settings.service.js';
import { NoticeRepository } from './notices.repository.js';
import { NoticesResolver } from './notices.resolver.js';
import { NoticesService } from './notices.service.js';
import { NoticesTask } from './notices.task.js';
import { PushChannel } from './push-channel.js';
import { PushDeviceRepository } from './push-devices.repository.js';
import { PushDevices } from './push-devices.service.js';
import { PushKeyStore } from './push-keys.js';

const repositories = [DeliveryRepository, NoticeRepository, NoticeSettingsRepository, PushDeviceRepository];
const services = [Announcer, Channels, MailChannel, NoticeReceipts, NoticeSettingsService, NoticesService];
const pushes = [PushChannel, PushDevices, PushKeyStore];

@Module({
  imports: [OrganisationModule],
  providers: [...repositories, ...services, ...pushes, NoticesTask, NoticesResolver, NoticeSettingsResolver],
  exports: [Announcer, MailChannel, NoticeReceipts, NoticeSettingsRepository, NoticesService],
})
export class NotificationsModule {}

export const notificationsFeature: Feature = { name: 'notifications', module: NotificationsModule, entities: [] };
