import type { ScenarioChange, ScenarioChangeKind } from '@yotei/scheduling/scenarios';
import type { AnyChangeForm, ChangeForm } from './change-form.js';
import { deflectionForm, handleTimeForm, mixForm, repeatForm, volumeForm } from './demand-forms.js';
import { absenceForm, attritionForm, contractForm, headcountForm, hiringForm, wagesForm } from './people-forms.js';
import { goalForm, occupancyForm, openingHoursForm, patienceForm, shrinkageForm } from './service-forms.js';
import { lawPackForm, mergeForm, newChannelForm, siteForm } from './structure-forms.js';

/** The form of every kind of change. A kind without one does not compile. */
const FORMS: { readonly [Kind in ScenarioChangeKind]: ChangeForm<Kind> } = {
  volume: volumeForm,
  'handle-time': handleTimeForm,
  deflection: deflectionForm,
  'repeat-contacts': repeatForm,
  mix: mixForm,
  'new-channel': newChannelForm,
  'merge-queues': mergeForm,
  goal: goalForm,
  'occupancy-cap': occupancyForm,
  patience: patienceForm,
  'opening-hours': openingHoursForm,
  absence: absenceForm,
  shrinkage: shrinkageForm,
  headcount: headcountForm,
  hiring: hiringForm,
  attrition: attritionForm,
  contract: contractForm,
  wages: wagesForm,
  'law-pack': lawPackForm,
  site: siteForm,
};

export const CHANGE_KINDS = Object.keys(FORMS) as readonly ScenarioChangeKind[];

/** The form of a kind, for a change of that kind: the catalogue above keeps the two together. */
export function formOf(kind: ScenarioChange['kind']): AnyChangeForm {
  return FORMS[kind] as unknown as AnyChangeForm;
}
