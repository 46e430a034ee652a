/** Clocks by the rules of summer time as they are written in the directives, without any time zone data. */
export const slowZones: Readonly<Record<string, number | 'paris' | 'miquelon'>> = {
  'Europe/Paris': 'paris',
  'America/Miquelon': 'miquelon',
  'America/Guadeloupe': -240,
  'America/Martinique': -240,
  'America/St_Barthelemy': -240,
  'America/Marigot': -240,
  'America/Cayenne': -180,
  'Indian/Reunion': 240,
  'Indian/Mayotte': 180,
  'Pacific/Noumea': 660,
  'Pacific/Tahiti': -600,
  'Pacific/Marquesas': -570,
  'Pacific/Gambier': -540,
  'Pacific/Wallis': 720,
};

const yearOf = (ms: number): number => Number(new Date(ms).toISOString().slice(0, 4));

/** Sundays of a month, by trying every day. */
const sundays = (year: number, month: string): string[] => {
  const days: string[] = [];
  for (let day = 1; day <= 31; day++) {
    const text = `${year}-${month}-${String(day).padStart(2, '0')}`;
    const date = new Date(`${text}T00:00:00Z`);
    if (date.toISOString().startsWith(text) && date.getUTCDay() === 0) days.push(text);
  }
  return days;
};

const spans = new Map<string, readonly [number, number]>();

const summerOf = (rule: 'paris' | 'miquelon', year: number): readonly [number, number] => {
  const key = `${rule}${year}`;
  const known = spans.get(key);
  if (known !== undefined) return known;
  const span: readonly [number, number] =
    rule === 'paris'
      ? // Directive 2000/84/CE: last Sundays of March and October, 1:00 UTC.
        [
          Date.parse(`${sundays(year, '03').at(-1)}T01:00:00Z`),
          Date.parse(`${sundays(year, '10').at(-1)}T01:00:00Z`),
        ]
      : // As in Newfoundland's neighbours: second Sunday of March, first of November, 2:00 by the clock.
        [
          Date.parse(`${sundays(year, '03')[1]}T05:00:00Z`),
          Date.parse(`${sundays(year, '11')[0]}T04:00:00Z`),
        ];
  spans.set(key, span);
  return span;
};

export const slowOffsetMinutes = (ms: number, zone: string): number => {
  const rule = slowZones[zone];
  if (rule === undefined) throw new Error(`no clock for ${zone}`);
  if (typeof rule === 'number') return rule;
  const [from, to] = summerOf(rule, yearOf(ms));
  const summer = from <= ms && ms < to ? 60 : 0;
  return (rule === 'paris' ? 60 : -180) + summer;
};

/** `2026-11-30 10:00:00` on the wall of the zone. */
export const slowWall = (ms: number, zone: string): string =>
  new Date(ms + slowOffsetMinutes(ms, zone) * 60_000).toISOString().slice(0, 19).replace('T', ' ');

/** An instant at which the wall shows this; found by trying. */
export const slowInstant = (wall: string, zone: string): number => {
  const shown = Date.parse(`${wall.replace(' ', 'T')}Z`);
  for (const guess of [shown, shown - 86_400_000, shown + 86_400_000]) {
    const ms = shown - slowOffsetMinutes(guess, zone) * 60_000;
    if (slowWall(ms, zone) === wall) return ms;
  }
  return shown - slowOffsetMinutes(shown, zone) * 60_000;
};

export const slowDay = (day: string, plus: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + plus * 86_400_000).toISOString().slice(0, 10);
