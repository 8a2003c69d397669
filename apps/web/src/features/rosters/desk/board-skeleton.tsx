/** The board's own shape in grey: week strip, axis, rows with a name and a shift, chart. */
export function BoardSkeleton() {
  return (
    <div className="b-skeleton" aria-hidden>
      <div className="b-skeleton-strip">
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className="y-bone" />
        ))}
      </div>
      <div className="y-bone b-skeleton-axis" />
      {Array.from({ length: 14 }, (_, row) => (
        <div key={row} className="b-skeleton-row">
          <div className="y-bone" style={{ width: 120 + ((row * 29) % 60) }} />
          <div className="y-bone" style={{ marginLeft: 40 + ((row * 53) % 220), width: 420 + ((row * 37) % 160) }} />
        </div>
      ))}
      <div className="y-bone b-skeleton-chart" />
    </div>
  );
}
