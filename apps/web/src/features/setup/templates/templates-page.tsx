import { useQuery } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Plus } from 'lucide-react';
import { useState } from 'react';
import { activityLooks } from '../../../app/activity-types.js';
import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { formatHours } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { Checkbox } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { Refused } from '../refused.js';
import { patternsQuery, type SetupPatterns, type SetupTemplate } from '../setup.queries.js';
import { useSaving } from '../use-saving.js';
import { AxisScale, spanOf, TemplateAxis } from './template-axis.js';
import { saveTemplate, TemplateDialog } from './template-dialog.js';
import { clock, draftOf, inputOf } from './template-draft.js';
import './templates.css';

export function TemplatesPage() {
  const query = useQuery(patternsQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={8} height={48} />}>
      {(data) => <Templates data={data} />}
    </QueryState>
  );
}

function Templates({ data }: { readonly data: SetupPatterns }) {
  const viewer = useViewer();
  const mayEdit = can(viewer, 'organisation.edit');
  const looks = activityLooks(viewer);
  const [withArchived, setWithArchived] = useState(false);
  const [editing, setEditing] = useState<SetupTemplate | 'new' | null>(null);
  const saving = useSaving();
  const shown = data.templates.filter(({ archived }) => withArchived || !archived);
  const span = spanOf(shown);
  const archive = (template: SetupTemplate) => {
    const next = !template.archived;
    saving.save({
      run: () => saveTemplate(inputOf(draftOf(template), template, next)),
      undo: (saved) => saveTemplate(inputOf(draftOf(template), saved, !next)),
      said: t(next ? 'setup.putAway' : 'setup.takenBack', { name: template.title }),
    });
  };
  return (
    <>
      <p className="su-intro">{t('setup.templatesIntro')}</p>
      <Toolbar {...{ withArchived, setWithArchived }} onAdd={mayEdit ? () => setEditing('new') : null} />
      <Refused refusal={saving.refusal} />
      {shown.length === 0 ? (
        <EmptyState title={t('setup.noTemplates')} text={t('setup.noTemplatesText')} />
      ) : (
        <ul className="su-panel su-templates">
          <li className="su-template-head" aria-hidden>
            <span />
            <AxisScale span={span} />
          </li>
          {shown.map((template) => (
            <li key={template.id} className={template.archived ? 'su-template su-away' : 'su-template'}>
              <TemplateFacts {...{ template, data }} onEdit={mayEdit ? () => setEditing(template) : null} />
              <TemplateAxis template={template} span={span} looks={looks} />
              {mayEdit ? <ArchiveButton template={template} onPress={() => archive(template)} /> : null}
            </li>
          ))}
        </ul>
      )}
      {editing ? (
        <TemplateDialog
          template={editing === 'new' ? null : editing}
          contracts={data.contracts}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </>
  );
}

function Toolbar({
  withArchived,
  setWithArchived,
  onAdd,
}: {
  readonly withArchived: boolean;
  readonly setWithArchived: (on: boolean) => void;
  readonly onAdd: (() => void) | null;
}) {
  return (
    <div className="su-bar">
      <Checkbox isSelected={withArchived} onChange={setWithArchived}>
        {t('setup.withArchived')}
      </Checkbox>
      <span className="su-bar-fill" />
      {onAdd ? (
        <Button kind="primary" icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={onAdd}>
          {t('setup.addTemplate')}
        </Button>
      ) : null}
    </div>
  );
}

function ArchiveButton({ template, onPress }: { readonly template: SetupTemplate; readonly onPress: () => void }) {
  const { archived, title: name } = template;
  return (
    <IconButton
      label={t(archived ? 'setup.takeBack' : 'setup.archive', { name })}
      icon={archived ? <ArchiveRestore size={18} strokeWidth={1.75} /> : <Archive size={18} strokeWidth={1.75} />}
      onPress={onPress}
    />
  );
}

function TemplateFacts({
  template,
  data,
  onEdit,
}: {
  readonly template: SetupTemplate;
  readonly data: SetupPatterns;
  readonly onEdit: (() => void) | null;
}) {
  const { title, earliestStartMinute, latestStartMinute, lengthMinutes, weekdays, contractIds } = template;
  const contracts = data.contracts.filter(({ id }) => contractIds.includes(id)).map((one) => one.title);
  return (
    <div className="su-template-facts">
      {onEdit ? (
        <button type="button" className="su-name" onClick={onEdit}>
          <strong>{title}</strong>
        </button>
      ) : (
        <strong>{title}</strong>
      )}
      <span className="y-quiet">
        {t('setup.templateFacts', {
          from: clock(earliestStartMinute),
          until: clock(latestStartMinute),
          hours: formatHours(lengthMinutes),
        })}
        {weekdays ? ` · ${weekdays.map((day) => formatWeekdayNumber(day, 'short')).join(' ')}` : ''}
      </span>
      <span className="y-quiet">
        {template.archived ? <Chip>{t('setup.archived')}</Chip> : null}
        {contracts.length > 0 ? contracts.join(t('setup.separator')) : t('setup.noContract')}
      </span>
    </div>
  );
}
