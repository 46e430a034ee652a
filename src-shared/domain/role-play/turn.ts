/** When somebody has had her say: she spoke long enough, and is quiet again. */

/** Mean square of the level; −40 dB of full scale. */
const voicePower = 1e-4;
const spokenMs = 400;
const quietMs = 900;

export type Turn = { readonly spokenMs: number; readonly quietMs: number };
export const newTurn: Turn = { spokenMs: 0, quietMs: 0 };

/**
 * @param power mean square of the level (0 to 1) over the last `ms`
 * @returns the turn so far, and whether it is over; then a new one begins
 */
export const hearTurn = (
  turn: Turn,
  power: number,
  ms: number,
): { readonly turn: Turn; readonly over: boolean } => {
  if (power >= voicePower)
    return { turn: { spokenMs: turn.spokenMs + ms, quietMs: 0 }, over: false };
  const quiet = turn.quietMs + ms;
  if (turn.spokenMs >= spokenMs && quiet >= quietMs) return { turn: newTurn, over: true };
  // A click or a breath is forgotten after a pause.
  return quiet >= quietMs
    ? { turn: newTurn, over: false }
    : { turn: { ...turn, quietMs: quiet }, over: false };
};
