import { Label, Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components';
import './slider.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** The value that changes nothing; the bar grows from there and a mark stands there. */
  readonly origin: number;
  /** The value in words, beside the label and read out. */
  readonly text: string;
  readonly isDisabled?: boolean;
  /** While the hand moves. */
  readonly onMove: (value: number) => void;
  /** Once it lets go, and after each key. */
  readonly onLetGo: (value: number) => void;
}

/** A value moved along a line, by hand or arrow keys. A value beyond the ends is shown at the end. */
export function Slider(props: SliderProps) {
  const { label, value, least, most, step, origin, text, isDisabled = false, onMove, onLetGo } = props;
  const shown = Math.min(most, Math.max(least, value));
  const placeOf = (at: number) => ((at - least) / (most - least)) * 100;
  const [from, until] = [placeOf(Math.min(origin, shown)), placeOf(Math.max(origin, shown))];
  return (
    <AriaSlider
      className="y-slider"
      value={shown}
      minValue={least}
      maxValue={most}
      step={step}
      isDisabled={isDisabled}
      onChange={onMove}
      onChangeEnd={onLetGo}
    >
      <div className="y-slider-head">
        <Label>{label}</Label>
        <span className="y-slider-text" data-moved={value !== origin}>
          {text}
        </span>
      </div>
      <SliderTrack className="y-slider-track">
        <span className="y-slider-line" aria-hidden />
        <span className="y-slider-fill" aria-hidden style={{ left: `${from}%`, width: `${until - from}%` }} />
        <span className="y-slider-origin" aria-hidden style={{ left: `${placeOf(origin)}%` }} />
        <SliderThumb className="y-slider-thumb" aria-valuetext={text} />
      </SliderTrack>
    </AriaSlider>
  );
}
