import { isLocalDate } from '@yotei/time';
import { findLawPack } from './catalogue.js';
import type { LawChoice } from './law-pack.js';

/** What is wrong with a choice of law; null when it can be kept. */
export function lawChoiceFault({
  packId,
  fromOn,
  agreements,
}: LawChoice): { readonly path: string; readonly message: string } | null {
  const pack = findLawPack(packId);
  if (!pack)
    return { path: 'packId', message: `pack (${packId}) must be one of the law packs; choose one of the list` };
  if (!isLocalDate(fromOn)) return { path: 'fromOn', message: `date (${fromOn}) must be YYYY-MM-DD` };
  const unknown = agreements.find((id) => !pack.agreements.some((agreement) => agreement.id === id));
  return unknown === undefined
    ? null
    : { path: 'agreements', message: `agreement (${unknown}) must be one of the pack's; choose from its list` };
}
