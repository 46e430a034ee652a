/** Who a call is with: a caller who hides the number has no name until one is chosen. */
import type { Say } from './use-text.ts';

export const callerName = (name: string, t: Say): string =>
  name === '' ? t('caller.title.hidden') : name;
