/** How one part of a soak ended. */
export type SoakOutcome = {
  readonly what: string;
  readonly holds: boolean;
  readonly minutes: number;
};

/** One line for each part, and the one line that a soak ends with. */
export function closeSoak(outcomes: readonly SoakOutcome[]): string {
  const lines = outcomes.map(
    ({ what, holds, minutes }) =>
      `${holds ? 'held  ' : 'FAILED'} ${minutes.toFixed(1)} min  ${what}`,
  );
  const held = outcomes.filter(({ holds }) => holds).length;
  const minutes = outcomes.reduce((sum, one) => sum + one.minutes, 0).toFixed(1);
  return `${lines.join('\n')}\nsoak: ${held} held, ${outcomes.length - held} failed, ${minutes} min`;
}
