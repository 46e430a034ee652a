/** Diaries at the hub: who may be booked when, one winner of each hour, and what came of it. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { OfferedSlot, Representative, Slots } from '@shared/contracts/http/diaries.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, addPerson, asker } from './campaigns.ts';
import { turnToDawn } from './dawn.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let nadia: Session;
let camille: Session;
let asNadia: Ask;
let asCamille: Ask;
let paul: Representative;
let anne: string;
const brandId = 'kerdoual';
const hourMs = 3_600_000;

const represent = async (rest: object = {}): Promise<Representative> => {
  const wanted = {
    name: 'Paul Kerven',
    brandIds: [brandId],
    zones: { postcodes: ['292'] },
    ...rest,
  };
  const { status, json } = await asNadia('POST', '/v1/representatives', wanted);
  if (status !== 201) throw new Error(JSON.stringify(json));
  return json;
};
const slotsOf = async (customerId: string, more = ''): Promise<Slots> =>
  (
    await asCamille(
      'GET',
      `/v1/appointment-slots?brandId=${brandId}&customerId=${customerId}${more}`,
    )
  ).json;
const ownSlots = async (who: Representative = paul): Promise<readonly OfferedSlot[]> =>
  (await slotsOf(anne, `&representativeId=${who.id}`)).slots;
const booking = (startsAt: string, rest: object = {}) => ({
  id: hub.newId(),
  representativeId: paul.id,
  customerId: anne,
  brandId,
  startsAt,
  ...rest,
});
const later = async (ms: number): Promise<void> => {
  hub.clock.advance(ms);
  nadia = await hub.signIn('nadia.ferrand');
  camille = await hub.signIn('camille.roussel');
};
const history = async (): Promise<
  { title: string; channel: string; campaignId: string | null }[]
> =>
  hub.database.db
    .selectFrom('interactions')
    .select(['title', 'channel', 'campaign_id as campaignId', 'outcome', 'started_at'])
    .where('customer_id', '=', anne)
    .where('channel', '=', 'representative')
    .orderBy('id')
    .execute();

beforeAll(async () => {
  hub = await startHubUnderTest();
  turnToDawn(hub);
  await later(0);
  asNadia = asker(hub, () => nadia);
  asCamille = asker(hub, () => camille);
  anne = await addPerson(hub, camille, '29019');
  paul = await represent();
});
afterAll(() => hub.close());

describe('representatives', () => {
  it('[DIARY-7] are changed by whoever read them last, and do not exist for other brands', async () => {
    const own = await represent({ name: 'Un autre', active: false });
    const settings = { ...own.settings, name: 'Yves Le Bihan' };
    const at = `/v1/representatives/${own.id}`;
    const changed = await asNadia('PUT', at, { revision: 1, settings });
    expect(changed.json).toMatchObject({ revision: 2, settings: { name: 'Yves Le Bihan' } });
    const again = await asNadia('PUT', at, { revision: 1, settings });
    expect(again.json.code).toBe('version-superseded');
    const foreign = await asNadia('POST', '/v1/representatives', {
      name: 'X',
      brandIds: ['nobody'],
    });
    expect(foreign).toMatchObject({
      status: 400,
      json: { detail: expect.stringContaining('nobody') },
    });
    expect(
      (await asNadia('PUT', `/v1/representatives/${hub.newId()}`, { revision: 1, settings }))
        .status,
    ).toBe(404);
    const bad = {
      name: 'X',
      brandIds: [brandId],
      hours: { zone: 'Nowhere/City', openings: [], onHolidays: 'closed' },
    };
    expect((await asNadia('POST', '/v1/representatives', bad)).json.issues).toMatchObject([
      { path: 'body/hours/zone' },
    ]);
  });
});

describe('free hours', () => {
  it('[DIARY-5] are of who covers her address; why there are none is said', async () => {
    const offered = await slotsOf(anne);
    expect(offered.because).toBeNull();
    expect(offered.proposed).toHaveLength(3);
    expect(new Set(offered.slots.map(({ representativeId }) => representativeId))).toEqual(
      new Set([paul.id]),
    );
    const elsewhere = await addPerson(hub, camille, '31555', {
      address: {
        lines: [],
        postcode: '31000',
        commune: 'Toulouse',
        inseeCode: '31555',
        country: 'FR',
      },
    });
    expect((await slotsOf(elsewhere)).because).toBe('nobody-covers');
    const nowhere = await addPerson(hub, camille, '29019', { address: null });
    expect((await slotsOf(nowhere)).because).toBe('no-address');
    expect(
      (await asCamille('GET', `/v1/appointment-slots?brandId=${brandId}&customerId=${hub.newId()}`))
        .json.code,
    ).toBe('customer-unknown');
  });
});

describe('booking', () => {
  it('[DIARY-8] of twenty at once on two instances one wins, the others hear what is free next', async () => {
    const [first] = await ownSlots();
    const startsAt = first?.startsAt ?? '';
    const other = await hub.another();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 === 0 ? hub.app : other).inject({
          method: 'POST',
          url: '/v1/appointments',
          headers: bearer(camille),
          payload: booking(startsAt),
        }),
      ),
    );
    const codes = answers.map(({ statusCode }) => statusCode).sort();
    expect(codes).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    const loser = answers.find(({ statusCode }) => statusCode === 409)?.json();
    expect(loser).toMatchObject({
      code: 'slot-not-free',
      detail: expect.stringContaining('something else'),
    });
    expect(loser.next).toHaveLength(3);
    const next = loser.next[0].startsAt;
    expect((await asCamille('POST', '/v1/appointments', booking(next))).status).toBe(200);
  });

  it('[DIARY-9] that is told again is booked once, with and without a way back to it', async () => {
    const [slot] = await ownSlots();
    const wanted = booking(slot?.startsAt ?? '');
    const before = (await history()).length;
    const first = await asCamille('POST', '/v1/appointments', wanted);
    expect((await asCamille('POST', '/v1/appointments', wanted)).json).toEqual(first.json);
    const [answer] = await push(hub, camille, [
      mutation(hub, {
        kind: 'appointment.book',
        payload: { ...wanted, minutes: null, campaignId: null, note: '' },
      }),
    ]);
    expect(answer?.status).toBe('accepted');
    expect((await history()).length).toBe(before + 1);
    const late = { ...wanted, id: hub.newId(), minutes: null, campaignId: null, note: '' };
    const [lost] = await push(hub, camille, [
      mutation(hub, { kind: 'appointment.book', payload: late }),
    ]);
    expect(lost).toMatchObject({ status: 'rejected', code: 'slot-not-free' });
  });

  it('[DIARY-10] outside of hours or zone, over, or without time to travel is refused, saying which', async () => {
    const own = await represent();
    const [slot] = await ownSlots(own);
    const book = (startsAt: string, rest: object = {}) =>
      asCamille(
        'POST',
        '/v1/appointments',
        booking(startsAt, { representativeId: own.id, ...rest }),
      );
    const from = (ms: number) => new Date(Date.parse(slot?.startsAt ?? '') + ms).toISOString();
    expect((await book(from(0))).status).toBe(200);
    const why = async (...given: Parameters<typeof book>) => (await book(...given)).json.detail;
    expect(await why(from(hourMs + 300_000))).toContain('no time to travel');
    expect(await why(from(-30 * 24 * hourMs))).toContain('this hour is over');
    expect(await why(from(-7 * hourMs))).toMatch(/working hours|is over/);
    const elsewhere = await represent({ zones: { departments: ['31'] } });
    expect(await why(from(3 * hourMs), { representativeId: elsewhere.id })).toContain(
      'does not cover',
    );
    const nowhere = await addPerson(hub, camille, '29019', { address: null });
    expect(await why(from(3 * hourMs), { customerId: nowhere })).toContain('no address');
  });
});

describe('a booking that names nobody', () => {
  it('[DIARY-14] goes to whoever covers her address and is free then', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await represent({ name: 'De garde' })).id),
    );
    const [slot] = (await slotsOf(anne)).slots.filter((one) => ids.includes(one.representativeId));
    const open = { startsAt: slot?.startsAt ?? '', customerId: anne, brandId };
    const taken = new Set<string>();
    for (let at = 0; at < 20; at += 1) {
      const { status, json } = await asCamille('POST', '/v1/appointments', {
        ...open,
        id: hub.newId(),
      });
      if (status !== 200) {
        expect(json).toMatchObject({ code: 'slot-not-free', next: expect.any(Array) });
        break;
      }
      expect(taken.has(json.representativeId)).toBe(false);
      taken.add(json.representativeId);
    }
    for (const id of ids) expect(taken.has(id)).toBe(true);
  });
});

describe('an appointment', () => {
  it('[DIARY-11] [DIARY-12] is moved, kept once it began, or cancelled; each is in her history', async () => {
    const campaignId = null;
    const own = await represent();
    const slots = await ownSlots(own);
    const [first] = slots;
    const before = (await history()).length;
    const made = (
      await asCamille(
        'POST',
        '/v1/appointments',
        booking(first?.startsAt ?? '', { representativeId: own.id, campaignId }),
      )
    ).json;
    const at = `/v1/appointments/${made.id}`;
    const early = await asCamille('POST', `${at}/result`, { result: 'kept' });
    expect(early.json).toMatchObject({
      code: 'appointment-not-in-state',
      detail: 'it has not begun',
    });
    const quarter = slots.find(({ startsAt }) => startsAt > made.startsAt)?.startsAt ?? '';
    const moved = await asCamille('POST', `${at}/move`, { startsAt: quarter });
    expect(moved.json).toMatchObject({ startsAt: quarter, sequence: 1, status: 'booked' });
    const night = `${quarter.slice(0, 10)}T01:00:00.000Z`;
    expect((await asCamille('POST', `${at}/move`, { startsAt: night })).status).toBe(409);
    const dropped = (
      await asCamille(
        'POST',
        '/v1/appointments',
        booking(slots.at(-1)?.startsAt ?? '', { representativeId: own.id }),
      )
    ).json;
    const off = `/v1/appointments/${dropped.id}/cancel`;
    expect((await asCamille('POST', off, { reason: 'malade' })).json.status).toBe('cancelled');
    expect((await asCamille('POST', off, {})).json.status).toBe('cancelled');
    expect((await ownSlots(own)).at(-1)?.startsAt).toBe(slots.at(-1)?.startsAt);
    await later(Date.parse(quarter) - hub.clock.now() + hourMs);
    // Nobody has said yet what came of it: it is too late to change it.
    const tooLate = { code: 'appointment-not-in-state', detail: 'it is over' };
    expect((await asCamille('POST', `${at}/cancel`, {})).json).toMatchObject(tooLate);
    const again = slots.at(-1)?.startsAt;
    expect((await asCamille('POST', `${at}/move`, { startsAt: again })).json).toMatchObject(
      tooLate,
    );
    expect((await asCamille('POST', `${at}/result`, { result: 'kept' })).json.status).toBe('kept');
    expect((await asCamille('POST', `${at}/cancel`, {})).json.code).toBe(
      'appointment-not-in-state',
    );
    const told = (await history()).slice(before);
    expect(told.map(({ title }) => title.split(' :')[0])).toEqual([
      'Rendez-vous pris',
      'Rendez-vous déplacé',
      'Rendez-vous pris',
      'Rendez-vous annulé',
      'Rendez-vous tenu',
    ]);
    const figures = (await asNadia('GET', '/v1/appointments/figures')).json;
    expect(
      figures.byRepresentative.find(
        (one: { representativeId: string }) => one.representativeId === own.id,
      ),
    ).toMatchObject({
      name: 'Paul Kerven',
      booked: 0,
      kept: 1,
      notKept: 0,
      cancelled: 1,
      moved: 1,
    });
    expect(figures.all.kept).toBe(1);
  });

  it('[DIARY-13] is counted in its campaign and period alone', async () => {
    const far = '2020-01-01T00:00:00.000Z';
    const nothing = (await asNadia('GET', `/v1/appointments/figures?to=${far}`)).json;
    expect(nothing).toEqual({
      all: { booked: 0, kept: 0, notKept: 0, cancelled: 0, moved: 0 },
      byRepresentative: [],
    });
    const other = (await asNadia('GET', `/v1/appointments/figures?campaignId=${hub.newId()}`)).json;
    expect(other.byRepresentative).toEqual([]);
    const hers = (await asCamille('GET', `/v1/appointments?customerId=${anne}`)).json.appointments;
    expect(hers.length).toBeGreaterThan(3);
    expect(hers[0]).toMatchObject({ customerName: 'Anne Le Gall', place: { commune: 'Brest' } });
  });
});
