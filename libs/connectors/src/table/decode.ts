export type TextEncodingName = 'utf-8' | 'shift_jis' | 'utf-16le';

/** Tells UTF-16 and UTF-8 (with or without mark) from Shift_JIS, which Japanese spreadsheets still write. */
export function encodingOf(head: Uint8Array): TextEncodingName {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  // The head may end inside a character: streaming decodes what is whole and throws only on bytes that cannot be.
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'shift_jis';
  }
}

/** Text of a stream of bytes or texts, without a byte order mark. */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array | string>,
  encoding?: TextEncodingName,
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') decoder ??= new TextDecoder(encoding ?? encodingOf(chunk));
    let text = typeof chunk === 'string' ? chunk : decoder!.decode(chunk, { stream: true });
    if (isFirst && text) {
      text = text.replace(/^\uFEFF/, '');
      isFirst = false;
    }
    if (text) yield text;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}
