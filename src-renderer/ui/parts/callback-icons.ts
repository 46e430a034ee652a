/** The sign of each kind of call to make. */
import type { IconName } from './icon.tsx';

export const callbackIcons = {
  callback: 'phone',
  appointment: 'calendar',
  missed: 'missed',
  abandoned: 'hourglass',
  cart: 'cart',
} as const satisfies Record<string, IconName>;
