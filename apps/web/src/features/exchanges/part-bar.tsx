import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import type { OwnShift } from './propose-exchange.js';

export const PART_STEP = 15 * 60_000;

/** Epoch milliseconds. */
export interface Part {
  readonly from: number;
  readonly until: number;
}

interface PartBarProps {
  readonly shift: OwnShift;
  readonly part: Part;
  readonly onMove: (part: Part) => void;
  /** Once the thumb is let go. */
  readonly onChosen: (part: Part) => void;
}

/** The shift as a bar with two thumbs; what lies between them is the part. By keyboard a quarter of an hour a step. */
export function PartBar({ shift, part, onMove, onChosen }: PartBarProps) {
  const start = Date.parse(shift.startAt);
  const length = Date.parse(shift.endAt) - start;
  const share = (at: number) => `${((at - start) / length) * 100}%`;
  const partOf = ([from, until]: readonly number[]): Part => ({
    from: start + from! * PART_STEP,
    until: start + Math.max(until!, from! + 1) * PART_STEP,
  });
  return (
    <Slider
      className="x-part"
      aria-label={t('exchangeLoop.part')}
      minValue={0}
      maxValue={length / PART_STEP}
      step={1}
      value={[(part.from - start) / PART_STEP, (part.until - start) / PART_STEP]}
      onChange={(values) => onMove(partOf(values))}
      onChangeEnd={(values) => onChosen(partOf(values))}
    >
      <SliderTrack className="x-part-track">
        {shift.activities
          .filter(({ activityTypeId }) => activityTypeId !== 'contact')
          .map((one) => (
            <span
              key={one.startAt}
              aria-hidden
              className="x-part-rest"
              style={{ left: share(Date.parse(one.startAt)), right: `calc(100% - ${share(Date.parse(one.endAt))})` }}
            />
          ))}
        <span
          aria-hidden
          className="x-part-chosen"
          style={{ left: share(part.from), right: `calc(100% - ${share(part.until)})` }}
        />
        {[t('exchangeLoop.partFrom'), t('exchangeLoop.partUntil')].map((label, index) => (
          <SliderThumb
            key={label}
            index={index}
            className="x-part-thumb"
            aria-label={`${label} ${formatTime(index === 0 ? part.from : part.until, shift.zone)}`}
          />
        ))}
      </SliderTrack>
      <span className="x-part-ends y-quiet" aria-hidden>
        <span>{formatTime(start, shift.zone)}</span>
        <span>{formatTime(start + length, shift.zone)}</span>
      </span>
    </Slider>
  );
}
