import { local } from './i18n/t.js';
import type { Viewer } from './session.js';

/** How one kind of activity is shown: its colour token, its letter for narrow places, its name. */
export interface ActivityLook {
  readonly title: string;
  readonly letter: string;
  readonly colour: string;
  readonly edge: string;
  readonly contactWork: boolean;
  readonly hatched: boolean;
}

const TOKENS = new Set(['contact', 'break', 'lunch', 'training', 'meeting', 'coaching', 'back-office', 'absence']);

function tokenOf({ code, colourToken, contactWork }: Viewer['organisation']['activityTypes'][number]): string {
  if (contactWork) return 'contact';
  if (TOKENS.has(colourToken)) return colourToken;
  return TOKENS.has(code) ? code : 'absence';
}

/** The looks of the organisation's activities by id. */
export function activityLooks(viewer: Viewer): ReadonlyMap<string, ActivityLook> {
  return new Map(
    viewer.organisation.activityTypes.map((type) => {
      const token = tokenOf(type);
      const look: ActivityLook = {
        title: local(type.title),
        letter: local(type.letter),
        colour: `var(--activity-${token})`,
        edge: `var(--activity-${token}-edge)`,
        contactWork: type.contactWork,
        hatched: token === 'absence' || type.code === 'overtime',
      };
      return [type.id, look];
    }),
  );
}
