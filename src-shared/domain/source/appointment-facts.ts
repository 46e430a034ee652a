/** An appointment out of what its source said of it: set, moved, cancelled, in whatever order heard. */
import { type Dated, inOrder } from './facts.ts';

export type AppointmentFact =
  | { readonly kind: 'dated'; readonly dueAt: string; readonly subject: string }
  | { readonly kind: 'cancelled' };

export type Appointment = {
  readonly dueAt: string;
  readonly subject: string;
  readonly cancelled: boolean;
};

/** Null while nothing but a cancellation is known. */
export const foldAppointment = (facts: readonly Dated<AppointmentFact>[]): Appointment | null => {
  let known: Appointment | null = null;
  let cancelled = false;
  for (const { fact } of inOrder(facts)) {
    cancelled = fact.kind === 'cancelled';
    if (fact.kind === 'dated') known = { dueAt: fact.dueAt, subject: fact.subject, cancelled };
  }
  return known === null ? null : { ...known, cancelled };
};
