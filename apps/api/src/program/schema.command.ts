import { writeFileSync } from 'node:fs';
import type { Settings } from '../config/settings.js';
import { FEATURES } from '../features/index.js';
import { schemaText } from '../platform/graphql/print-schema.js';
import { optionOf } from './options.js';

/** `schema [--out FILE]`; standard output when no file is named. */
export async function schema(_settings: Settings, args: readonly string[]): Promise<number> {
  const text = await schemaText(FEATURES);
  const file = optionOf(args, '--out') ?? '-';
  if (file === '-') process.stdout.write(text);
  else writeFileSync(file, text);
  return 0;
}
