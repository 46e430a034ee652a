import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { heleneBundle } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { talkingCall, talkingWork } from './support/slices.ts';

const link = {
  id: id(71),
  customerId: id(72),
  as: 'company' as const,
  name: 'Garage Petitjean',
  function: 'Comptable',
  directLine: '+33199007398',
  since: null,
  until: null,
};
const gone = { ...link, id: id(73), name: 'Ets Riou', until: '2026-10-31' };
const customer = { ...heleneBundle.customer, links: [link, gone] };
const slices = { calls: [talkingCall()], work: [talkingWork()] };

it.each([
  [
    'fr',
    'Société',
    'Appeler Garage Petitjean, 01 99 00 73 98',
    'Ouvrir la fiche de Garage Petitjean',
  ],
  ['en', 'Company', 'Call Garage Petitjean, 01 99 00 73 98', 'Open the card of Garage Petitjean'],
] as const)(
  '[IDENT-36] the 360 names the company and calls it (%s)',
  async (language, title, call, open) => {
    const { engine, user } = openApp({
      slices,
      bundles: [{ ...heleneBundle, customer }],
      language,
    });
    const list = await screen.findByRole('region', { name: title });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(within(list).getAllByRole('button')).toHaveLength(3);
    await user.click(within(list).getByRole('button', { name: call }));
    expect(engine.inputs('call.dial').at(-1)).toMatchObject({
      number: '+33199007398',
      customerId: null,
    });
    await user.click(within(list).getByRole('button', { name: open }));
    await waitFor(() =>
      expect(engine.inputs('customer.open').at(-1)).toEqual({ customerId: id(72) }),
    );
  },
);
