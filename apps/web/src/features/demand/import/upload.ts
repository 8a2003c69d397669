import { RequestFailed } from '../../../graphql/client.js';

/** What a file looks like before it is loaded; the schema's type of that name. */
export interface ImportPreview {
  readonly uploadId: string;
  readonly fileName: string;
  readonly sourceId: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Field -> column, as guessed, or as mapped the last time for this header. */
  readonly columnMap: Readonly<Record<string, string>>;
  readonly remembered: boolean;
  readonly sampleRows: readonly (readonly string[])[];
  readonly problems: readonly string[];
}

/** Where a file goes; the answer is its preview. */
export const UPLOAD_URL = '/api/imports/uploads';

/**
 * Sends one file and resolves to what it looks like. XMLHttpRequest, because fetch tells nothing about how much has
 * been sent. `onSent` gets 0..1.
 */
export function uploadFile(file: File, onSent: (fraction: number) => void): Promise<ImportPreview> {
  return new Promise((resolve, reject) => {
    const sender = new XMLHttpRequest();
    sender.open('POST', UPLOAD_URL);
    sender.setRequestHeader('content-type', 'application/octet-stream');
    // A header holds only Latin letters, a file's name holds any.
    sender.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    sender.responseType = 'json';
    sender.upload.onprogress = ({ loaded, total }) => onSent(total ? loaded / total : 0);
    sender.onerror = () => reject(new RequestFailed('UNREACHABLE', undefined, 'upload'));
    sender.onload = () => {
      if (sender.status >= 200 && sender.status < 300) return resolve(sender.response as ImportPreview);
      const id = sender.getResponseHeader('x-correlation-id') ?? undefined;
      const said = (sender.response as { code?: string; message?: string } | null) ?? {};
      return reject(
        new RequestFailed(said.code ?? `HTTP_${sender.status}`, id, said.message ?? `HTTP ${sender.status}`),
      );
    };
    sender.send(file);
  });
}
