import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Text of a file, unpacked where it is packed. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}
