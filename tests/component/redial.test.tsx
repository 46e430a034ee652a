import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { at, helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { talkingCall, talkingWork } from './support/slices.ts';

const recent = (number: string, name: string | null) => ({
  number,
  name,
  customerId: name === null ? null : helene,
  brandId: 'kerdoual',
  direction: 'outbound' as const,
  outcome: 'no-answer' as const,
  failure: null,
  startedAt: at('2026-11-05T11:30:00'),
});
const answers = {
  'customer.recent': () => ({
    ok: true as const,
    value: [recent('+33639984117', 'Hélène Vasseur'), recent('+33199006122', null)],
  }),
};

it('[REDIAL-1] Ctrl+K and Enter call the last number again, for the brand and the customer it was', async () => {
  const { engine, user } = openApp({ answers });
  await user.keyboard('{Control>}k{/Control}');
  expect((await screen.findAllByRole('option')).map((one) => one.textContent)).toEqual([
    expect.stringContaining('Hélène Vasseur'),
    expect.stringMatching(/01.99.00.61.22/),
  ]);
  await user.keyboard('{Enter}');
  expect(engine.inputs('call.dial')).toEqual([
    { number: '+33639984117', brandId: 'kerdoual', customerId: helene, callbackId: null },
  ]);
  expect(screen.queryAllByRole('option')).toEqual([]);
});

it('[REDIAL-1] over a talk nothing is offered: a slip of two keys calls nobody', async () => {
  const { engine, user } = openApp({
    answers,
    slices: { calls: [talkingCall()], work: [talkingWork()] },
  });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: 'Chercher ou appeler' });
  await user.keyboard('{Enter}');
  expect(engine.inputs('customer.recent')).toEqual([]);
  expect(engine.inputs('call.dial')).toEqual([]);
});

it('[REDIAL-1] leaving the search closes the list', async () => {
  const { user } = openApp({ answers });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findAllByRole('option');
  await user.keyboard('{Escape}');
  expect(screen.queryAllByRole('option')).toEqual([]);
});

it('[UI-38] Enter never takes a row of older words: it waits for what she typed', async () => {
  const { engine, services, user } = openApp({ answers });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findAllByRole('option');
  const hit = {
    customerId: helene,
    name: 'Hélène Vasseur',
    place: 'Brest',
    phone: null,
    vip: true,
    brandIds: ['kerdoual'],
    because: null,
  };
  let answerNow = () => undefined as undefined;
  const looked = new Promise<undefined>((resolve) => {
    answerNow = () => void resolve(undefined);
  });
  engine.answer({
    'customer.search': () => looked.then(() => ({ ok: true as const, value: [hit] })),
  });
  await user.keyboard('vasseur{Enter}');
  expect(engine.inputs('call.dial')).toEqual([]);
  answerNow();
  await waitFor(() => expect(services.screen.getState().customerId).toBe(helene));
  expect(engine.inputs('call.dial')).toEqual([]);
});
