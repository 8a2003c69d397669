import { amazonConnect } from './presets/amazon-connect.preset.js';
import { assembled } from './presets/assembled.preset.js';
import { ciscoFinesse } from './presets/cisco-finesse.preset.js';
import { generic } from './presets/generic.preset.js';
import { genesysCloud } from './presets/genesys-cloud.preset.js';
import { niceCxone } from './presets/nice-cxone.preset.js';
import { salesforce } from './presets/salesforce.preset.js';
import { serviceNow } from './presets/servicenow.preset.js';
import { zendesk } from './presets/zendesk.preset.js';
import type { StatePreset } from './state-preset.js';

/** Every kind of system whose states are known, in the order in which a screen lists them. */
export const STATE_PRESETS: readonly StatePreset[] = [
  generic,
  amazonConnect,
  genesysCloud,
  niceCxone,
  zendesk,
  salesforce,
  serviceNow,
  assembled,
  ciscoFinesse,
];

/** The preset of that id, or null; stored ids may be newer than this program. */
export function findStatePreset(id: string): StatePreset | null {
  return STATE_PRESETS.find((preset) => preset.id === id) ?? null;
}
