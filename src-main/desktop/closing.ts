/** What closing the window does: ask in a call, hide to the tray if she wants that, else leave. */

export type ClosingDecision = 'close' | 'ask' | 'hide';

/** Pure: `leaving` is her answer to the question, or the end of the system's session. */
export const decideClosing = (situation: {
  readonly leaving: boolean;
  readonly live: boolean;
  readonly closeToTray: boolean;
}): ClosingDecision => {
  if (situation.leaving) return 'close';
  if (situation.live) return 'ask';
  return situation.closeToTray ? 'hide' : 'close';
};
