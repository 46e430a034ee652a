import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { helene, heleneBundle } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { quiet, talkingCall, talkingWork } from './support/slices.ts';

const link = {
  id: id(71),
  customerId: id(72),
  as: 'contact' as const,
  name: 'Anne Petitjean',
  function: 'Comptable',
  directLine: '+33199007398',
  since: '2024-01-01',
  until: null,
};
const customer = {
  ...heleneBundle.customer,
  kind: 'company' as const,
  firstName: '',
  lastName: '',
  companyName: 'Garage Petitjean',
  links: [link],
};
const bundles = [{ ...heleneBundle, customer }];
const slices = { calls: [talkingCall()], work: [talkingWork()] };
type Opening = NonNullable<Parameters<typeof openApp>[0]>;
const open = async (more: Opening = {}) => {
  const app = openApp({ bundles, ...more, slices: { ...slices, ...more.slices } });
  const list = await screen.findByRole('region', { name: /^Contacts$/ });
  return { ...app, list: within(list) };
};
const dialog = async () => within(await screen.findByRole('dialog'));

it('[IDENT-44] a new contact: what is wrong is said at its field, then both cards are written', async () => {
  const { user, engine, list } = await open({
    answers: {
      'contacts.save': () => succeed({ contactId: id(80) }),
      'customer.search': () => succeed([]),
    },
  });
  await user.click(list.getByRole('button', { name: 'Ajouter un contact' }));
  const form = await dialog();
  const field = (name: string) => form.getByRole('textbox', { name });
  await user.type(field('Ligne directe'), '12');
  await user.type(field('E-mail'), 'anne');
  await user.click(form.getByRole('button', { name: 'Enregistrer' }));
  expect(form.getByText('Le nom est nécessaire.')).toBeDefined();
  expect(form.getByText('Ce n’est pas un numéro de téléphone.')).toBeDefined();
  expect(form.getByText('Ce n’est pas une adresse e-mail.')).toBeDefined();
  expect(engine.inputs('contacts.save')).toEqual([]);
  await user.type(field('Nom'), 'Morvan');
  await user.type(field('Prénom'), 'Odile');
  await user.type(field('Fonction'), 'Gérante');
  await user.clear(field('Ligne directe'));
  await user.type(field('Ligne directe'), '01 99 00 73 98');
  await user.type(field('E-mail'), '@exemple.fr');
  await user.click(form.getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(engine.inputs('contacts.save')).toEqual([
    {
      companyId: helene,
      contactId: null,
      contact: {
        person: {
          civility: 'none',
          firstName: 'Odile',
          lastName: 'Morvan',
          email: 'anne@exemple.fr',
        },
        function: 'Gérante',
        directLine: '+33199007398',
        since: null,
        until: null,
      },
    },
  ]);
});

it('[IDENT-44] somebody who has a card is chosen from it; a contact is changed, and removed after asking', async () => {
  const { user, engine, list } = await open({
    answers: {
      'contacts.save': () => succeed({ contactId: id(80) }),
      'customer.search': () =>
        succeed([
          {
            customerId: id(90),
            name: 'Odile Morvan',
            place: 'Brest',
            phone: null,
            vip: false,
            brandIds: ['kerdoual'],
            because: null,
          },
        ]),
    },
  });
  await user.click(list.getByRole('button', { name: 'Ajouter un contact' }));
  await user.type((await dialog()).getByRole('textbox', { name: 'Nom' }), 'morvan');
  await user.click(await (await dialog()).findByRole('button', { name: /Odile Morvan/ }));
  await user.click((await dialog()).getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() =>
    expect(engine.inputs('contacts.save').at(-1)).toMatchObject({ contact: { personId: id(90) } }),
  );
  await user.click(list.getByRole('button', { name: 'Modifier le contact Anne Petitjean' }));
  const role = (await dialog()).getByRole('textbox', { name: 'Fonction' });
  await user.clear(role);
  await user.type(role, 'Gérante');
  await user.click((await dialog()).getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() =>
    expect(engine.inputs('contacts.save').at(-1)).toMatchObject({
      contactId: link.id,
      contact: { personId: link.customerId, function: 'Gérante', directLine: link.directLine },
    }),
  );
  await user.click(list.getByRole('button', { name: 'Modifier le contact Anne Petitjean' }));
  await user.click((await dialog()).getByRole('button', { name: 'Retirer' }));
  expect(engine.inputs('contacts.remove')).toEqual([]);
  await user.click((await dialog()).getByRole('button', { name: 'Oui, retirer' }));
  expect(engine.inputs('contacts.remove')).toEqual([{ companyId: helene, contactId: link.id }]);
});

it('[IDENT-45] without the hub it says so, sends nothing, and keeps what was typed', async () => {
  const { user, engine, list, deliver } = await open({
    slices: { sync: { ...quiet.sync, hub: 'offline' } },
    answers: { 'contacts.save': () => fail('hub-unreachable') },
  });
  await user.click(list.getByRole('button', { name: 'Ajouter un contact' }));
  const form = await dialog();
  expect(form.getByRole('status').textContent).toMatch(/^Les contacts se modifient en ligne/);
  await user.type(form.getByRole('textbox', { name: 'Nom' }), 'Morvan');
  await user.click(form.getByRole('button', { name: 'Enregistrer' }));
  expect(engine.inputs('contacts.save')).toEqual([]);
  deliver('sync', quiet.sync);
  expect(form.queryByRole('status')).toBeNull();
  await user.click(form.getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() => expect(engine.inputs('contacts.save')).toHaveLength(1));
  expect((form.getByRole('textbox', { name: 'Nom' }) as HTMLInputElement).value).toBe('Morvan');
});
