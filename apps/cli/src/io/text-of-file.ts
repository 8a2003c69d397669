import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** `pipeline` hands an error of one stream to the next; whoever reads the last one sees it. */
const passedOn = (): void => {};

/** Bytes that are no text; the reader of the file says so with the file's name. */
export class NotTextError extends Error {}

const NOT_TEXT = 'not UTF-8 text; save the file as CSV UTF-8';

/** The bytes, and whether they start as a gzip file does. */
async function peeked(source: AsyncIterable<unknown>): Promise<{ isPacked: boolean; all: AsyncGenerator<Buffer> }> {
  const bytes = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await bytes.next();
  return {
    isPacked: !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b,
    all: (async function* () {
      for (let next = first; !next.done; next = await bytes.next()) yield next.value;
    })(),
  };
}

/** UTF-8, or UTF-16 where a byte-order mark says so, as spreadsheets save "Unicode text". */
function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Text of the file or of standard input (`-`), unpacked when packed whatever its name. Bytes that are no text throw. */
export async function* textOf(path: string): AsyncGenerator<string> {
  const { isPacked, all } = await peeked(path === '-' ? process.stdin : createReadStream(path));
  const plain = isPacked ? pipeline(Readable.from(all), createGunzip(), passedOn) : all;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield plainText(() => decoder!.decode(chunk, { stream: true }));
  }
  if (decoder) yield plainText(() => decoder.decode());
}

function plainText(decode: () => string): string {
  let text: string;
  try {
    text = decode();
  } catch {
    throw new NotTextError(NOT_TEXT);
  }
  if (text.includes('\0')) throw new NotTextError(NOT_TEXT);
  return text;
}
