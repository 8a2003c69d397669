import type { LawPack } from '../law-pack.js';
import { FAIR_WORKWEEK, FEDERAL } from './us-parts.js';

/** United States, federal law: Fair Labor Standards Act (FLSA). States add to it. */
export const unitedStates: LawPack = {
  id: 'us',
  title: { en: 'United States, federal', ja: 'アメリカ（連邦）' },
  checkedOn: '2026-11-22',
  agreements: [FAIR_WORKWEEK],
  parameters: FEDERAL,
};
