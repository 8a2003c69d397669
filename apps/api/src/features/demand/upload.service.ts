import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { encodingOf, previewSource, type SourcePreview } from '@yotei/connectors';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { ImportRepository } from './imports.repository.js';

export interface UploadedFile extends Omit<SourcePreview, 'intervalMinutes'> {
  readonly uploadId: string;
  readonly fileName: string;
  /** The columns are those chosen for the last file with this header. */
  readonly remembered: boolean;
}

export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly file: UploadedFile }
  | { readonly kind: 'too-large'; readonly limitBytes: number };

const CHUNK_BYTES = 1 << 20;
const HEAD_BYTES = 1 << 16;
export const LARGEST_UPLOAD_BYTES = 1 << 30;

/** Takes a file in a stream, keeps it for the worker and says what it looks like. Memory use does not grow with the file. */
@Injectable()
export class UploadService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly imports: ImportRepository,
  ) {}

  async upload(context: RequestContext, fileName: string, body: AsyncIterable<Buffer>): Promise<UploadOutcome> {
    try {
      return await this.database.withTenant(context, async (tx) => {
        const uploadId = await this.imports.create(tx, { fileName, createdBy: context.userId });
        const hash = createHash('sha256');
        let bytes = 0;
        let ordinal = 0;
        let head: Buffer = Buffer.alloc(0);
        for await (const content of megabytes(body)) {
          bytes += content.length;
          if (bytes > LARGEST_UPLOAD_BYTES) throw new UploadTooLarge();
          hash.update(content);
          if (ordinal === 0) head = content.subarray(0, HEAD_BYTES);
          await this.imports.addChunk(tx, uploadId, { ordinal, content });
          ordinal += 1;
        }
        const preview = await this.preview(context, head, bytes <= HEAD_BYTES);
        await this.imports.uploaded(tx, uploadId, { sourceId: preview.sourceId, bytes, sha256: hash.digest('hex') });
        return { kind: 'uploaded' as const, file: { uploadId, fileName, ...preview } };
      });
    } catch (error) {
      if (error instanceof UploadTooLarge) return { kind: 'too-large', limitBytes: LARGEST_UPLOAD_BYTES };
      throw error;
    }
  }

  /** What the head of an uploaded file tells; null when there is no such file. */
  async head(context: RequestContext, uploadId: string): Promise<SourcePreview | null> {
    for await (const content of this.imports.chunks(context, uploadId)) {
      return previewOf(content.subarray(0, HEAD_BYTES), content.length <= HEAD_BYTES);
    }
    return null;
  }

  private async preview(
    context: RequestContext,
    head: Buffer,
    isWhole: boolean,
  ): Promise<Omit<UploadedFile, 'uploadId' | 'fileName'>> {
    const { intervalMinutes: _measured, ...preview } = previewOf(head, isWhole);
    const known = await this.imports.rememberedMap(context, preview.header);
    return known ? { ...preview, ...known, problems: [], remembered: true } : { ...preview, remembered: false };
  }
}

class UploadTooLarge extends Error {}

function previewOf(head: Buffer, isWhole: boolean): SourcePreview {
  return previewSource(new TextDecoder(encodingOf(head)).decode(head, { stream: true }), { isWhole });
}

/** The same bytes in pieces of one megabyte, the last one shorter. */
async function* megabytes(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    parts.push(part);
    length += part.length;
    while (length >= CHUNK_BYTES) {
      const all = Buffer.concat(parts);
      yield all.subarray(0, CHUNK_BYTES);
      parts = [all.subarray(CHUNK_BYTES)];
      length -= CHUNK_BYTES;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}
