import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/**
 * Writes a whole file or nothing: into a neighbour first, renamed when complete, so that a stopped run leaves no
 * half file under the name asked for. Packs when the name ends in `.gz`.
 */
export async function writeFileWhole(
  path: string,
  content: string | Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const source = Readable.from(typeof content === 'string' ? [content] : content);
  try {
    const target = createWriteStream(part);
    if (path.endsWith('.gz')) await pipeline(source, createGzip(), target);
    else await pipeline(source, target);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
