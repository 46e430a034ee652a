import type { RunningDeadline } from '@shared/contracts/http/promises.ts';
import type { Grant } from '@shared/domain/delegation/delegation.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { at, helene, heleneBundle, interaction } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { camille, id, reference } from './support/organisation.ts';
import { emptyDraft, talkingCall, talkingWork } from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const person = () => screen.findByRole('region', { name: 'Fiche du client' });
const clock = async () =>
  within(await person()).findByRole('region', { name: /Promesse de réponse/ });
const plain = (element: { readonly textContent: string | null }) =>
  (element.textContent ?? '').replaceAll(/\s/g, ' ');

it('[PROM-7] the 360 counts down what is left of the promise to a VIP', async () => {
  const { time, deliver } = openApp({ slices: talking });
  // Her e-mail of 18:42 the day before: four open hours end at 14:12.
  expect(plain(await clock())).toBe('2 h 28promesse VIPavant 14:12');
  time.now = Date.parse(at('2026-11-05T14:02:00'));
  await waitFor(async () => expect(plain(await clock())).toContain('0 h 10promesse VIP'));
  time.now = Date.parse(at('2026-11-05T14:42:00'));
  await waitFor(async () => expect(plain(await clock())).toContain('+0 h 30promesse dépassée'));
  expect(deliver).toBeDefined();
});

it('[PROM-5] once she was reached no clock stands there', async () => {
  const talk = interaction({
    channel: 'phone',
    outcome: 'answered',
    startedAt: at('2026-11-05T11:41:00'),
  });
  const bundle = { ...heleneBundle, interactions: [talk, ...heleneBundle.interactions] };
  openApp({ slices: talking, bundles: [bundle] });
  const column = await person();
  expect(within(column).queryByRole('region', { name: /Promesse/ })).toBeNull();
});

const complaint = talkingWork({ draft: { ...emptyDraft, reasonCode: 'reclamation-livraison' } });

// Without a layout the sheet has no place yet, so that it counts as hidden.
it('[PROM-12] two clicks grant: the line, then the kind with its amount', async () => {
  const { engine, user } = openApp({
    slices: { ...talking, work: [complaint] },
    answers: { 'grants.give': () => ({ ok: true, value: { status: 'granted' } }) },
  });
  const line = within(await person()).getByRole('button', { name: /Vous pouvez accorder/ });
  expect(plain(line)).toContain('un geste jusqu’à 120 € ou l’échange');
  await user.click(line);
  const [give] = await screen.findAllByRole('button', { name: 'Accorder', hidden: true });
  if (give === undefined) throw new Error('there is a kind to grant');
  await user.click(give);
  expect(engine.inputs('grants.give')).toEqual([
    {
      customerId: helene,
      brandId: 'kerdoual',
      interactionId: complaint.id,
      caseId: null,
      kind: 'gesture',
      amountCents: 12_000,
      reasonCode: 'reclamation-livraison',
    },
  ]);
});

it('[PROM-11] above her limit the button asks; beyond what may be asked it is dead and says why', async () => {
  const { engine, user } = openApp({ slices: { ...talking, work: [complaint] } });
  await user.click(within(await person()).getByRole('button', { name: /Vous pouvez accorder/ }));
  const amount = await screen.findByRole('textbox', { name: 'Montant : Geste', hidden: true });
  await user.clear(amount);
  await user.type(amount, '200');
  expect(await screen.findByRole('button', { name: 'Demander', hidden: true })).toBeDefined();
  await user.clear(amount);
  await user.type(amount, '400');
  const dead = (await screen.findAllByRole('button', { name: 'Accorder', hidden: true }))[0];
  expect(dead?.getAttribute('title')?.replaceAll(/\s/g, ' ')).toBe('Au plus 300 €');
  if (dead !== undefined) await user.click(dead);
  expect(engine.inputs('grants.give')).toEqual([]);
});

const given = (change: Partial<Grant>): Grant => ({
  id: id(9001),
  customerId: helene,
  brandId: 'kerdoual',
  interactionId: null,
  caseId: null,
  kind: 'gesture',
  amountCents: 25_000,
  reasonCode: null,
  note: '',
  status: 'asked',
  byId: camille.id,
  at: at('2026-11-05T11:40:00'),
  decidedById: null,
  decidedAt: null,
  ...change,
});

it('[PROM-15] the answer of the lead stands where it was asked', async () => {
  const lead = reference.users.find(({ role }) => role === 'team-lead');
  const { engine } = openApp({
    slices: talking,
    bundles: [{ ...heleneBundle, grants: [given({})] }],
  });
  expect(plain(await person())).toContain('Geste 250 € demandé à 11:40, en attente');
  const decided = given({
    status: 'denied',
    decidedById: lead?.id ?? null,
    decidedAt: at('2026-11-05T11:43:00'),
  });
  engine.deliverCustomer({ ...heleneBundle, grants: [decided] });
  await waitFor(async () =>
    expect(plain(await person())).toMatch(/Geste 250 € refusé par .+ à 11:43/),
  );
});

const deadline: RunningDeadline = {
  customerId: helene,
  customerName: 'Hélène Vasseur',
  phone: '+33639984117',
  brandId: 'kerdoual',
  interactionId: id(77),
  channel: 'email',
  openedAt: at('2026-11-05T08:44:00'),
  dueAt: at('2026-11-05T12:14:00'),
  escalateAt: at('2026-11-05T11:14:00'),
  promisedMinutes: 240,
  vip: true,
};

it('[PROM-8] a lead’s day holds what runs out and what is asked, each with its act', async () => {
  const asked = { ...given({}), customerName: 'Hélène Vasseur' };
  const { engine, user } = openApp({
    answers: {
      'promises.list': () => ({
        ok: true,
        value: { deadlines: [deadline], asked: [asked], known: true },
      }),
    },
  });
  const list = await screen.findByRole('region', { name: 'Promesses à tenir' });
  expect(plain(list)).toContain('E-mail resté sans réponse depuis 3 h');
  expect(plain(list)).toContain('reste 30 min');
  await user.click(within(list).getByRole('button', { name: 'Appeler Hélène Vasseur' }));
  expect(engine.inputs('call.dial')[0]).toMatchObject({ number: deadline.phone });
  const wishes = screen.getByRole('region', { name: 'Accords demandés' });
  expect(plain(wishes)).toContain('Geste 250 €');
  await user.click(within(wishes).getByRole('button', { name: 'Accorder' }));
  expect(engine.inputs('grants.decide')).toEqual([{ grantId: asked.id, approve: true }]);
});

it('[PROM-8] without the hub it says that it does not know', async () => {
  openApp({
    answers: {
      'promises.list': () => ({ ok: true, value: { deadlines: [], asked: [], known: false } }),
    },
  });
  expect(await screen.findByText(/les promesses ne sont pas connues/)).toBeDefined();
});
