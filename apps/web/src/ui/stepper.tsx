import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from './button.js';
import './stepper.css';

export interface StepperProps {
  readonly text: string;
  readonly previous: string;
  readonly next: string;
  readonly onStep: (direction: -1 | 1) => void;
}

/** Back, what is shown, on. */
export function Stepper({ text, previous, next, onStep }: StepperProps) {
  return (
    <span className="y-stepper">
      <IconButton label={previous} icon={<ChevronLeft size={18} strokeWidth={1.75} />} onPress={() => onStep(-1)} />
      <span aria-live="polite">{text}</span>
      <IconButton label={next} icon={<ChevronRight size={18} strokeWidth={1.75} />} onPress={() => onStep(1)} />
    </span>
  );
}
