const WIDTH = 24;

/** A line that says how far the work is, how fast it goes and how long it will take. */
export function progressLine(
  done: number,
  size: number,
  before: number,
  seconds: number,
  unit: 'rows' | 'bytes',
): string {
  const share = size === 0 ? 1 : Math.min(1, done / size);
  const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
  const rate = seconds > 0 ? (done - before) / seconds : 0;
  const left = rate > 0 ? `, ${duration((size - done) / rate)} left` : '';
  const millions = (x: number): string => (x / 1e6).toFixed(1);
  const of = `${millions(done)} of ${millions(size)} ${unit === 'bytes' ? 'MB' : 'million rows'}`;
  return `${bar} ${Math.floor(share * 100)}%  ${of}${left}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 100) return `${whole} s`;
  return whole < 6000 ? `${Math.ceil(whole / 60)} min` : `${(whole / 3600).toFixed(1)} h`;
}
