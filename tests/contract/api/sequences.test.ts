/** Sequences at the hub: written before the call, called when due, once each, whoever works on it. */

import { openDatabase } from '@api/db/database.ts';
import { moveSequences } from '@api/modules/sequences/service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  reserveIn,
  running,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent } from './mutations.ts';

let hub: HubUnderTest;
let nadia: Session;
let camille: Session;
let asNadia: Ask;
let asCamille: Ask;
let templates: Record<'post' | 'email' | 'sms', string>;
let communes = 61_000;
const brandId = 'kerdoual';
const dayMs = 86_400_000;
const rest = {
  value12MonthsCents: 0,
  segment: 'new',
  vip: false,
  relationMode: 'neutral',
} as const;
const newcomer = [{ brandId, since: '2024-01-01', ...rest }];
const commune = (): string => {
  communes += 1;
  return String(communes);
};
const later = async (ms: number): Promise<void> => {
  hub.clock.advance(ms);
  nadia = await hub.signIn('nadia.ferrand');
  camille = await hub.signIn('camille.roussel');
};
const toWorkingHour = () => later(untilCallingHour(hub.clock.now()));
const work = () => moveSequences(hub);
const steps = (...given: object[]) => ({ sequence: { steps: given } });
const letterThenCall = () =>
  steps(
    { id: 'lettre', kind: 'letter', templateId: templates.post },
    { id: 'appel', kind: 'call', afterDays: 2 },
  );
const wanted = (rest: object = {}) => settings(hub, camille.user.teamId as string, rest);
const told = async (customerId: string): Promise<string[]> =>
  (
    await hub.database.db
      .selectFrom('interactions')
      .select(['channel', 'title'])
      .where('customer_id', '=', customerId)
      .where('campaign_id', 'is not', null)
      .orderBy('id')
      .execute()
  ).map(({ channel, title }) => `${channel}: ${title}`);
const standing = async (campaignId: string) =>
  (await asNadia('GET', `/v1/campaigns/${campaignId}/sequence`)).json;

beforeAll(async () => {
  hub = await startHubUnderTest();
  await toWorkingHour();
  asNadia = asker(hub, () => nadia);
  asCamille = asker(hub, () => camille);
  await addRefusal(hub);
  const make = async (channel: string, subject: string) =>
    (
      await asNadia('POST', '/v1/templates', {
        brandId,
        name: `Modèle ${channel}`,
        channel,
        subject,
        body: `Bonjour {{customer.formalName}}.${channel === 'sms' ? ' STOP au 36123' : ''}`,
      })
    ).json.id;
  templates = {
    post: await make('post', 'Invitation'),
    email: await make('email', 'Votre documentation'),
    sms: await make('sms', ''),
  };
});
afterAll(() => hub.close());

describe('a letter before the call', () => {
  it('[SEQ-6] [SEQ-9] [LETTER-8] goes to the mail house, is in her history, and the call waits for it', async () => {
    const town = commune();
    const anne = await addPerson(hub, camille, town);
    const id = await running(asNadia, wanted(letterThenCall()), town);
    expect(await reserveIn(asCamille, id)).toEqual([]);
    await work();
    expect(await told(anne)).toEqual(['post: Invitation']);
    expect(await standing(id)).toMatchObject({
      steps: [{ stepId: 'lettre', sent: 1, skipped: 0 }],
    });
    expect(await reserveIn(asCamille, id)).toEqual([]);
    const { mailings } = (await asNadia('GET', `/v1/mailings?campaignId=${id}`)).json;
    expect(mailings).toMatchObject([{ letters: 1, templateName: 'Modèle post', isOpen: true }]);
    const at = `/v1/mailings/${mailings[0].id}`;
    const csv = await hub.app.inject({
      method: 'GET',
      url: `${at}/data.csv`,
      headers: bearer(nadia),
    });
    expect(csv.body.split('\r\n')[1]).toMatch(
      /;MME ANNE LE GALL;3 RUE DU PORT;;;;29200 BREST;1;1;non$/,
    );
    const pdf = await hub.app.inject({
      method: 'GET',
      url: `${at}/letters.pdf`,
      headers: bearer(nadia),
    });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    await later(2 * dayMs);
    await toWorkingHour();
    expect((await reserveIn(asCamille, id)).map(({ customerId }) => customerId)).toEqual([anne]);
  });

  it('[SEQ-7] is written once by two instances at once, and not at all by one that is killed in the middle', async () => {
    const town = commune();
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => addPerson(hub, camille, town)));
    const id = await running(asNadia, wanted(letterThenCall()), town);
    let made = 0;
    const dying = {
      ...hub,
      // The exchange is written, the letter is not: the instance ends between the two.
      newId: () => {
        made += 1;
        if (made === 2) throw new Error('killed');
        return hub.newId();
      },
    };
    await expect(moveSequences(dying)).rejects.toThrow('killed');
    expect((await standing(id)).steps).toEqual([]);
    expect((await Promise.all(people.map(told))).flat()).toEqual([]);
    const other = openDatabase(hub.database.url, () => undefined);
    await Promise.all([work(), moveSequences({ ...hub, database: other }), work()]);
    await other.close();
    for (const one of people) expect(await told(one)).toEqual(['post: Invitation']);
    expect((await asNadia('GET', `/v1/mailings?campaignId=${id}`)).json.mailings[0].letters).toBe(
      6,
    );
    await work();
    expect((await standing(id)).steps).toEqual([{ stepId: 'lettre', sent: 6, skipped: 0 }]);
  });

  it('[SEQ-8] [SEQ-5] waits while the campaign is paused, and goes to nobody who opposed calls meanwhile', async () => {
    const town = commune();
    const anne = await addPerson(hub, camille, town);
    const opposed = await addPerson(hub, camille, town);
    const id = await running(asNadia, wanted(letterThenCall()), town);
    await asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'pause' });
    const givenAt = new Date(hub.clock.now() - 1000).toISOString();
    const payload = {
      ...someConsent(hub.newId(), opposed),
      status: 'opposed' as const,
      givenAt,
      until: null,
    };
    await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload })]);
    await work();
    expect(await told(anne)).toEqual([]);
    await asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'start' });
    await work();
    expect(await told(anne)).toEqual(['post: Invitation']);
    expect(await told(opposed)).toEqual([]);
    const over = (await asNadia('GET', `/v1/campaigns/${id}/contacts?state=over`)).json.contacts;
    expect(over).toMatchObject([{ customerId: opposed, overBecause: 'opposition' }]);
  });

  it('[SEQ-8] what falls due in a pause goes out when it is over, and nothing once it is stopped', async () => {
    const town = commune();
    const anne = await addPerson(hub, camille, town);
    const letter = (name: string, afterDays: number) => ({
      id: name,
      kind: 'letter',
      afterDays,
      templateId: templates.post,
    });
    const three = [letter('un', 0), letter('deux', 1), letter('trois', 1)];
    const given = steps(...three, { id: 'appel', kind: 'call', afterDays: 1 });
    const id = await running(asNadia, wanted(given), town);
    const move = (wish: string) => asNadia('POST', `/v1/campaigns/${id}/move`, { move: wish });
    await work();
    await move('pause');
    await later(2 * dayMs);
    await work();
    expect(await told(anne)).toHaveLength(1);
    await move('start');
    await work();
    expect(await told(anne)).toHaveLength(2);
    await move('stop');
    await later(2 * dayMs);
    await work();
    expect(await told(anne)).toHaveLength(2);
  });

  it('[SEQ-9] [SEQ-10] that cannot be sent says why, and the sequence goes on', async () => {
    const town = commune();
    const anne = await addPerson(hub, camille, town, {
      relations: newcomer,
    });
    const first = steps(
      { id: 'sms', kind: 'sms', templateId: templates.sms },
      { id: 'mail', kind: 'email', templateId: templates.email },
      { id: 'lettre', kind: 'letter', templateId: templates.post },
      { id: 'appel', kind: 'call' },
    );
    const id = await running(asNadia, wanted({ ...first, callKind: 'service' }), town);
    await work();
    expect(await told(anne)).toEqual([expect.stringMatching(/^sms: /), 'post: Invitation']);
    expect((await standing(id)).skipped).toEqual([{ because: 'no-address', count: 1 }]);
    expect((await reserveIn(asCamille, id)).map(({ customerId }) => customerId)).toEqual([anne]);
    const sold = await running(asNadia, wanted({ ...first }), await onlyHers());
    await work();
    expect((await standing(sold)).skipped).toContainEqual({ because: 'no-consent', count: 2 });
  });

  it('[SEQ-13] may go to who has not consented to be called, when the campaign says so; nobody calls her', async () => {
    const town = commune();
    await addPerson(hub, camille, town, { consents: false });
    const { sequence } = letterThenCall();
    const asks = { sequence: { ...sequence, lettersWithoutConsent: true } };
    const without = (await asNadia('POST', '/v1/campaigns', wanted(letterThenCall()))).json.id;
    const query = { query: { communes: [town] }, dryRun: true };
    expect((await asNadia('POST', `/v1/campaigns/${without}/list`, query)).json).toMatchObject({
      added: 0,
      leftOut: [{ because: 'consent' }],
    });
    const agreeing = await addPerson(hub, camille, town);
    const tried = (await asNadia('POST', '/v1/campaigns', wanted(asks))).json.id;
    expect((await asNadia('POST', `/v1/campaigns/${tried}/list`, query)).json).toMatchObject({
      added: 2,
      onlyLetter: 1,
      control: 0,
    });
    const id = await running(asNadia, wanted(asks), town);
    await work();
    expect((await standing(id)).steps).toMatchObject([{ sent: 2 }]);
    await later(3 * dayMs);
    await toWorkingHour();
    const called = await reserveIn(asCamille, id, { count: 2 });
    expect(called.map(({ customerId }) => customerId)).toEqual([agreeing]);
  });
});

describe('after the call', () => {
  it('[SEQ-11] [SEQ-12] documentation and one reminder go out, anew for a moved appointment', async () => {
    const town = commune();
    const emails = ['anne@exemple.fr'];
    const anne = await addPerson(hub, camille, town, { emails });
    const lea = await addPerson(hub, camille, town, { emails });
    const outcomes = [
      ...wanted().outcomes,
      { dispositionCode: 'documentation', consequence: 'documentation' },
    ];
    const id = await running(
      asNadia,
      wanted({
        outcomes,
        ...steps(
          { id: 'appel', kind: 'call' },
          { id: 'doc', kind: 'documentation', templateId: templates.email },
          { id: 'visite', kind: 'appointment' },
          {
            id: 'rappel',
            kind: 'reminder',
            afterDays: 1,
            channel: 'sms',
            templateId: templates.sms,
          },
        ),
      }),
      town,
    );
    await work();
    const kept = await reserveIn(asCamille, id, { count: 2 });
    const end = (customerId: string, dispositionCode: string) =>
      asCamille(
        'POST',
        `/v1/campaigns/${id}/contacts/${kept.find((one) => one.customerId === customerId)?.id}/attempts`,
        { result: 'reached', at: new Date(hub.clock.now()).toISOString(), dispositionCode },
      );
    await end(anne, 'documentation');
    await end(lea, 'rendez-vous');
    await work();
    expect(await told(anne)).toEqual(['email: Votre documentation']);
    const paul = (
      await asNadia('POST', '/v1/representatives', { name: 'Paul', brandIds: [brandId] })
    ).json;
    const { slots } = (
      await asCamille(
        'GET',
        `/v1/appointment-slots?brandId=${brandId}&customerId=${lea}&representativeId=${paul.id}`,
      )
    ).json;
    const afternoon = slots.filter((one: { startsAt: string }) => one.startsAt.slice(11) > '12:30');
    const [first, last] = [afternoon[0], afternoon.at(-1)];
    const booked = await asCamille('POST', '/v1/appointments', {
      id: hub.newId(),
      representativeId: paul.id,
      customerId: lea,
      brandId,
      campaignId: id,
      startsAt: first.startsAt,
    });
    const shortBefore = (ms: number, startsAt: string) =>
      later(Date.parse(startsAt) - ms - hub.clock.now());
    await work();
    const reminders = async () => (await told(lea)).filter((one) => one.startsWith('sms'));
    await shortBefore(60_000, first.startsAt);
    await work();
    await work();
    expect(await reminders()).toHaveLength(1);
    expect(
      (
        await asCamille('POST', `/v1/appointments/${booked.json.id}/move`, {
          startsAt: last.startsAt,
        })
      ).status,
    ).toBe(200);
    await shortBefore(3_600_000, last.startsAt);
    await work();
    await work();
    expect(await reminders()).toHaveLength(2);
    await later(2 * 3_600_000);
    await work();
    expect(await reminders()).toHaveLength(2);
  });
});

const onlyHers = async (): Promise<string> => {
  const town = commune();
  await addPerson(hub, camille, town, {
    emails: ['anne@exemple.fr'],
    relations: newcomer,
  });
  return town;
};
