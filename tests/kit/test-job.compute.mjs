/** Counts busily, as arithmetic does: without ever giving the event loop a turn. */
export function compute({ millis }, hooks) {
  const until = Date.now() + millis;
  let steps = 0;
  let reported = 0;
  while (Date.now() < until && !hooks.isCancelled()) {
    steps += 1;
    if (Date.now() - reported > 20) {
      reported = Date.now();
      hooks.progress(1 - (until - reported) / millis, { steps });
    }
  }
  return { steps, cancelled: hooks.isCancelled() };
}
