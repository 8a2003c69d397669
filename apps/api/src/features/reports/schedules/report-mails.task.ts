import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { BackgroundTask } from '../../../platform/jobs/background-task.js';
import { UserAccountsService } from '../../identity/user-accounts.service.js';
import { MailChannel, type OutgoingMail, type SendOutcome } from '../../notifications/index.js';
import { ReportFiles } from '../report-files.js';
import { reportPath, ReportSubjects, type ReportSubjectRef } from '../report-subjects.service.js';
import { reportMailText } from './report-mail-words.js';
import { ReportMailRepository, type ClaimedMail } from './report-mails.repository.js';
import { ReportRecipients } from './report-recipients.repository.js';
import { ReportScheduleRepository, type ReportSchedule } from './report-schedules.repository.js';
import { REPORT_MAILS_TASK } from './report-schedules.service.js';
import { dayTold } from './send-time.js';

interface Addressee {
  readonly name: string | null;
  readonly address: string;
  readonly language: 'en' | 'ja';
}

/** Puts one mail together, from what is known when it goes out. */
@Injectable()
export class ReportMailMaker {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly schedules: ReportScheduleRepository,
    private readonly recipients: ReportRecipients,
    private readonly accounts: UserAccountsService,
    private readonly subjects: ReportSubjects,
    private readonly files: ReportFiles,
  ) {}

  /** Null: the report or its reader is no longer there, or may no longer read it. */
  async mail(context: RequestContext, claimed: ClaimedMail, now: Instant): Promise<OutgoingMail | null> {
    const schedule = await this.schedules.byId(context, claimed.scheduleId);
    const addressee = schedule && (await this.addresseeOf(context, schedule, claimed.recipient));
    if (!schedule || !addressee) return null;
    const subject = subjectOf(schedule, claimed.dueAt);
    const content = await this.subjects.contentGiven(context, subject);
    if (!content) return null;
    const { language, name, address } = addressee;
    const url = name === null ? null : new URL(reportPath(subject), this.settings.YOTEI_PUBLIC_URL).href;
    return {
      id: claimed.id,
      to: { name: name ?? '', address },
      ...reportMailText(content, { language, name, url }),
      files: [
        await this.files.file(context, content, { format: 'pdf', language, at: now }),
        await this.files.file(context, content, { format: 'csv', language, at: now }),
      ],
    };
  }

  private async addresseeOf(
    context: RequestContext,
    schedule: ReportSchedule,
    recipient: string,
  ): Promise<Addressee | null> {
    if (schedule.addresses.includes(recipient))
      return { name: null, address: recipient, language: schedule.addressLocale };
    const mayRead = (await this.recipients.all(context)).some(({ id }) => id === recipient);
    const contact = mayRead ? (await this.accounts.contactsOf(context, [recipient])).get(recipient) : undefined;
    return contact ? { name: contact.name, address: contact.email, language: contact.locale } : null;
  }
}

/** Sends reports when their time has come, each mail once. */
@Injectable()
export class ReportMailsTask extends BackgroundTask {
  override readonly name = REPORT_MAILS_TASK;

  constructor(
    private readonly mails: ReportMailRepository,
    private readonly maker: ReportMailMaker,
    private readonly channel: MailChannel,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(context: RequestContext, signal: AbortSignal): Promise<Instant | null> {
    await this.mails.takeDue(context, this.clock.now());
    await this.mails.settleLost(context, this.clock.now());
    while (!signal.aborted && (await this.sendNext(context)));
    return this.mails.nextAt(context);
  }

  private async sendNext(context: RequestContext): Promise<boolean> {
    const claimed = await this.mails.claim(context, this.clock.now());
    if (!claimed) return false;
    await this.mails.settle(context, claimed, await this.send(context, claimed), this.clock.now());
    return true;
  }

  private async send(context: RequestContext, claimed: ClaimedMail): Promise<SendOutcome> {
    let mail: OutgoingMail | null;
    try {
      mail = await this.maker.mail(context, claimed, this.clock.now());
    } catch {
      // Nothing has left yet. One report that cannot be made must not hold up the others.
      return { kind: 'later', problem: 'the report could not be made' };
    }
    return mail ? this.channel.post(mail) : { kind: 'nobody-there' };
  }
}

function subjectOf({ subject, dashboardId, zone }: ReportSchedule, dueAt: Instant): ReportSubjectRef {
  return subject === 'dashboard' ? { subject, dashboardId: dashboardId! } : { subject, on: dayTold(dueAt, zone) };
}
