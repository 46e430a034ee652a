/** Desktops that work on somebody while she is erased, in random orders, against PostgreSQL. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';
import { tablesWith } from './tables-with.ts';

let hub: HubUnderTest;
let desks: Session[];
let agathe: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  desks = [
    await hub.signIn('camille.roussel', hub.newId()),
    await hub.signIn('yanis.morel', hub.newId()),
  ];
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(() => hub.close());

const works = [
  'create',
  'call',
  'wrapUp',
  'case',
  'advance',
  'callback',
  'opposition',
  'change',
] as const;
type Work = (typeof works)[number];

/** What a desktop does about her, each with her mark in it. */
const bodiesOf = (customerId: string, mark: string): { readonly [work in Work]: MutationBody } => {
  const call = make.someInteraction(hub.newId(), { customerId, title: `appel ${mark}` });
  const kase = make.someCase(hub.newId(), customerId, { title: `dossier ${mark}` });
  return {
    create: {
      kind: 'customer.create',
      payload: make.someCustomer(customerId, { lastName: mark }),
    },
    call: { kind: 'interaction.record', payload: call },
    wrapUp: {
      kind: 'interaction.wrap-up',
      payload: {
        interactionId: call.id,
        customerId,
        reasonCode: null,
        dispositionCode: null,
        notes: [{ at: call.startedAt, text: `note ${mark}` }],
        caseId: null,
        speech: null,
        wrapUpEndedAt: call.startedAt,
      },
    },
    case: { kind: 'case.open', payload: kase },
    advance: {
      kind: 'case.advance',
      payload: { caseId: kase.id, status: 'resolved', at: kase.openedAt },
    },
    callback: {
      kind: 'callback.create',
      payload: make.someCallback(hub.newId(), customerId, { reason: `rappel ${mark}` }),
    },
    opposition: {
      kind: 'consent.record',
      payload: {
        ...make.someConsent(hub.newId(), customerId),
        status: 'opposed',
        proof: `dit ${mark}`,
      },
    },
    change: {
      kind: 'customer.change',
      payload: { customerId, base: { lastName: mark }, change: { lastName: `${mark} bis` } },
    },
  };
};

const step = fc.record({ work: fc.constantFrom(...works), desk: fc.nat(1), twice: fc.boolean() });

it('[SETTLE-8] whatever order erasure and work come in, nothing of her is left anywhere', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 10 }),
      fc.nat(10),
      async (steps, when) => {
        run += 1;
        const mark = `Zorgue${run}x`;
        const customer = make.someCustomer(hub.newId(), { lastName: mark, emails: [] });
        await push(hub, desks[0] as Session, [
          mutation(hub, { kind: 'customer.create', payload: customer }),
        ]);
        const bodies = bodiesOf(customer.id, mark);
        const erase = async () => {
          const url = `${routes.customers}/${customer.id}/erase`;
          const payload = { reason: 'sa demande' };
          const done = await hub.app.inject({
            method: 'POST',
            url,
            headers: bearer(agathe),
            payload,
          });
          expect(done.statusCode).toBe(200);
        };
        const at = Math.min(when, steps.length);
        for (const [index, { work, desk, twice }] of steps.entries()) {
          if (index === at) await erase();
          const sent = mutation(hub, bodies[work]);
          const answers = await push(hub, desks[desk] as Session, twice ? [sent, sent] : [sent]);
          if (index >= at) expect(answers.map(({ status }) => status)).not.toContain('accepted');
        }
        if (at === steps.length) await erase();
        expect(await tablesWith(hub, mark)).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
});
