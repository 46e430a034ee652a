/** A campaign that may be started, and people who may be called, at an hour at which they may. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { CampaignContact, CampaignView } from '@shared/contracts/http/campaigns.ts';
import { isFrenchHoliday } from '@shared/domain/calendar/french-holidays.ts';
import { instantOf, localDateOf, weekdayOf } from '@shared/domain/calendar/zoned-time.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { bearer, type HubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent, someCustomer } from './mutations.ts';

const PARIS = 'Europe/Paris';
const dayMs = 86_400_000;

/** How far ahead the next working day is at which people in the metropole may be called, at 10:30. */
export const untilCallingHour = (nowMs: number): number => {
  for (let ms = nowMs + dayMs; ; ms += dayMs) {
    const day = localDateOf(ms, PARIS);
    if (weekdayOf(day) <= 5 && !isFrenchHoliday(day)) return instantOf(day, 630, PARIS) - nowMs;
  }
};

export const asker =
  (hub: HubUnderTest, session: () => Session) =>
  async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const headers = bearer(session());
    const sent = payload === undefined ? {} : { payload };
    const answer = await hub.app.inject({ method, url, headers, ...sent });
    return { status: answer.statusCode, json: answer.json() };
  };
export type Ask = ReturnType<typeof asker>;

export const settings = (hub: HubUnderTest, teamId: string, rest: object = {}) => {
  const today = new Date(hub.clock.now()).toISOString().slice(0, 10);
  return {
    name: 'Invitation',
    brandId: 'kerdoual',
    goal: 'appointments',
    scriptId: 'kerdoual-invitation',
    teamIds: [teamId],
    startsOn: today,
    endsOn: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
    presentedNumbers: ['+33199004110'],
    outcomes: [
      { dispositionCode: 'rendez-vous', consequence: 'success' },
      { dispositionCode: 'refus', consequence: 'refusal' },
      { dispositionCode: 'opposition', consequence: 'opposition' },
    ],
    ...rest,
  };
};

/**
 * The qualifications of a campaign that the brand has not: a refusal silences for sixty days, and without
 * it no campaign is started.
 */
export const addRefusal = async (hub: HubUnderTest): Promise<void> => {
  const added = ['rendez-vous', 'refus', 'opposition', 'documentation', 'oui'].map(
    (code, place) => ({
      brand_id: 'kerdoual',
      code,
      label_fr: code,
      label_en: code,
      group_fr: 'Vente',
      group_en: 'Sale',
      synonyms: [],
      resolves_case: false,
      expects_callback: false,
      refuses_offer: code === 'refus',
      rank: 95 + place,
    }),
  );
  await hub.database.db.insertInto('dispositions').values(added).execute();
};

/** In a commune of their own, so that a query finds them alone. */
export const addPerson = async (
  hub: HubUnderTest,
  session: Session,
  inseeCode: string,
  { consents = true, ...change }: Partial<Customer> & { readonly consents?: boolean } = {},
): Promise<string> => {
  const id = hub.newId();
  const card = someCustomer(id);
  const number = `+336399${String(Math.floor(Math.random() * 1e5)).padStart(5, '0')}`;
  const payload = {
    ...card,
    phones: [{ e164: number, label: 'mobile' as const }],
    emails: [],
    address: card.address === null ? null : { ...card.address, inseeCode },
    ...change,
  };
  const givenAt = new Date(hub.clock.now() - 30 * dayMs).toISOString();
  const consent = { ...someConsent(hub.newId(), id), givenAt, until: null };
  const answers = await push(hub, session, [
    mutation(hub, { kind: 'customer.create', payload }),
    ...(consents ? [mutation(hub, { kind: 'consent.record', payload: consent })] : []),
  ]);
  for (const answer of answers)
    if (answer.status !== 'accepted') throw new Error(JSON.stringify(answer));
  return id;
};

export const make = async (ask: Ask, wanted: object): Promise<CampaignView> => {
  const { status, json } = await ask('POST', '/v1/campaigns', wanted);
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json;
};

/** A campaign that runs, with everybody of a commune on its list. */
export const running = async (ask: Ask, wanted: object, commune: string): Promise<string> => {
  const { id } = await make(ask, wanted);
  const listed = await ask('POST', `/v1/campaigns/${id}/list`, { query: { communes: [commune] } });
  const started = await ask('POST', `/v1/campaigns/${id}/move`, { move: 'start' });
  if (started.status !== 200) throw new Error(JSON.stringify([listed.json, started.json]));
  return id;
};

export const reserveIn = async (
  ask: Ask,
  campaignId: string,
  wanted: object = {},
): Promise<readonly (CampaignContact & { readonly why: string })[]> => {
  const { status, json } = await ask('POST', `/v1/campaigns/${campaignId}/reserve`, wanted);
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json.contacts;
};
