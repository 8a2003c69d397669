import { localDateOf, weekdayOf, type Instant } from '@yotei/time';
import { rotationAllows } from '../roster/index.js';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import type { AgentView, Breach, WorkRule } from './work-rule.js';

function isAllowed(view: AgentView, templateId: string | undefined, startAt: Instant): boolean {
  const template = templateId === undefined ? undefined : view.templates.get(templateId);
  if (!template || !view.contract.templateIds.includes(template.id)) return false;
  const on = localDateOf(startAt, view.agent.zone);
  if (template.weekdays && !template.weekdays.includes(weekdayOf(on))) return false;
  return rotationAllows(view.agent, view.contract, template.id, on);
}

/**
 * Each shift follows a template of the agent's contract, on a weekday and in a week of the rotation that allow it; a shift
 * whose times agents agreed on in an exchange follows none.
 */
export const allowedTemplate: WorkRule = {
  id: 'allowed-template',
  title: { en: 'Allowed shift template', ja: '勤務パターンの許可' },
  message: {
    en: 'Template {templateId} is not one this contract works on weekday {weekday}',
    ja: '勤務パターン{templateId}は、この契約では曜日{weekday}に使えません',
  },
  source: 'contract',
  amountUnit: 'count',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(allowedTemplate, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      if (shift.agreedForm || isAllowed(view, shift.templateId, shift.startAt)) continue;
      const weekday = weekdayOf(localDateOf(shift.startAt, view.agent.zone));
      breaches.push(
        toBreach({
          at: shift.startAt,
          span: shift,
          amount: 1,
          values: { templateId: shift.templateId ?? '-', weekday },
        }),
      );
    }
    return judged(breaches);
  },
  tour: { kind: 'shift-filter', allows: (choice, view) => isAllowed(view, choice.template.id, choice.startAt) },
};
