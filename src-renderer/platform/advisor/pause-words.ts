/** The reasons of a pause, and their words. */
import type { Say } from '../i18n/use-text.ts';

export const pauseReasons = ['break', 'lunch', 'meeting', 'coaching', 'other'] as const;
/** Training is entered on the training line, not in the menu. */
const namedReasons: readonly string[] = [...pauseReasons, 'training'];

/** A reason chosen here has its words; any other is shown as it was written. */
export const pauseWords = (reason: string | null, t: Say): string => {
  if (reason === null) return t('state.pause');
  return namedReasons.includes(reason) ? t(`state.pauseReason.${reason}`) : reason;
};
