/** The colleagues a call can go to, each in another state. */
import type { Colleague } from '@shared/contracts/http/colleagues.ts';
import { at } from './helene.ts';
import { id } from './organisation.ts';

const colleague = (
  number: number,
  name: string,
  state: Colleague['state'],
  since: string,
): Colleague => ({
  userId: id(8000 + number),
  name,
  team: 'SAV niveau 2',
  extension: String(6010 + number),
  brandIds: ['kerdoual'],
  state,
  pauseReason: state === 'pause' ? 'lunch' : null,
  since: at(`2026-11-05T${since}`),
});

export const colleagues: readonly Colleague[] = [
  colleague(3, 'Claire Nédélec', 'busy', '11:42:00'),
  colleague(4, 'Oscar Pham', 'pause', '11:30:00'),
  colleague(1, 'Sarah Klein', 'ready', '11:48:00'),
  colleague(2, 'Émile Tran', 'ready', '11:46:00'),
  colleague(6, 'Noé Lambert', 'do-not-disturb', '11:20:00'),
  colleague(5, 'Ines Da Costa', 'offline', '09:00:00'),
];
export const sarah = { id: id(8101), title: 'Sarah Klein' };
