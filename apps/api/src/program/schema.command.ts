import type { Settings } from '../config/settings.js';
import { FEATURES } from '../features/index.js';
import { schemaText } from '../platform/graphql/print-schema.js';

export async function schema(_settings: Settings): Promise<number> {
  process.stdout.write(await schemaText(FEATURES));
  return 0;
}
