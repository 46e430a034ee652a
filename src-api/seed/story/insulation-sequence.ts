/**
 * What « Bilan isolation » does besides calling: a letter some weeks ago, appointments in the diaries of
 * three representatives, and a reminder before each. All of it is done by the hub's own work.
 */

import type { CampaignHub } from '@api/modules/campaigns/service.ts';
import { book } from '@api/modules/diaries/book-service.ts';
import { cancel, endAppointment, move } from '@api/modules/diaries/change-service.ts';
import { insertRepresentative } from '@api/modules/diaries/representatives-repository.ts';
import { offeredSlots } from '@api/modules/diaries/slots-service.ts';
import { insertTemplate } from '@api/modules/letters/templates-repository.ts';
import { moveSequences } from '@api/modules/sequences/service.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import { bookingSchema } from '@shared/domain/diary/appointment.ts';
import { representativeSettingsSchema } from '@shared/domain/diary/representative.ts';
import { templateSchema } from '@shared/domain/letter/template.ts';
import type { User } from '@shared/domain/user/user.ts';
import { sql } from 'kysely';
import { dayMs } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { instant } from './telling.ts';

const brandId = 'solvenne';
const templateIds = {
  letter: nameId('template:bilan-lettre'),
  sms: nameId('template:bilan-rappel'),
};

export const insulationSequence = {
  steps: [
    { id: 'lettre', kind: 'letter', templateId: templateIds.letter },
    { id: 'appel', kind: 'call', afterDays: 4, days: 'working' },
    { id: 'rendez-vous', kind: 'appointment' },
    { id: 'rappel', kind: 'reminder', afterDays: 1, channel: 'sms', templateId: templateIds.sms },
  ],
} as const;

const visitors = [
  { name: 'Erwan Le Goff', departments: ['29'], email: 'erwan.legoff@solvenne.example' },
  { name: 'Sandrine Jouan', departments: ['22', '35'], email: 'sandrine.jouan@solvenne.example' },
  { name: 'Malo Kermarrec', departments: ['56', '35'], email: 'malo.kermarrec@solvenne.example' },
] as const;

const brittany: readonly string[] = visitors.flatMap(({ departments }) => departments);
/** 20 is Corsica's no more. */
const elsewhere = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0')).filter(
  (department) => department !== '20' && !brittany.includes(department),
);

/** Before the campaign that names them. */
export const writeTemplates = async (
  { database: { db } }: CampaignHub,
  nowMs: number,
): Promise<void> => {
  const at = instant(nowMs - 40 * dayMs);
  const letter = {
    brandId,
    name: 'Bilan isolation, invitation',
    channel: 'post',
    subject: 'Votre bilan isolation, sans frais',
    body: `{{customer.formalName}},

Les nuits fraîches reviennent, et avec elles les pièces qui ne gardent pas la chaleur. Nous vous proposons un bilan de l’isolation de votre logement à {{customer.commune}} : une heure chez vous, un rapport écrit, 0 € et aucun engagement.

Un conseiller de {{brand.name}} vous appellera dans les prochains jours pour convenir d’un rendez-vous. Si vous ne le souhaitez pas, répondez simplement à ce courrier : vous ne serez pas appelé.`,
    sender: ['Solvenne, service clients', '14 quai de la Prévalaye', '35000 Rennes'],
    signature: 'Nadia Ferrand\nResponsable d’équipe',
  };
  const sms = {
    brandId,
    name: 'Bilan isolation, rappel',
    channel: 'sms',
    body: '{{brand.name}} : {{appointment.representative}} vous rend visite {{appointment.day}} à {{appointment.time}}, {{appointment.address}}.',
  };
  await insertTemplate(db, templateIds.letter, templateSchema.parse(letter), at);
  await insertTemplate(db, templateIds.sms, templateSchema.parse(sms), at);
  for (const [turn, { name, email, departments }] of visitors.entries()) {
    // Beyond Brittany each goes where the others do not: whoever agrees in the demo is visited.
    const farther = elsewhere.filter((_, place) => place % visitors.length === turn);
    const zones = { departments: [...departments, ...farther] };
    const settings = { name, email, brandIds: [brandId], zones };
    const kept = representativeSettingsSchema.parse(settings);
    await insertRepresentative(db, nameId(`representative:${name}`), kept, at);
  }
};

const roundsAtMost = 4;

/** As if the hub had worked then; of a very large demo the last ones get no letter. */
export const sendLetters = async (
  hub: CampaignHub,
  campaignId: string,
  thenMs: number,
): Promise<void> => {
  const { db } = hub.database;
  await db
    .updateTable('campaign_contacts')
    .set({ added_at: instant(thenMs) })
    .where('campaign_id', '=', campaignId)
    .execute();
  const then = { ...hub, clock: { now: () => thenMs } };
  for (let round = 0; round < roundsAtMost && (await moveSequences(then)); round += 1);
  await sql`
    insert into sequence_progress (contact_id, call_from)
    select id, ${instant(thenMs)} from campaign_contacts where campaign_id = ${campaignId}
    on conflict (contact_id) do update set
      call_from = coalesce(sequence_progress.call_from, excluded.call_from), next_at = null`.execute(
    db,
  );
};

const talkedMs = 110_000;

type Db = CampaignHub['database']['db'];
type Visit = {
  readonly place: number;
  readonly id: string;
  readonly endsAt: string;
  readonly calledMs: number;
  /** Another hour that was offered. */
  readonly other: { readonly representativeId: string; readonly startsAt: string } | undefined;
};

/** Of eight one calls it off, of six one has it moved; of those that are over one in five was not kept. */
const whatBecameOf = async (
  hub: CampaignHub,
  tx: Db,
  user: User,
  { place, id, endsAt, calledMs, other }: Visit,
  nowMs: number,
): Promise<void> => {
  const nextDay = { ...hub, clock: { now: () => Math.min(nowMs, calledMs + dayMs) } };
  if (place % 8 === 1) {
    await cancel(nextDay, tx, user, id, 'Pas disponible ce mois-ci');
    return;
  }
  let endsMs = Date.parse(endsAt);
  if (place % 6 === 0 && other !== undefined) {
    const { representativeId, startsAt } = other;
    const moved = await move(nextDay, tx, user, id, {
      representativeId,
      startsAt,
      note: 'À sa demande',
    });
    if (moved.ok) endsMs = Date.parse(moved.value.endsAt);
  }
  if (endsMs > nowMs) return;
  const result = place % 5 === 4 ? ('not-kept' as const) : ('kept' as const);
  const after = { ...hub, clock: { now: () => endsMs } };
  await endAppointment(after, tx, user, id, { result, note: '' });
};

/** Whoever agreed is visited some days after her call; some of the visits are over. */
export const bookVisits = async (
  hub: CampaignHub,
  user: User,
  agreed: readonly CampaignContact[],
  nowMs: number,
): Promise<void> => {
  for (const [place, { id, campaignId, customerId, attempts }] of agreed.entries()) {
    // Within the call, not at the moment at which it began.
    const calledMs = Date.parse(attempts.at(-1)?.at ?? instant(nowMs)) + talkedMs;
    const then = { ...hub, clock: { now: () => calledMs } };
    const wish = { customerId, brandId, days: 21 };
    const offered = await offeredSlots(then, user, wish);
    const proposed = offered.ok ? offered.value.proposed : [];
    const slot = proposed[place % 3];
    if (slot === undefined) continue;
    const other = proposed[(place + 1) % 3];
    const { representativeId, startsAt, endsAt } = slot;
    const asked = { id: nameId(`visit:${id}`), representativeId, customerId, brandId, startsAt };
    const booking = bookingSchema.parse({ ...asked, campaignId });
    const visit = { place, id: booking.id, endsAt, calledMs, other };
    await hub.database.db.transaction().execute(async (tx) => {
      const booked = await book(then, tx, user, booking);
      if (booked.ok) await whatBecameOf(hub, tx, user, visit, nowMs);
    });
  }
};
