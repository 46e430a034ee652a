/** A seat in words: its state with the reason, its icon and colour, and why it wants the lead. */
import { pauseWords } from '@renderer/platform/advisor/pause-words.ts';
import type { Say } from '@renderer/platform/i18n/use-text.ts';
import type { IconName } from '@renderer/ui/parts/icon.tsx';
import { type Seat, type SeatState, seatStateOf } from '@shared/domain/lead-board/seat.ts';

export const seatIcons: { readonly [state in SeatState]: IconName } = {
  ringing: 'ringing',
  talking: 'talking',
  held: 'held',
  'wrap-up': 'wrapup',
  ready: 'ready',
  pause: 'pause',
  'do-not-disturb': 'quiet',
  offline: 'offline',
};

/** « Pause, repas »; of a state that a number allows more time than it took so far: that time. */
export const seatWords = (seat: Seat, t: Say): string => {
  const { state } = seatStateOf(seat);
  if (state === 'pause') return pauseWords(seat.now?.reason ?? null, t);
  if (state === 'ringing' && seat.now?.call?.direction === 'outbound') return t('board.dialing');
  return t(`board.state.${state}`);
};
