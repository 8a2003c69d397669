import type { LawPack, LawParameter } from './law-pack.js';
import { eu } from './packs/eu.pack.js';
import { france } from './packs/fr.pack.js';
import { germany } from './packs/de.pack.js';
import { ireland } from './packs/ie.pack.js';
import { japan } from './packs/jp.pack.js';
import { unitedKingdom } from './packs/gb.pack.js';
import { california } from './packs/us-ca.pack.js';
import { unitedStates } from './packs/us.pack.js';

/** Every law pack. One line a pack. */
export const LAW_PACKS: readonly LawPack[] = [
  japan,
  eu,
  unitedKingdom,
  germany,
  france,
  ireland,
  unitedStates,
  california,
];

const byId = new Map(LAW_PACKS.map((pack) => [pack.id, pack]));

/** The pack with that id, or undefined. */
export function findLawPack(id: string): LawPack | undefined {
  return byId.get(id);
}

/** The parameter of any pack with that permanent id, as what is stored names it; the latest where a value changed. */
export function findLawParameter(id: string): LawParameter | undefined {
  return LAW_PACKS.flatMap(({ parameters }) => parameters)
    .filter((parameter) => parameter.id === id)
    .sort((a, b) => b.from.localeCompare(a.from))[0];
}
