import { Injectable } from '@nestjs/common';
import type { TextLanguage } from '@yotei/scheduling/staffing';
import { formatLocal, type Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { OrganisationService } from '../organisation/index.js';
import { HomeClock } from './content/home-clock.service.js';
import type { ReportContent } from './content/report-content.js';
import { reportCsv } from './csv/report-csv.js';
import { reportPdf } from './pdf/report-pdf.js';

export const REPORT_FORMATS = { pdf: 'application/pdf', csv: 'text/csv; charset=utf-8' } as const;
export type ReportFormat = keyof typeof REPORT_FORMATS;

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** A report as files to keep and send. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly home: HomeClock,
  ) {}

  async file(
    context: RequestContext,
    content: ReportContent,
    { format, language, at }: { readonly format: ReportFormat; readonly language: TextLanguage; readonly at: Instant },
  ): Promise<ReportFile> {
    const name = `yotei-${content.fromOn}.${format}`;
    const type = REPORT_FORMATS[format];
    if (format === 'csv') return { name, type, content: Buffer.from(reportCsv(content, language), 'utf8') };
    const { name: centre } = await this.organisation.organisation(context);
    const { zone } = await this.home.of(context);
    const written = formatLocal(at, zone).slice(0, 16).replace('T', ' ');
    const foot =
      language === 'ja' ? `${centre} · ${written} 作成 (${zone})` : `${centre} · written ${written} (${zone})`;
    return { name, type, content: await reportPdf(content, { language, writtenAt: new Date(at), foot }) };
  }
}
