import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { badInput } from '../frame/problem-list.js';

type Variables = Readonly<Record<string, unknown>>;

/** What a file looks like to the centre, before it is loaded. */
export interface UploadedFile {
  readonly uploadId: string;
  readonly sourceId: string;
  readonly columnMap: Readonly<Record<string, string>>;
  readonly intervalMinutes?: number | null;
  readonly problems: readonly string[];
}

/** A running centre, spoken to over HTTP: as the browser does by a person who signed in, or by a program with a key. */
export class CentreClient {
  private cookie = '';

  constructor(
    private readonly address: string,
    private readonly apiKey?: string,
  ) {}

  /** Throws bad input when the address does not answer or refuses the person. */
  async signIn(email: string, password: string): Promise<void> {
    const query =
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename } }';
    const response = await this.send('/graphql', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { email, password } }),
    });
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    if (!this.cookie)
      throw badInput({ field: '--email', message: `${email} or the password in YOTEI_PASSWORD is wrong` });
  }

  /** The data of a GraphQL answer; what the centre refuses is bad input in its own words. */
  async ask<Data>(query: string, variables: Variables = {}): Promise<Data> {
    const response = await this.send('/graphql', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: Data; errors?: readonly { message: string }[] };
    if (answer.errors?.length) throw badInput({ message: answer.errors.map(({ message }) => message).join('; ') });
    return answer.data!;
  }

  /** Sends a file as a stream; memory does not grow with it. */
  async upload(file: string): Promise<UploadedFile> {
    await stat(file).catch(() => {
      throw badInput({ file, message: 'no such file' });
    });
    const response = await this.send('/api/imports/uploads', {
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(basename(file)) },
      body: Readable.toWeb(createReadStream(file)) as ReadableStream,
      duplex: 'half',
    });
    if (!response.ok) throw badInput({ file, message: `the centre refused the file (${response.status})` });
    return (await response.json()) as UploadedFile;
  }

  /** Sends JSON, with the key when there is one. `status` is null when nobody answered: worth another try. */
  async post<Answer>(path: string, body: object): Promise<{ readonly status: number | null; readonly answer: Answer }> {
    const headers = {
      'content-type': 'application/json',
      ...(this.apiKey && { authorization: `Bearer ${this.apiKey}` }),
      ...(this.cookie && { cookie: this.cookie }),
    };
    try {
      const response = await fetch(`${this.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, answer: (await response.json()) as Answer };
    } catch {
      return { status: null, answer: null as Answer };
    }
  }

  /** Text at a path of the centre, such as the rejects of an import. */
  async text(path: string): Promise<string> {
    return (await this.send(path, { method: 'GET' })).text();
  }

  private async send(path: string, request: RequestInit & { duplex?: 'half' }): Promise<Response> {
    const headers = {
      'apollo-require-preflight': 'true',
      origin: this.address,
      ...(this.cookie && { cookie: this.cookie }),
      ...request.headers,
    };
    try {
      return await fetch(`${this.address}${path}`, { method: 'POST', ...request, headers });
    } catch {
      throw badInput({ field: '--to', message: `no centre answers at ${this.address}; start one with npm run up` });
    }
  }
}
