import type { ImportSource } from './import-source.js';
import { contactCsv } from './sources/contact-csv/contact-csv.source.js';
import { intervalCsv } from './sources/interval-csv/interval-csv.source.js';

/** Every kind of file that can be imported, in the order in which a header is tried. */
export const INTERVAL_SOURCES: readonly ImportSource[] = [intervalCsv, contactCsv];

/** The source of that id; throws for one that does not exist, because ids are stored and never removed. */
export function findSource(id: string): ImportSource {
  const found = INTERVAL_SOURCES.find((source) => source.id === id);
  if (found) return found;
  throw new Error(`source (${id}) must be one of ${INTERVAL_SOURCES.map((source) => source.id).join(', ')}`);
}
