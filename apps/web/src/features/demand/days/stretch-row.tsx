import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { Checkbox, Select, TextField } from '../../../ui/fields.js';
import type { PicturedStretch, Stretch } from './special-days.queries.js';
import { StretchPicture } from './stretch-picture.js';
import { changeOf, whenOf, whyOf } from './stretch-words.js';

export interface StretchOfQueue {
  readonly queue: Viewer['organisation']['queues'][number];
  readonly stretch: PicturedStretch;
}

type Action = Stretch['suggested'];

const ACTIONS: readonly Action[] = ['LEAVE_OUT', 'REPLACE', 'EVENT'];

/** A level that stays is nothing to leave out or to name, and what is not there cannot be left out. */
function actionsFor({ kind }: Stretch): readonly Action[] {
  if (kind === 'LEVEL_SHIFT') return [];
  return kind === 'MISSING_SPAN' ? ['REPLACE', 'EVENT'] : ACTIONS;
}

export interface StretchRowProps {
  readonly item: StretchOfQueue;
  readonly mayEdit: boolean;
  readonly isChosen: boolean;
  readonly isPending: boolean;
  readonly showsQueue: boolean;
  readonly onChoose: () => void;
  readonly onDecide: (action: Action, title?: string) => void;
  readonly rowProps: { readonly tabIndex: number; readonly onFocus: () => void };
}

function Decision({ item, isPending, onDecide }: Pick<StretchRowProps, 'item' | 'isPending' | 'onDecide'>) {
  const { stretch } = item;
  const actions = actionsFor(stretch);
  const [action, setAction] = useState<Action>(
    actions.includes(stretch.suggested) ? stretch.suggested : (actions.at(-1) ?? 'KEEP'),
  );
  const [title, setTitle] = useState(t(`days.kind${stretch.kind}`));
  return (
    <div className="y-stretch-act">
      {actions.length > 0 ? (
        <Select
          label={t('days.action')}
          hideLabel
          value={action}
          options={actions.map((id) => ({ id, text: t(`days.action${id}`) }))}
          onChange={(id) => setAction(id as Action)}
        />
      ) : null}
      {action === 'EVENT' ? <TextField label={t('days.eventName')} value={title} onChange={setTitle} /> : null}
      <p className="y-quiet">{changeOf(action, stretch)}</p>
      <div className="y-stretch-buttons">
        {actions.length > 0 ? (
          <Button
            isDisabled={isPending || (action === 'EVENT' && !title.trim())}
            onPress={() => onDecide(action, title)}
          >
            {t('days.accept')}
          </Button>
        ) : null}
        <Button kind="quiet" isDisabled={isPending} onPress={() => onDecide('KEEP')}>
          {t('days.actionKEEP')}
        </Button>
      </div>
    </div>
  );
}

/** One odd stretch: when, why, its picture, and what to do about it. */
export function StretchRow(props: StretchRowProps) {
  const { item, mayEdit, isChosen, onChoose, rowProps, showsQueue } = props;
  const { stretch, queue } = item;
  const when = whenOf(stretch, queue.zone);
  return (
    <li className="y-stretch" {...rowProps}>
      <div className="y-stretch-head">
        {mayEdit ? (
          <Checkbox isSelected={isChosen} onChange={onChoose}>
            <span className="y-hidden">
              {t('days.selectOne', { what: `${t(`days.kind${stretch.kind}`)} ${when}` })}
            </span>
          </Checkbox>
        ) : null}
        <div className="y-stretch-text">
          <p>
            <Chip tone={stretch.score < 0 ? 'prefer' : 'accent'}>{t(`days.kind${stretch.kind}`)}</Chip>{' '}
            <strong>{when}</strong> {showsQueue ? <span className="y-quiet">{local(queue.name)}</span> : null}
          </p>
          <p>{whyOf(stretch)}</p>
        </div>
      </div>
      <figure className="y-stretch-picture">
        <StretchPicture stretch={stretch} />
        <figcaption className="y-quiet">
          {t(stretch.picture.stepMinutes === 1440 ? 'days.pictureWeek' : 'days.pictureDay')}
        </figcaption>
      </figure>
      {mayEdit ? <Decision item={item} isPending={props.isPending} onDecide={props.onDecide} /> : null}
    </li>
  );
}
