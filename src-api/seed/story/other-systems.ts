/** What the demo's shops, forms and voice servers told today: a source per brand, carts, and two events that wait. */
import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseHandle, HubDatabase } from '@api/db/database.ts';
import { type Sent, type Taking, takeEvent } from '@api/modules/hooks/take-event.ts';
import { insertSource } from '@api/modules/sources/repository.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { makeSecret } from '@api/modules/sources/signature.ts';
import type { SourceKind } from '@shared/domain/source/source.ts';
import { sql } from 'kysely';
import { hourMs, minuteMs } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';
import { instant } from './telling.ts';

type Source = Sent['source'] & { readonly name: string };

const source = (name: string, kind: SourceKind, brandId: string): Source => ({
  id: nameId(`source:${name}`),
  name,
  kind,
  brandIds: [brandId],
});

const furniture = source('Boutique Kerdoual', 'web-shop', 'kerdoual');
const voice = source('Serveur vocal Kerdoual', 'ivr', 'kerdoual');
const energy = source('Formulaires Solvenne', 'form', 'solvenne');
const flights = source('Réservations Lorvane', 'web-shop', 'lorvane');
const demoSources: readonly Source[] = [furniture, voice, energy, flights];

type Told = readonly [source: Source, type: string, atMs: number, data: object];

const cart = (
  from: Source,
  ref: string,
  atMs: number,
  label: string,
  euros: number,
  phone: string,
): Told => [
  from,
  'cart.broken-off',
  atMs,
  {
    ref,
    brandId: from.brandIds[0],
    amountCents: euros * 100,
    lines: [{ label, quantity: 1, amountCents: euros * 100 }],
    timeToLiveMinutes: 240,
    customer: { phones: [phone] },
  },
];

const heleneChose = {
  brandId: 'kerdoual',
  number: '06 39 98 41 17',
  steps: [
    { kind: 'menu', prompt: 'Votre demande ?', value: '2', label: 'commande livrée' },
    { kind: 'digits', prompt: 'Votre numéro de commande ?', value: '44712086' },
  ],
  reasonCode: 'reclamation-livraison',
};

const toldToday = (nowMs: number): readonly Told[] => [
  cart(furniture, 'P-5120', nowMs - 35 * minuteMs, 'Table Groix', 640, '06 39 98 41 17'),
  cart(furniture, 'P-5127', nowMs - 12 * minuteMs, 'Fauteuil Sein', 389, '06 39 98 61 24'),
  cart(
    flights,
    'LV-P-881',
    nowMs - 50 * minuteMs,
    'Nantes – Porto, deux places',
    412,
    '06 39 98 77 31',
  ),
  cart(energy, 'SE-P-17', nowMs - 80 * minuteMs, 'Bilan isolation', 149, '06 39 98 27 60'),
  [voice, 'ivr.input', nowMs, heleneChose],
  // A form that takes anything for a number, and a till whose clock is a day ahead.
  [
    energy,
    'interaction.happened',
    nowMs - 3 * hourMs,
    {
      ref: 'F-2290',
      brandId: 'solvenne',
      channel: 'form',
      title: 'Demande de rappel',
      customerWords: 'Merci de me rappeler pour mon compteur.',
      customer: { firstName: 'Joël', lastName: 'Tanguy', phones: ['06 39 98'] },
    },
  ],
  [
    furniture,
    'order.placed',
    nowMs + 24 * hourMs,
    { ref: 'K-90331', brandId: 'kerdoual', amountCents: 8_900 },
  ],
];

/** What one customer answered a day after her call, about that call. */
const answeredLater = async (db: HubDatabase, nowMs: number): Promise<readonly Told[]> => {
  const called = await db
    .selectFrom('interactions')
    .innerJoin('customers', 'customers.id', 'interactions.customer_id')
    .where('interactions.brand_id', '=', 'kerdoual')
    .where('interactions.channel', '=', 'phone')
    .where('interactions.speech', 'is not', null)
    .where('interactions.started_at', '<', instant(nowMs - 2 * 24 * hourMs))
    .where(sql<boolean>`cardinality(customers.emails) > 0`)
    .orderBy('interactions.started_at', 'desc')
    .orderBy('interactions.id')
    .select(['interactions.id', 'interactions.started_at as at', 'customers.emails'])
    .executeTakeFirst();
  if (called === undefined) return [];
  const answer = {
    ref: 'E-1',
    brandId: 'kerdoual',
    channel: 'email',
    title: 'Enquête après l’appel',
    customer: { emails: called.emails },
    satisfaction: { score: 9, scale: { min: 0, max: 10 }, about: { interactionId: called.id } },
  };
  return [[furniture, 'interaction.happened', Date.parse(called.at) + 24 * hourMs, answer]];
};

/** Through the same door as everything that is signed, but for the signature. */
export const tellOfToday = async (
  database: DatabaseHandle,
  nowMs: number,
  log: Taking['log'],
): Promise<void> => {
  const { db } = database;
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const { seal } = await sealOf(db, random);
  for (const { brandIds, ...own } of demoSources) {
    const secret = seal(makeSecret(random));
    const row = { ...own, brandIds: [...brandIds], secret, createdAt: instant(nowMs) };
    await insertSource(db, row, demoUser('agathe.perrot').id);
  }
  let made = 0;
  const newId = () => nameId(`told:${++made}`);
  const hub: Taking = { database, clock: { now: () => nowMs }, newId, log };
  const told = [...toldToday(nowMs), ...(await answeredLater(db, nowMs))];
  for (const [from, type, atMs, data] of told) {
    const body = Buffer.from(JSON.stringify({ type, timestamp: instant(atMs), data }));
    const digest = createHash('sha256').update(body).digest();
    await takeEvent(hub, {
      source: from,
      messageId: nameId(`message:${type}:${atMs}:${body.length}`),
      digest,
      body,
    });
  }
};
