import { passTime } from '@api/housekeeping.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { type CartView, cartsSchema } from '@shared/contracts/http/carts.ts';
import { callbacksSchema } from '@shared/contracts/http/customers.ts';
import type { SourceWithSecret } from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent, someCustomer } from './mutations.ts';
import { bought, brokenOff, known, makeSource, placed, tell } from './sources.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: Session;
let shop: SourceWithSecret;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  camille = await hub.signIn('camille.roussel', hub.newId());
  shop = await makeSource(hub, agathe);
});
afterAll(() => hub.close());

const says = async (event: unknown) => {
  const response = await tell(hub, shop, event);
  expect(response.statusCode, response.body).toBe(200);
};
const ago = (minutes: number) => new Date(hub.clock.now() - minutes * 60_000).toISOString();
const read = async (url: string) =>
  (await hub.app.inject({ url, headers: bearer(camille) })).json();
const cartOf = async (ref: string): Promise<CartView> => {
  const { carts } = cartsSchema.parse(await read('/v1/carts?limit=200'));
  const cart = carts.find(({ reference }) => reference === ref);
  if (cart === undefined) throw new Error(`no cart ${ref}`);
  return cart;
};
const callOf = async (ref: string): Promise<Callback | undefined> => {
  const { callbackId } = await cartOf(ref);
  const { callbacks } = callbacksSchema.parse(await read(routes.callbacks));
  return callbacks.find(({ id }) => id === callbackId);
};
const create = async (number: string, change: object = {}): Promise<string> => {
  const phones = [{ e164: number, label: 'mobile' as const }];
  const customer = someCustomer(hub.newId(), { phones, emails: [], ...change });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  return customer.id;
};
const close = async (callbackId: string, status: 'done' | 'cancelled') => {
  const payload = { callbackId, status, interactionId: null };
  const [answer] = await push(hub, camille, [mutation(hub, { kind: 'callback.close', payload })]);
  return answer;
};

describe('a cart that was broken off', () => {
  it('[CART-1] [CART-9] is an entry of the time line and a call to make, with content, amount and time', async () => {
    const customerId = await create('+33639981101');
    const at = ago(10);
    await says(brokenOff('one', { customer: { phones: ['06 39 98 11 01'] } }, at));
    expect(await callOf('one')).toMatchObject({
      kind: 'cart',
      customerId,
      customerName: 'Anne Le Gall',
      number: '+33639981101',
      amountCents: 12_990,
      reason: '2 × Chaise Ouessant',
      advisorId: null,
      expiresAt: new Date(Date.parse(at) + 240 * 60_000).toISOString(),
    });
    expect(await cartOf('one')).toMatchObject({ status: 'to-call', notCalled: null, customerId });
    const { interactions } = await read(`${routes.customers}/${customerId}/interactions`);
    expect(interactions).toMatchObject([
      { title: 'Panier abandonné', channel: 'web', outcome: 'unanswered', startedAt: at },
    ]);
  });

  it('[CART-1] of somebody unknown is a call to the number that was told', async () => {
    await says(brokenOff('loose', { customer: { phones: ['0639981102'] } }, ago(5)));
    expect(await callOf('loose')).toMatchObject({ customerId: null, number: '+33639981102' });
  });

  it.each([
    ['the cart was bought', () => bought('A', ago(1))],
    ['an order names it', () => placed('O-A', { cartRef: 'A' }, ago(1))],
    ['he ordered later', () => placed('O-B', { customer: { phones: ['0639981103'] } }, ago(1))],
  ])('[CART-2] when %s the call is taken back, also when that came first', async (_what, event) => {
    const phone = '+33639981103';
    const hasCustomer = await hub.database.db
      .selectFrom('customer_phones')
      .select('customer_id')
      .where('e164', '=', phone)
      .executeTakeFirst();
    if (hasCustomer === undefined) await create(phone);
    const inOrder = async (refs: string, events: readonly unknown[]) => {
      for (const one of events)
        await says(JSON.parse(JSON.stringify(one).replaceAll('"A"', `"${refs}"`)));
      expect(await cartOf(refs)).toMatchObject({ status: 'bought' });
      expect(await callOf(refs)).toBeUndefined();
      const { callbackId } = await cartOf(refs);
      return callbackId;
    };
    const cart = brokenOff('A', { customer: { phones: [phone] } }, ago(20));
    const key = hub.newId();
    expect(await inOrder(`${key}-1`, [cart, event()])).not.toBeNull();
    expect(await inOrder(`${key}-2`, [event(), cart])).toBeNull();
  });

  it('[CART-3] its time over, the call is taken back', async () => {
    await create('+33639981104');
    await says(
      brokenOff('short', { customer: { phones: ['0639981104'] }, timeToLiveMinutes: 30 }, ago(10)),
    );
    await passTime(hub.database, hub.clock);
    expect(await callOf('short')).toBeDefined();
    const later = { now: () => hub.clock.now() + 21 * 60_000 };
    await passTime(hub.database, later);
    expect(await callOf('short')).toBeUndefined();
    expect((await cartOf('short')).status).toBe('over');
    await says(
      brokenOff('late', { customer: { phones: ['0639981104'] }, timeToLiveMinutes: 30 }, ago(40)),
    );
    expect(await cartOf('late')).toMatchObject({ status: 'over', callbackId: null });
  });

  it('[CART-4] who opposed the telephone or has no number is not called, and it says why', async () => {
    const anne = await create('+33639981105');
    const oppose = (status: 'opposed' | 'given', givenAt: string) => {
      const payload = { ...someConsent(hub.newId(), anne), status, givenAt };
      return push(hub, camille, [mutation(hub, { kind: 'consent.record', payload })]);
    };
    await says(brokenOff('opposed', { customer: { phones: ['0639981105'] } }, ago(10)));
    expect(await callOf('opposed')).toBeDefined();
    await oppose('opposed', ago(2));
    expect(await callOf('opposed')).toBeUndefined();
    expect(await cartOf('opposed')).toMatchObject({ status: 'not-called', notCalled: 'opposed' });
    await says(brokenOff('opposed too', { customer: { phones: ['0639981105'] } }, ago(1)));
    expect(await cartOf('opposed too')).toMatchObject({ notCalled: 'opposed', callbackId: null });
    await oppose('given', ago(1));
    expect(await callOf('opposed')).toBeDefined();

    await says(
      brokenOff(
        'mute',
        { customer: { ref: 'M', lastName: 'Muet', emails: ['muet@exemple.fr'] } },
        ago(10),
      ),
    );
    expect(await cartOf('mute')).toMatchObject({ status: 'not-called', notCalled: 'no-number' });
    await says(known('M', { phones: ['0639981106'] }, ago(1)));
    expect(await callOf('mute')).toMatchObject({ number: '+33639981106' });
  });

  it('[LAW-11] one that sells is not handed out against the law, and stays for when it may be', async () => {
    await create('+33639981119');
    await says(brokenOff('unlawful', { customer: { phones: ['0639981119'] } }, ago(10)));
    const call = await callOf('unlawful');
    const url = `${routes.callbacks}/${call?.id}/take`;
    const answer = await hub.app.inject({ method: 'POST', url, headers: bearer(camille) });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'call-refused-by-law', detail: 'consent' });
    expect(await callOf('unlawful')).toMatchObject({ advisorId: null, status: 'open' });
  });

  it('[CART-5] a call that was taken or made stays; one made while the customer bought is kept', async () => {
    // A company: no hour and no consent of consumers stands against the call.
    await create('+33639981107', { kind: 'company', companyName: 'Atelier Le Gall' });
    const customer = { phones: ['0639981107'] };
    await says(brokenOff('taken', { customer }, ago(10)));
    const call = await callOf('taken');
    const url = `${routes.callbacks}/${call?.id}/take`;
    const headers = bearer(camille);
    expect((await hub.app.inject({ method: 'POST', url, headers })).statusCode).toBe(200);
    await says(brokenOff('taken', { customer, amountCents: 9_900 }, ago(5)));
    expect(await callOf('taken')).toMatchObject({ advisorId: camille.user.id, amountCents: 9_900 });
    await says(bought('taken', ago(1)));
    expect(await callOf('taken')).toBeUndefined();
    expect((await hub.app.inject({ method: 'POST', url, headers })).json().code).toBe(
      'callback-taken',
    );
    expect(await close(call?.id ?? '', 'done')).toMatchObject({ status: 'accepted' });

    await says(brokenOff('given up', { customer: { phones: ['0639981108'] } }, ago(10)));
    const other = await callOf('given up');
    await close(other?.id ?? '', 'cancelled');
    await says(
      brokenOff('given up', { customer: { phones: ['0639981108'] }, amountCents: 1 }, ago(5)),
    );
    expect(await callOf('given up')).toBeUndefined();
    expect((await cartOf('given up')).status).toBe('given-up');

    await says(brokenOff('made', { customer: { phones: ['0639981109'] } }, ago(10)));
    const made = await callOf('made');
    await close(made?.id ?? '', 'done');
    await says(brokenOff('made', { customer: { phones: ['0639981109'] }, amountCents: 1 }, ago(5)));
    expect((await cartOf('made')).status).toBe('called');
  });

  it('[CART-8] an older desktop is told nothing of it, a new one is', async () => {
    await says(brokenOff('wire', { customer: { phones: ['0639981110'] } }, ago(1)));
    const id = (await cartOf('wire')).callbackId ?? '';
    expect((await read(`${routes.bootstrap}?protocol=1`)).looseCallbacks).toBeDefined();
    expect(JSON.stringify(await read(`${routes.bootstrap}?protocol=1`))).not.toContain(id);
    expect(JSON.stringify(await read(`${routes.bootstrap}?protocol=2`))).toContain(id);
  });
});
