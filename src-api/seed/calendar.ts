/** Times of the story, told in France's clock from the moment of seeding. */
const zone = 'Europe/Paris';
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const formatter = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour12: false,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Minutes that France is ahead of UTC then; computed per day, because formatting is slow. */
const offsets = new Map<number, number>();
export const parisOffsetMs = (atMs: number): number => {
  const day = Math.floor(atMs / dayMs);
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const noon = day * dayMs + 12 * hourMs;
  const parts = formatter.formatToParts(noon);
  const hour = Number(parts.find((part) => part.type === 'hour')?.value ?? 12);
  const offset = (hour - 12) * hourMs;
  offsets.set(day, offset);
  return offset;
};

/** `daysAgo` days before `nowMs`, at that hour and minute of France's clock. */
export const atClock = (nowMs: number, daysAgo: number, clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const local = nowMs - daysAgo * dayMs + parisOffsetMs(nowMs - daysAgo * dayMs);
  const midnight = Math.floor(local / dayMs) * dayMs;
  const wanted = midnight + hour * hourMs + minute * minuteMs;
  return wanted - parisOffsetMs(wanted);
};

/** Moves an instant into the opening hours: Monday to Saturday, nine to seven. */
export const whenOpen = (atMs: number): number => {
  const local = atMs + parisOffsetMs(atMs);
  const hour = Math.floor(local / hourMs) % 24;
  const opened = hour >= 9 && hour < 19 ? atMs : atMs + ((33 - hour) % 24) * hourMs;
  const weekday = new Date(opened + parisOffsetMs(opened)).getUTCDay();
  return weekday === 0 ? opened + dayMs : opened;
};

/** The day in France, as ISO 8601. */
export const dayOf = (atMs: number): string =>
  new Date(atMs + parisOffsetMs(atMs)).toISOString().slice(0, 10);
