import type { Activity, Shift, TemplateActivity } from '../roster/index.js';
import type { AgentView } from './work-rule.js';

export interface PlacedTemplateActivity {
  readonly asked: TemplateActivity;
  /** The shift's activity that stands for it; null when the shift has none left of that type. */
  readonly placed: Activity | null;
}

/**
 * Joins the activities a template asks for with those of the shift: the first of a type with the first of that type,
 * the second with the second. Activities the planner added stay out. Empty without a known template.
 */
export function placedTemplateActivities(view: AgentView, shift: Shift): PlacedTemplateActivity[] {
  const template = view.templates.get(shift.templateId ?? '');
  if (!template) return [];
  const left = [...shift.activities];
  return template.activities.map((asked) => {
    const index = left.findIndex((activity) => activity.activityTypeId === asked.activityTypeId);
    return { asked, placed: index < 0 ? null : left.splice(index, 1)[0]! };
  });
}
