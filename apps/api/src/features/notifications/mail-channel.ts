import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { Message, SendOutcome } from './message.js';
import { mailText } from './message-text.js';

/** All of these together stay below the two minutes after which another worker takes the message for lost. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

interface MailError extends Error {
  readonly code?: string;
  readonly syscall?: string;
  readonly responseCode?: number;
}

export interface OutgoingMail {
  /** Names this mail for ever: its Message-ID. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly files?: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
}

/** Mail by SMTP. Off until `YOTEI_SMTP_URL` names a server. */
@Injectable()
export class MailChannel implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.transport = settings.YOTEI_SMTP_URL ? createTransport({ url: settings.YOTEI_SMTP_URL, ...TIMEOUTS }) : null;
  }

  get isOn(): boolean {
    return this.transport !== null;
  }

  async send(message: Message): Promise<SendOutcome> {
    const { subject, text } = mailText(message, this.settings.YOTEI_PUBLIC_URL);
    return this.post({ id: message.claimId, to: { name: message.name, address: message.email }, subject, text });
  }

  /** Once, with files where there are any. Whoever calls has claimed the mail before and settles it by the outcome. */
  async post({ id, to, subject, text, files = [] }: OutgoingMail): Promise<SendOutcome> {
    if (!this.transport) return { kind: 'later', problem: 'no mail server is set' };
    try {
      await this.transport.sendMail({
        from: this.settings.YOTEI_MAIL_FROM,
        to,
        subject,
        text,
        attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
        messageId: `<${id}@${new URL(this.settings.YOTEI_PUBLIC_URL).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOf(error as MailError);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

/** Only a line that was never there and an answer of the server say that the mail was certainly not taken. */
function outcomeOf(error: MailError): SendOutcome {
  const problem = [error.code, error.responseCode].filter(Boolean).join(' ') || 'mail error';
  if (error.responseCode !== undefined) {
    const isFinal = error.responseCode >= 500 && error.code !== 'EAUTH';
    return { kind: isFinal ? 'refused' : 'later', problem };
  }
  const neverConnected = error.syscall === 'connect' || error.code === 'EDNS' || error.code === 'EAUTH';
  return { kind: neverConnected ? 'later' : 'uncertain', problem };
}
