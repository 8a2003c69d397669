export { Announcer, type Announcement, type BothLanguages } from './announcer.js';
export { NoticeReceipts, type NoticeReceipt } from './notice-receipts.js';
export { NoticeSettingsRepository } from './notice-settings.repository.js';
export { noticeOf } from './notices.mapper.js';
export type { NoticeRow } from './notices.repository.js';
export { NoticesService } from './notices.service.js';
export { Notice } from './notifications.graphql-types.js';
