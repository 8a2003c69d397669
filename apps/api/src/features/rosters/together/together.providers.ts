import { EditLogRepository } from './edit-log.repository.js';
import { EditLogResolver } from './edit-log.resolver.js';
import { EditLogService } from './edit-log.service.js';
import { PresenceRepository } from './presence.repository.js';
import { PresenceResolver } from './presence.resolver.js';
import { PresenceService } from './presence.service.js';
import { PublicationRepository } from './publications.repository.js';
import { PublishingResolver } from './publishing.resolver.js';
import { ReceiptsService } from './receipts.service.js';
import { SavedViewsResolver } from './saved-views.resolver.js';
import { SavedViewsService } from './saved-views.service.js';
import { ScheduleRecords } from './schedule-records.js';
import { VersionsResolver } from './versions.resolver.js';
import { VersionsService } from './versions.service.js';
import { WithdrawNews, WithdrawService } from './withdraw.service.js';

/** Planning together: who is there, undo kept by the server, history, going back, publishing in parts and taking back. */
export const TOGETHER = [
  EditLogRepository,
  EditLogResolver,
  EditLogService,
  PresenceRepository,
  PresenceResolver,
  PresenceService,
  PublicationRepository,
  PublishingResolver,
  ReceiptsService,
  SavedViewsResolver,
  SavedViewsService,
  ScheduleRecords,
  VersionsResolver,
  VersionsService,
  WithdrawNews,
  WithdrawService,
];
