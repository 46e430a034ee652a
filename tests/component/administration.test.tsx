import { fail, succeed } from '@shared/kernel/result.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import {
  administering,
  administration,
  administrationAnswers,
  agathe,
  quarantined,
} from './support/administration.ts';
import { helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { quiet } from './support/slices.ts';

type Opening = Parameters<typeof openApp>[0];

/** The screen, at a tab. */
const open = async (tab: RegExp | string, more: Opening = {}) => {
  const app = openApp({
    ...more,
    slices: { ...administering, ...more.slices },
    answers: { ...administrationAnswers, ...more.answers },
  });
  act(() => app.services.screen.setState({ screen: 'administration' }));
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  return app;
};
const as = (role: 'advisor' | 'team-lead' | 'brand-manager') => ({
  session: { ...quiet.session, user: { ...agathe, role } },
});
const button = (name: RegExp | string) => screen.findByRole('button', { name });
const dialog = async () => within(await screen.findByRole('dialog'));
const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

it('[ADMIN-4] stands in the rail of those who may, with the tabs that they may', async () => {
  for (const [role, tabs] of [
    ['advisor', 0],
    ['team-lead', 0],
    ['brand-manager', 4],
  ] as const) {
    const { user } = openApp({ slices: as(role), answers: administrationAnswers });
    const entry = screen.queryByRole('button', { name: 'Admin' });
    expect(entry === null, role).toBe(tabs === 0);
    if (entry !== null) {
      await user.click(entry);
      expect(await screen.findAllByRole('tab')).toHaveLength(tabs);
    }
    document.body.innerHTML = '';
  }
  await open('Vue d’ensemble');
  expect(screen.getAllByRole('tab')).toHaveLength(12);
});

it('[ADMIN-8] the arrows go from tab to tab, and each panel has its name', async () => {
  const { user } = await open('Sources');
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Quarantaine');
  expect(screen.getByRole('tabpanel', { name: 'Quarantaine' })).toBeDefined();
  await user.keyboard('{End}');
  expect(document.activeElement?.textContent).toBe('Postes');
  await user.keyboard('{ArrowRight}{ArrowLeft}');
  expect(screen.getByRole('tabpanel', { name: 'Postes' })).toBeDefined();
});

it('[ADMIN-7] without the hub a tab says so, and loads when it is back', async () => {
  let away = true;
  const { deliver } = await open('Sources', {
    slices: { sync: { ...quiet.sync, hub: 'offline' } },
    answers: Object.fromEntries(
      Object.entries(administration).map(([name, value]) => [
        name,
        () => (away ? fail('hub-unreachable') : succeed(value)),
      ]),
    ),
  });
  expect((await screen.findAllByText(/L’administration vient du serveur/)).length).toBe(3);
  away = false;
  deliver('sync', quiet.sync);
  expect(await screen.findByRole('rowheader', { name: /Boutique en ligne/ })).toBeDefined();
});

it('[ADMIN-6] [ADMIN-9] a new secret asks back, is shown once, and Escape changes nothing', async () => {
  const { user, engine } = await open('Sources', {
    answers: {
      'admin.rotate-source': () =>
        succeed({ ...administration['admin.sources'].sources[0], secret: 'whsec_abc' } as never),
    },
  });
  await user.click(await button('Nouveau secret pour Boutique en ligne'));
  expect((await dialog()).getByText(/accepté pendant 24 heures/)).toBeDefined();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(engine.inputs('admin.rotate-source')).toEqual([]);
  await user.click(await button('Nouveau secret pour Boutique en ligne'));
  await user.click((await dialog()).getByRole('button', { name: 'Nouveau secret' }));
  expect(await screen.findByText('whsec_abc')).toBeDefined();
  await user.click((await dialog()).getByRole('button', { name: 'Fermer' }));
  await waitFor(() => expect(screen.queryByText('whsec_abc')).toBeNull());
  expect(status()).toContain('Enregistré 11:44:06');
});

it('[ADMIN-5] what is wrong is said at its field, here and by the hub, and what was typed stays', async () => {
  const { user, engine } = await open('Sources', {
    answers: {
      'admin.create-connector': () =>
        fail('input-malformed', 'address: not an address of the open internet'),
    },
  });
  await user.click(await button('Nouveau système'));
  const form = await dialog();
  await user.click(form.getByRole('button', { name: 'Créer' }));
  const name = form.getByRole('textbox', { name: 'Nom de la carte' });
  const address = form.getByRole('textbox', { name: 'Adresse' });
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(form.getAllByText(/^À corriger/)).toHaveLength(2);
  await user.type(name, 'Transport');
  await user.clear(address);
  await user.type(address, 'https://10.0.0.8/{{ref}');
  await user.click(form.getByRole('button', { name: 'Créer' }));
  await waitFor(() => expect(engine.inputs('admin.create-connector')).toHaveLength(1));
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('false'));
  expect(address.getAttribute('aria-invalid')).toBe('true');
  expect((address as HTMLInputElement).value).toBe('https://10.0.0.8/{ref}');
  expect(status().join()).not.toContain('Enregistré');
});

it('[ADMIN-10] a quarantined event is corrected until it takes effect, or given up', async () => {
  const event = { type: 'cart.broken-off', data: { amountCents: 64_000 } };
  let tries = 0;
  const settled = (status: string, issues: object[]) =>
    succeed({ items: [{ id: quarantined.id, status, reason: null, issues }] } as never);
  const { user, engine } = await open('Quarantaine', {
    answers: {
      'admin.replay': () => {
        tries += 1;
        return tries === 1
          ? settled('quarantined', [{ path: 'data.customer', message: 'needed' }])
          : settled('applied', []);
      },
    },
  });
  expect(await screen.findByText('data.amountCents')).toBeDefined();
  await user.click(await button('Corriger cart.broken-off'));
  const field = (await dialog()).getByRole('textbox', { name: 'Envoi' });
  fireEvent.change(field, { target: { value: '{"type": "cart.broken-off", "data": ' } });
  await user.click((await dialog()).getByRole('button', { name: 'Envoyer corrigé' }));
  expect((await dialog()).getByText(/Ce n’est pas du JSON/)).toBeDefined();
  fireEvent.change(field, { target: { value: JSON.stringify(event) } });
  await user.click((await dialog()).getByRole('button', { name: 'Envoyer corrigé' }));
  expect(await screen.findByText('data.customer')).toBeDefined();
  await user.click((await dialog()).getByRole('button', { name: 'Envoyer corrigé' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(engine.inputs('admin.replay').at(-1)).toEqual({ items: [{ id: quarantined.id, event }] });
  await user.click(await button('Abandonner cart.broken-off'));
  await user.click((await dialog()).getByRole('button', { name: 'Abandonner' }));
  expect(engine.inputs('admin.give-up')).toEqual([]);
  await user.type((await dialog()).getByRole('textbox', { name: 'Motif' }), 'envoi d’essai');
  await user.click((await dialog()).getByRole('button', { name: 'Abandonner' }));
  await waitFor(() =>
    expect(engine.inputs('admin.give-up')).toEqual([
      { ids: [quarantined.id], why: 'envoi d’essai' },
    ]),
  );
});

it('[ADMIN-11] what a subscriber never took is listed with why, and told again', async () => {
  const { user, engine } = await open('Sources');
  await user.click(await button(/^Envois à https/));
  expect((await dialog()).getByText('503')).toBeDefined();
  await user.click((await dialog()).getByRole('button', { name: 'Renvoyer' }));
  expect(engine.inputs('admin.redeliver')).toMatchObject([{ ids: [expect.any(String)] }]);
  await user.click((await dialog()).getByRole('button', { name: 'En attente' }));
  expect(engine.inputs('admin.deliveries').at(-1)).toMatchObject({ status: 'waiting' });
});

it('[ADMIN-12] a system that is asked shows its last failure, and is tried with a customer', async () => {
  const { user, engine } = await open('Sources', {
    answers: {
      'customer.search': () =>
        succeed([
          {
            customerId: helene,
            name: 'Hélène Vasseur',
            place: 'Brest',
            phone: null,
            vip: true,
            brandIds: ['kerdoual'],
            because: null,
          },
        ]),
      'admin.try-connector': () => fail('customer-unknown'),
    },
  });
  expect(await screen.findByText(/n’a pas répondu en 800 ms, 5 nov. 11:30/)).toBeDefined();
  await user.click(await button('Essayer Commandes boutique'));
  await user.type((await dialog()).getByRole('textbox', { name: 'Client' }), 'vasseur');
  await user.click(await (await dialog()).findByRole('button', { name: /Hélène Vasseur/ }));
  expect(engine.inputs('admin.try-connector')).toMatchObject([{ customerId: helene }]);
  expect(await screen.findByText('Cette fiche n’existe plus dans le serveur.')).toBeDefined();
  await user.keyboard('{Escape}');
  await user.click(await button('Retirer Commandes boutique'));
  await user.click((await dialog()).getByRole('button', { name: 'Retirer' }));
  await waitFor(() => expect(engine.inputs('admin.remove-connector')).toHaveLength(1));
});

it('[ADMIN-5] [UI-22] in English too, and without an axe violation', async () => {
  await open('Overview', { language: 'en' });
  expect(await screen.findByText('Customers without contact')).toBeDefined();
  const { violations } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false }, 'document-title': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
