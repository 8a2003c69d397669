import {
  changesInWords,
  type ScenarioBase,
  type ScenarioChange,
  type ScenarioFault,
} from '@yotei/scheduling/scenarios';
import { ArrowDown, ArrowUp, Pencil, X } from 'lucide-react';
import { useMemo } from 'react';
import { useLanguage } from '../../../app/i18n/language.js';
import { local, t } from '../../../app/i18n/t.js';
import { IconButton } from '../../../ui/button.js';
import { moved } from './sliders.model.js';

export interface ChangeListProps {
  readonly base: ScenarioBase;
  readonly changes: readonly ScenarioChange[];
  readonly faults: readonly ScenarioFault[];
  readonly onDone: (changes: readonly ScenarioChange[]) => void;
  /** Opens the form of one. */
  readonly onEdit: (index: number) => void;
}

const ICON = { size: 14, strokeWidth: 1.75 };

/** The changes in words, in the order in which they apply. */
export function ChangeList({ base, changes, faults, onDone, onEdit }: ChangeListProps) {
  const language = useLanguage();
  const words = useMemo(() => changesInWords(changes, base, language), [changes, base, language]);
  if (changes.length === 0) return <p className="y-quiet">{t('scenarios.noChanges')}</p>;
  return (
    <ol className="y-scn-changes" aria-label={t('scenarios.changes')}>
      {words.map((text, index) => (
        <li key={index}>
          <div className="y-scn-change">
            <span>{text}</span>
            <span className="y-scn-change-acts">
              {index > 0 ? (
                <IconButton
                  label={t('scenarios.moveUp', { change: text })}
                  icon={<ArrowUp {...ICON} />}
                  onPress={() => onDone(moved(changes, index, index - 1))}
                />
              ) : null}
              {index < changes.length - 1 ? (
                <IconButton
                  label={t('scenarios.moveDown', { change: text })}
                  icon={<ArrowDown {...ICON} />}
                  onPress={() => onDone(moved(changes, index, index + 1))}
                />
              ) : null}
              <IconButton
                label={t('scenarios.editChange', { change: text })}
                icon={<Pencil {...ICON} />}
                onPress={() => onEdit(index)}
              />
              <IconButton
                label={t('scenarios.removeChange', { change: text })}
                icon={<X {...ICON} />}
                onPress={() => onDone(changes.toSpliced(index, 1))}
              />
            </span>
          </div>
          {faults
            .filter((fault) => fault.index === index)
            .map(({ path, message }) => (
              <p key={path} role="alert" className="y-scn-fault">
                {local(message)}
              </p>
            ))}
        </li>
      ))}
    </ol>
  );
}
