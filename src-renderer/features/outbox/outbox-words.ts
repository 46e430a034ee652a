/** Icons and words of outgoing items: four words only (parti, en route, sur ce poste, mis de côté). */
import type { IconName } from '@renderer/ui/parts/icon.tsx';
import type { OutboxItem } from '@shared/contracts/engine/outbox.ts';

const kindIcons: { readonly [kind: string]: IconName } = {
  'interaction.record': 'phone',
  'interaction.wrap-up': 'flag',
  'customer.create': 'user',
  'customer.change': 'pencil',
  'case.open': 'file',
  'case.advance': 'file',
  'callback.create': 'calendar',
  'callback.close': 'calendar',
  'consent.record': 'opposed',
  'grant.record': 'grant',
  'appointment.book': 'calendar',
  'advisor.state': 'clock',
  'favourite.set': 'star',
  'article.told': 'catalogue',
  'dial.decided': 'check',
};
export const kindIcon = (kind: string): IconName => kindIcons[kind] ?? 'file';

/** i18n key of a kind; dots would be taken for nesting. */
export const kindKey = (kind: string): string =>
  `outbox.kind.${Object.hasOwn(kindIcons, kind) ? kind.replace('.', '-') : 'other'}`;

/** Why the hub did not take it; of a case that moved on, in the words of cases. */
export const refusalKey = ({ code, standing }: OutboxItem): string => {
  if (standing !== null) return 'outbox.caseMovedOn';
  return code === null ? 'outbox.refused' : `error.${code}`;
};

export const statusIcons: { readonly [status in OutboxItem['status']]: IconName } = {
  sent: 'check',
  sending: 'cloud-up',
  waiting: 'database',
  parked: 'alert',
};
