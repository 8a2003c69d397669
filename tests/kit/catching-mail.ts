import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly CaughtFile[];
}

export interface CaughtFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** A mail server that keeps what it is given, or refuses or hangs on request. */
export class CatchingMail {
  readonly mails: CaughtMail[] = [];
  /** Called with each mail before it is taken; throwing refuses it. */
  beforeTaking: (mail: CaughtMail) => Promise<void> | void = () => undefined;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = read(
          Buffer.concat(chunks).toString('utf8'),
          session.envelope.rcptTo.map(({ address }) => address),
        );
        Promise.resolve()
          .then(() => this.beforeTaking(mail))
          .then(
            () => {
              this.mails.push(mail);
              callback();
            },
            (error: Error) => callback(error),
          );
      });
    },
  });

  /** Address for `YOTEI_SMTP_URL`. */
  async open(): Promise<string> {
    const listening = this.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    this.server.on('error', () => undefined);
    return `smtp://127.0.0.1:${(listening.address() as { port: number }).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  to(address: string): CaughtMail[] {
    return this.mails.filter((mail) => mail.to.includes(address));
  }
}

function read(raw: string, to: readonly string[]): CaughtMail {
  const whole = partOf(raw);
  const parts = whole.boundary === null ? [whole] : partsOf(whole.body, whole.boundary);
  const [text, ...files] = parts;
  return {
    to,
    messageId: whole.header('message-id'),
    subject: decodeWords(whole.header('subject')),
    text: text!.content.toString('utf8'),
    files: files.map(({ header, content }) => ({
      name: /filename="?([^";]+)/.exec(header('content-disposition'))?.[1] ?? '',
      type: header('content-type').split(';')[0]!,
      content,
    })),
  };
}

interface MailPart {
  readonly header: (name: string) => string;
  readonly body: string;
  readonly content: Buffer;
  readonly boundary: string | null;
}

function partOf(raw: string): MailPart {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = raw.slice(end + 4);
  const encoding = header('content-transfer-encoding');
  const plain = encoding === 'quoted-printable' ? decodeQuoted(body.replaceAll('=\r\n', '')) : body;
  const boundary = /^multipart\/.*boundary="?([^";]+)/i.exec(header('content-type'))?.[1] ?? null;
  return { header, body, boundary, content: encoding === 'base64' ? Buffer.from(body, 'base64') : Buffer.from(plain) };
}

const partsOf = (body: string, boundary: string): MailPart[] =>
  body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => partOf(part.replace(/^\r\n/, '')));

const decodeQuoted = (text: string): string =>
  decodeURIComponent(text.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/g, '%$1'));

/** `=?UTF-8?B?…?=` and `?Q?` of RFC 2047. */
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}
