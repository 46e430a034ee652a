/** What happens to an appointment is told in the customer's history, on the representative's channel (DIARY-12). */
import type { HubDependencies } from '@api/hub-app.ts';
import { insertInteraction } from '@api/modules/interactions/repository.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import type { Outcome } from '@shared/domain/interaction/interaction.ts';
import { outboundExchange } from '@shared/domain/interaction/outbound-exchange.ts';

type Db = HubDependencies['database']['db'];

export type Happening = 'booked' | 'moved' | 'cancelled' | 'kept' | 'not-kept';

const words: Readonly<Record<Happening, string>> = {
  booked: 'Rendez-vous pris',
  moved: 'Rendez-vous déplacé',
  cancelled: 'Rendez-vous annulé',
  kept: 'Rendez-vous tenu',
  'not-kept': 'Rendez-vous non tenu',
};
const outcomes: { readonly [happening in Happening]?: Outcome } = { 'not-kept': 'unanswered' };

/** « jeudi 3 décembre à 10:15 », as the clocks of the diary show it. */
export const whenInWords = (at: string, zone: string): string => {
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  const hour = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  const date = new Date(at);
  return `${new Intl.DateTimeFormat('fr-FR', day).format(date)} à ${new Intl.DateTimeFormat('fr-FR', hour).format(date)}`;
};

export const tellAppointment = async (
  tx: Db,
  happening: Happening,
  about: {
    readonly id: string;
    readonly appointment: Appointment;
    readonly representative: { readonly name: string; readonly zone: string };
    readonly advisorId: string | null;
    readonly at: string;
    readonly note: string;
    /** As it was until then. */
    readonly before?: Appointment;
  },
): Promise<void> => {
  const { id, appointment, representative, advisorId, at, note, before } = about;
  const { customerId, brandId, campaignId, startsAt, endsAt } = appointment;
  const { zone } = representative;
  const was =
    happening === 'moved' && before !== undefined ? `${whenInWords(before.startsAt, zone)} → ` : '';
  const when = `${was}${whenInWords(startsAt, zone)}`;
  const isOver = happening === 'kept' || happening === 'not-kept';
  const row = outboundExchange({
    id,
    customerId,
    brandId,
    channel: 'representative',
    advisorId,
    title: `${words[happening]} : ${when}, avec ${representative.name}`.slice(0, 200),
    summary: note === '' ? null : note,
    caseId: null,
    threadId: null,
    at: isOver ? startsAt : at,
  });
  const outcome = outcomes[happening] ?? row.outcome;
  const ended = isOver ? endsAt : row.endedAt;
  const told = { ...row, campaignId, outcome, endedAt: ended, zone };
  await insertInteraction(tx, told, at);
};
