import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { badInput } from '../frame/problem-list.js';

/** Refuses a file in a folder that is not there, before the long work begins. */
export async function refuseWithoutFolder(path: string, option: string): Promise<void> {
  const folder = dirname(path);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw badInput({ field: option, message: `${folder} is not a folder; make it, or name another` });
}

/** A device or a pipe, which has to be written to as it stands: renaming would put a file in its place. */
async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

/**
 * Writes a whole file or nothing: into a neighbour first, renamed when complete, so that a stopped run leaves no
 * half file under the name asked for. Packs when the name ends in `.gz`.
 */
export async function writeFileWhole(
  path: string,
  content: string | Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const source = Readable.from(typeof content === 'string' ? [content] : content);
  if (await isSpecial(path)) return pipeline(source, createWriteStream(path));
  const part = `${path}.${process.pid}.part`;
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
