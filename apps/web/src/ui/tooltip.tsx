import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './overlay.css';

/** Shows `text` beside its child on hover and keyboard focus. */
export function WithTooltip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      {children}
      <Tooltip className="y-tooltip" offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
