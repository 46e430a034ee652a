/** Which of the alerts is said first, and in which words. Pure. */
import type { Say } from '@renderer/platform/i18n/use-text.ts';
import type { IconName } from '@renderer/ui/parts/icon.tsx';
import type { LeadAlert } from '@shared/contracts/http/lead-alerts.ts';
import type { AlertKind } from '@shared/domain/lead-alert/alert-rules.ts';

/** Somebody who asks goes before what a number says; the day’s share can wait. */
const ranks: { readonly [kind in AlertKind]: number } = {
  hand: 0,
  stuck: 1,
  'queue-wait': 2,
  over: 3,
  'queue-level': 4,
};

export const alertIcons: { readonly [kind in AlertKind]: IconName } = {
  hand: 'hand',
  stuck: 'alert',
  'queue-wait': 'alert',
  over: 'alert',
  'queue-level': 'chart',
};

/** Those that nobody took up: the worst first, the older of two before. */
export const unanswered = (alerts: readonly LeadAlert[]): LeadAlert[] =>
  alerts
    .filter(({ takenBy }) => takenBy === null)
    .sort((a, b) => ranks[a.kind] - ranks[b.kind] || a.since.localeCompare(b.since));

export const alertWords = ({ kind, subject }: LeadAlert, t: Say): string =>
  t(`alert.is.${kind}`, { name: subject.name });
