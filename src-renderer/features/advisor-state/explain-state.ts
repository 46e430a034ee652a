/** The state in words: what, since when, and by which cause (UI-6). Pure. */

import { pauseWords } from '@renderer/platform/advisor/pause-words.ts';
import { formatLength, formatTime } from '@renderer/platform/i18n/format-time.ts';
import type { Language } from '@renderer/platform/i18n/translator.ts';
import type { Say } from '@renderer/platform/i18n/use-text.ts';
import type { IconName } from '@renderer/ui/parts/icon.tsx';
import type { Slices } from '@shared/contracts/engine/views.ts';

type Advisor = Slices['advisor'];

export const stateIcons: { readonly [state in Advisor['state']]: IconName } = {
  ready: 'ready',
  busy: 'talking',
  'wrap-up': 'wrapup',
  'do-not-disturb': 'quiet',
  pause: 'pause',
  offline: 'offline',
};

export const stateWord = (advisor: Advisor, t: Say): string =>
  advisor.state === 'pause' ? pauseWords(advisor.pauseReason, t) : t(`state.${advisor.state}`);

const causeWords = (advisor: Advisor, t: Say): string =>
  advisor.about === null
    ? t(`state.cause.${advisor.cause}`)
    : t(`state.causeWith.${advisor.cause}`, { name: advisor.about });

/** « depuis 11:42 · 1 min 20 · après l’appel avec Hélène Vasseur » */
export const explainState = (
  advisor: Advisor,
  nowMs: number,
  t: Say,
  language: Language,
): { readonly since: string; readonly length: string; readonly cause: string } => ({
  since: t('state.since', { time: formatTime(advisor.since, language) }),
  length: formatLength(nowMs - Date.parse(advisor.since), t),
  cause: [
    causeWords(advisor, t),
    ...(advisor.notPutThrough === 0
      ? []
      : [t('state.notPutThrough', { count: advisor.notPutThrough })]),
  ].join(' · '),
});
