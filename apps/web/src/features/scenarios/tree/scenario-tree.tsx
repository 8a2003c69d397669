import { addDays } from '@yotei/time';
import { GitBranch, Pencil, Trash2 } from 'lucide-react';
import { memo, useState, type KeyboardEvent } from 'react';
import { Checkbox as AriaCheckbox, Button as AriaButton, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { formatDateRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { IconButton } from '../../../ui/button.js';
import { BASE_ID } from './base-id.js';
import { RenameField } from './rename-field.js';
import { treeOf, type ScenarioItem, type ScenarioNode } from './scenario-tree.model.js';

export interface ScenarioTreeProps {
  readonly items: readonly ScenarioItem[];
  /** `base` or a scenario's id. */
  readonly selected: string;
  readonly compared: readonly string[];
  /** Those of the period shown: only they can stand side by side. */
  readonly comparable: readonly string[];
  readonly mayEdit: boolean;
  readonly onSelect: (id: string) => void;
  readonly onCompare: (id: string, on: boolean) => void;
  readonly onBranch: (id: string) => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onDelete: (id: string) => void;
}

const ICON = { size: 14, strokeWidth: 1.75 };

function CompareBox({
  item,
  compared,
  onCompare,
}: Pick<ScenarioTreeProps, 'compared' | 'onCompare'> & { readonly item: ScenarioItem }) {
  return (
    <AriaCheckbox
      className="y-checkbox"
      aria-label={t('scenarios.compareThis', { name: item.name })}
      isSelected={compared.includes(item.id)}
      onChange={(on) => onCompare(item.id, on)}
    >
      <span className="y-checkbox-box" aria-hidden>
        <svg viewBox="0 0 16 16" width="12" height="12">
          <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </span>
    </AriaCheckbox>
  );
}

interface BranchProps extends ScenarioTreeProps {
  readonly node: ScenarioNode;
  readonly renamed: string | undefined;
  readonly startRename: (id: string | undefined) => void;
}

function Branch(props: BranchProps) {
  const { node, renamed, startRename, mayEdit, onBranch, onRename, onDelete } = props;
  const { id, name, fromOn, days } = node.item;
  return (
    <TreeItem id={id} textValue={name} className="y-scn-node">
      <TreeItemContent>
        {({ level }) => (
          <div className="y-scn-node-row" style={{ paddingInlineStart: (level - 1) * 14 }}>
            <AriaButton slot="chevron" className="y-hidden" />
            {props.comparable.includes(id) ? (
              <CompareBox {...props} item={node.item} />
            ) : (
              <span className="y-scn-no-box" />
            )}
            {renamed === id ? (
              <RenameField
                name={name}
                onDone={(next) => {
                  startRename(undefined);
                  if (next !== null && next !== name) onRename(id, next);
                }}
              />
            ) : (
              <span className="y-scn-node-name">
                {name}
                {props.comparable.includes(id) ? null : (
                  <span className="y-quiet"> {formatDateRange(fromOn, addDays(fromOn, days - 1))}</span>
                )}
              </span>
            )}
            {mayEdit && renamed !== id ? (
              <span className="y-scn-node-acts">
                <IconButton
                  label={t('scenarios.branch', { name })}
                  icon={<GitBranch {...ICON} />}
                  onPress={() => onBranch(id)}
                />
                <IconButton
                  label={t('scenarios.rename', { name })}
                  icon={<Pencil {...ICON} />}
                  onPress={() => startRename(id)}
                />
                <IconButton
                  label={t('scenarios.delete', { name })}
                  icon={<Trash2 {...ICON} />}
                  onPress={() => onDelete(id)}
                />
              </span>
            ) : null}
          </div>
        )}
      </TreeItemContent>
      {node.children.map((child) => (
        <Branch key={child.item.id} {...props} node={child} />
      ))}
    </TreeItem>
  );
}

/** The base and what branches off it. Arrow keys walk, Enter opens, F2 renames, Delete deletes. */
export const ScenarioTree = memo(function ScenarioTree(props: ScenarioTreeProps) {
  const { items, selected, mayEdit, onSelect, onDelete } = props;
  const [renamed, startRename] = useState<string>();
  const nodes = treeOf(items);
  const keys = (event: KeyboardEvent) => {
    if (!mayEdit || selected === BASE_ID || renamed !== undefined || event.nativeEvent.isComposing) return;
    if (event.key === 'F2') startRename(selected);
    else if (event.key === 'Delete') onDelete(selected);
  };
  return (
    <div onKeyDown={keys}>
      <Tree
        aria-label={t('scenarios.tree')}
        className="y-scn-tree"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[selected]}
        onSelectionChange={(chosen) => {
          const [id] = chosen === 'all' ? [] : [...chosen];
          if (id !== undefined) onSelect(String(id));
        }}
        expandedKeys={items.map(({ id }) => id)}
        dependencies={[renamed, items, props.compared]}
      >
        <TreeItem id={BASE_ID} textValue={t('scenarios.base')} className="y-scn-node">
          <TreeItemContent>
            <div className="y-scn-node-row">
              <span className="y-scn-node-name">
                <strong>{t('scenarios.base')}</strong> <span className="y-quiet">{t('scenarios.baseNote')}</span>
              </span>
            </div>
          </TreeItemContent>
        </TreeItem>
        {nodes.map((node) => (
          <Branch key={node.item.id} {...props} node={node} renamed={renamed} startRename={startRename} />
        ))}
      </Tree>
    </div>
  );
});
