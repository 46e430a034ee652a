/** An appointment that is moved: one winner of each hour, its own length and place, and what is told of it. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Diary, OfferedSlot, Representative } from '@shared/contracts/http/diaries.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, addPerson, asker } from './campaigns.ts';
import { turnToDawn } from './dawn.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let nadia: Session;
let asNadia: Ask;
let anne: string;
const brandId = 'kerdoual';
const hourMs = 3_600_000;

const represent = async (): Promise<Representative> => {
  const wanted = { name: 'Paul Kerven', brandIds: [brandId], zones: { postcodes: ['292'] } };
  return (await asNadia('POST', '/v1/representatives', wanted)).json;
};
const slotsFor = async (who: Representative, more = ''): Promise<readonly OfferedSlot[]> =>
  (
    await asNadia(
      'GET',
      `/v1/appointment-slots?brandId=${brandId}&customerId=${anne}&representativeId=${who.id}${more}`,
    )
  ).json.slots;
const book = async (
  who: Representative,
  startsAt: string,
  rest: object = {},
): Promise<Appointment> =>
  (
    await asNadia('POST', '/v1/appointments', {
      id: hub.newId(),
      representativeId: who.id,
      customerId: anne,
      brandId,
      startsAt,
      ...rest,
    })
  ).json;
const move = (id: string, to: object, app = hub.app) =>
  app.inject({
    method: 'POST',
    url: `/v1/appointments/${id}/move`,
    headers: bearer(nadia),
    payload: to,
  });
const hourAfter = (at: string, hours: number): string =>
  new Date(Date.parse(at) + hours * hourMs).toISOString();

beforeAll(async () => {
  hub = await startHubUnderTest();
  turnToDawn(hub);
  nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  anne = await addPerson(hub, nadia, '29019');
});
afterAll(() => hub.close());

describe('an appointment that is moved', () => {
  it('[DIARY-29] goes where two want to go for one of them alone, on two instances', async () => {
    const paul = await represent();
    const slots = await slotsFor(paul);
    const other = await hub.another();
    const day = slots[0]?.startsAt ?? '';
    const ids = [
      (await book(paul, day)).id,
      (await book(paul, hourAfter(day, 24 * 7))).id,
      (await book(paul, hourAfter(day, 24 * 8))).id,
    ];
    const wanted = slots.find(({ startsAt }) => startsAt > hourAfter(day, 24))?.startsAt ?? '';
    const answers = await Promise.all(
      ids.map((id, at) => move(id, { startsAt: wanted }, at === 0 ? other : hub.app)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    const lost = answers.find(({ statusCode }) => statusCode === 409)?.json();
    expect(lost).toMatchObject({ code: 'slot-not-free', next: expect.any(Array) });
    expect(lost.next).toHaveLength(3);
  });

  it('[DIARY-29] changes diaries with another at once, and both get an answer', async () => {
    const [one, two] = [await represent(), await represent()];
    const day = (await slotsFor(one))[0]?.startsAt ?? '';
    for (let round = 0; round < 8; round += 1) {
      const hers = await book(one, hourAfter(day, 24 * round), { minutes: 10 });
      const his = await book(two, hourAfter(day, 24 * round), { minutes: 10 });
      if (hers.id === undefined || his.id === undefined) continue;
      const to = hourAfter(hers.startsAt, 1);
      const answers = await Promise.all([
        move(hers.id, { startsAt: to, representativeId: two.id }),
        move(his.id, { startsAt: to, representativeId: one.id }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    }
  });

  it('[DIARY-30] keeps its length and place, not in its own way, and is moved once when told again', async () => {
    const paul = await represent();
    const day = (await slotsFor(paul))[0]?.startsAt ?? '';
    const made = await book(paul, day, { minutes: 90 });
    const quarter = new Date(Date.parse(day) + 15 * 60_000).toISOString();
    expect((await slotsFor(paul)).map(({ startsAt }) => startsAt)).not.toContain(quarter);
    const offered = await slotsFor(paul, `&appointmentId=${made.id}`);
    const [first] = offered.filter(({ startsAt }) => startsAt === quarter);
    expect(first?.endsAt).toBe(new Date(Date.parse(quarter) + 90 * 60_000).toISOString());
    const unknown = await asNadia(
      'GET',
      `/v1/appointment-slots?brandId=${brandId}&customerId=${anne}&appointmentId=${hub.newId()}`,
    );
    expect(unknown).toMatchObject({ status: 404, json: { detail: /appointmentId/ } });
    const to = { startsAt: quarter, note: 'train plus tard' };
    const moved = (await move(made.id, to)).json();
    expect(moved).toMatchObject({
      startsAt: quarter,
      endsAt: first?.endsAt,
      sequence: 1,
      moves: 1,
    });
    expect((await move(made.id, to)).json()).toEqual(moved);
    const told = await hub.database.db
      .selectFrom('interactions')
      .select(['title', 'summary'])
      .where('customer_id', '=', anne)
      .where('title', 'like', 'Rendez-vous déplacé%')
      .where('summary', '=', 'train plus tard')
      .execute();
    expect(told).toHaveLength(1);
    expect(told[0]?.title).toMatch(
      /^Rendez-vous déplacé : .* à \d\d:\d\d → .* à \d\d:\d\d, avec Paul/,
    );
  });
});

describe('a diary', () => {
  it('[DIARY-31] says what is free in it, less once an hour is booked', async () => {
    const paul = await represent();
    const from = new Date(hub.clock.now()).toISOString();
    const period = `from=${from}&to=${hourAfter(from, 24 * 7)}`;
    const read = async (): Promise<Diary> =>
      (await asNadia('GET', `/v1/representatives/${paul.id}/diary?${period}`)).json;
    const before = (await read()).free;
    const made = await book(paul, before[0]?.startsAt ?? '');
    const after = (await read()).free;
    expect(before.length).toBeGreaterThan(4);
    expect(
      after.some(({ startsAt, endsAt }) => startsAt < made.endsAt && endsAt > made.startsAt),
    ).toBe(false);
    expect(after.at(-1)).toEqual(before.at(-1));
  });
});
