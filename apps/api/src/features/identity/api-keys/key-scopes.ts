import type { Permission } from '../../../platform/permissions/permissions.js';

/** What a key can be given; each is a permission. Nothing that speaks for a person: a key is none. */
export const KEY_SCOPES = [
  'states.ingest',
  'actuals.ingest',
  'intraday.read',
  'measures.ingest',
  'reports.export',
] as const satisfies readonly Permission[];
export type KeyScope = (typeof KEY_SCOPES)[number];

export function isKeyScope(text: string): text is KeyScope {
  return (KEY_SCOPES as readonly string[]).includes(text);
}
