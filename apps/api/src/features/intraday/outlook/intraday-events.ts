/** Topic of the event bus: alerts, mends or absences of the day changed. Without payload: look again. */
export const INTRADAY_TOPIC = 'intraday';
