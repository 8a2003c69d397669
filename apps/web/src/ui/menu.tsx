import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, type Selection } from 'react-aria-components';
import './overlay.css';
import './button.css';

export interface MenuAct {
  readonly id: string;
  readonly text: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuAct[];
  readonly onAction: (id: string) => void;
  /** Marks the item that holds, for menus that choose. */
  readonly selected?: string;
  readonly children: ReactNode;
  /** Shows the arrow that says "opens". */
  readonly arrow?: boolean;
  /** How the button looks; default a quiet button. */
  readonly className?: string;
}

/** A quiet button that opens a list of acts or choices. */
export function MenuButton({
  label,
  items,
  onAction,
  selected,
  children,
  arrow = true,
  className = 'y-button y-button-quiet',
}: MenuButtonProps) {
  const chooses: { selectionMode?: 'single'; selectedKeys?: Selection } =
    selected === undefined ? {} : { selectionMode: 'single', selectedKeys: new Set([selected]) };
  return (
    <MenuTrigger>
      <AriaButton className={className} aria-label={label}>
        {children}
        {arrow ? <ChevronDown size={14} strokeWidth={1.75} aria-hidden /> : null}
      </AriaButton>
      <Popover className="y-popover" placement="bottom end">
        <Menu className="y-list" aria-label={label} onAction={(key) => onAction(String(key))} {...chooses}>
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              className="y-list-item"
              textValue={item.text}
              isDisabled={item.isDisabled ?? false}
            >
              {item.icon}
              {item.text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
