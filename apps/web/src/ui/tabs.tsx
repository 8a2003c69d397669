import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { Chip } from './chip.js';
import './tabs.css';

export interface TabItem {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly panel: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
}

export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className="y-tabs"
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className="y-tab-list">
        {items.map(({ id, title, count }) => (
          <Tab key={id} id={id} className="y-tab">
            {title}
            {count === undefined ? null : <Chip>{count}</Chip>}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, panel }) => (
        <TabPanel key={id} id={id} className="y-tab-panel">
          {panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
