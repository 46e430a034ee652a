import { fail, succeed } from '@shared/kernel/result.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { administering, administration, administrationAnswers } from './support/administration.ts';
import { helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';

const open = async (
  tab: string,
  answers: NonNullable<Parameters<typeof openApp>[0]>['answers'] = {},
) => {
  const app = openApp({ slices: administering, answers: { ...administrationAnswers, ...answers } });
  act(() => app.services.screen.setState({ screen: 'administration' }));
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  return app;
};
const button = (name: RegExp | string) => screen.findByRole('button', { name });
const dialog = async () => within(await screen.findByRole('dialog'));
const kept = administration['admin.rules'];

it('[ADMIN-13] a promise saves itself; who was overtaken is told and sees what holds now', async () => {
  let version = kept.version;
  let overtaken = false;
  const { user, engine } = await open('Règles', {
    'admin.rules': () => succeed({ ...kept, version }),
    'admin.change-rules': () => {
      if (overtaken) return fail('version-superseded');
      version += 1;
      return succeed({ ...kept, version });
    },
  });
  const [minutes] = await screen.findAllByRole('spinbutton', { name: 'En combien de minutes' });
  if (minutes === undefined) throw new Error('no promise');
  await user.clear(minutes);
  await user.type(minutes, '0{Enter}');
  expect(minutes.getAttribute('aria-invalid')).toBe('true');
  expect(engine.inputs('admin.change-rules')).toEqual([]);
  await user.clear(minutes);
  await user.type(minutes, '120{Enter}');
  const sent = engine.inputs('admin.change-rules').at(-1) as {
    version: number;
    rules: typeof kept.rules;
  };
  expect(sent.version).toBe(3);
  expect(sent.rules.promises[0]).toMatchObject({ audience: 'vip', withinMinutes: 120 });
  expect(sent.rules.delegations).toEqual(kept.rules.delegations);
  expect(await screen.findByText('Enregistré 11:44:06')).toBeDefined();
  overtaken = true;
  const asked = engine.inputs('admin.rules').length;
  await user.click(await button('Ajouter un délai'));
  expect(await screen.findByText(/a changé entre-temps/)).toBeDefined();
  await waitFor(() => expect(engine.inputs('admin.rules').length).toBeGreaterThan(asked));
});

it('[ADMIN-13] cards are arranged by role with the keyboard, and hidden', async () => {
  const { user, engine } = await open('Règles', {
    'admin.change-rules': () => succeed(kept),
  });
  const sheet = within(await screen.findByRole('region', { name: 'Cartes de la fiche client' }));
  await user.selectOptions(sheet.getByRole('combobox', { name: 'Pour qui' }), 'advisor');
  const up = await button('Monter Commandes et panier');
  up.focus();
  await user.keyboard('{Enter}');
  const sent = engine.inputs('admin.change-rules').at(-1) as { rules: typeof kept.rules };
  expect(sent.rules.cards[0]?.role).toBe('advisor');
  const cards = sent.rules.cards[0]?.cards ?? [];
  expect(cards.indexOf('purchases')).toBeLessThan(cards.indexOf('channels'));
  await user.click(await button('Masquer Risque de départ'));
  const hidden = engine.inputs('admin.change-rules').at(-1) as { rules: typeof kept.rules };
  expect(hidden.rules.cards[0]?.cards).not.toContain('risk');
});

it('[ADMIN-14] retention shows kinds, what leaves tonight, the proof and the chain; shorter asks back', async () => {
  const { user, engine } = await open('Conservation');
  const row = within(await screen.findByRole('row', { name: /Paroles et notes/ }));
  expect(row.getByText('5 nov., 298 effacés')).toBeDefined();
  expect(row.getByText('44')).toBeDefined();
  expect(screen.getByText('chaîne intacte, 8 preuves')).toBeDefined();
  const days = row.getByRole('spinbutton');
  await user.clear(days);
  await user.type(days, '365{Enter}');
  expect((await dialog()).getByText(/sera effacé à la prochaine purge/)).toBeDefined();
  await user.type(
    (await dialog()).getByRole('textbox', { name: 'Motif' }),
    'Décision du 5 novembre',
  );
  await user.click((await dialog()).getByRole('button', { name: 'Enregistrer' }));
  expect(engine.inputs('admin.change-retention')).toEqual([
    { kind: 'words-and-notes', days: 365, reason: 'Décision du 5 novembre' },
  ]);
});

it('[ADMIN-14] a broken chain says where', async () => {
  await open('Conservation', {
    'admin.retention': () =>
      succeed({ ...administration['admin.retention'], chain: { purges: 8, brokenAt: 5 } }),
  });
  expect(await screen.findByText('chaîne rompue à la preuve 5')).toBeDefined();
});

it('[ADMIN-1] the journal asks for who, what and which customer', async () => {
  const { user, engine } = await open('Journal');
  expect(await screen.findByText(/2\s418\s306 entrées/)).toBeDefined();
  expect((await screen.findAllByText(/a ouvert la fiche de Hélène Vasseur/)).length).toBe(2);
  await user.type(screen.getByRole('textbox', { name: 'Qui, quoi, quel client' }), 'vasseur');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Fait' }), 'viewed');
  await waitFor(() =>
    expect(engine.inputs('admin.journal').at(-1)).toEqual({
      limit: 100,
      text: 'vasseur',
      action: 'viewed',
    }),
  );
});

it('[EXPORT-9] an export is asked for, shows how far it is, is cancelled, and its file is saved', async () => {
  const saved: string[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  );
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  };
  const [making] = administration['admin.exports'].exports;
  const { user, engine } = await open('Exports', {
    'admin.export': () => succeed(making as never),
    'admin.cancel-export': () => succeed(making as never),
    'admin.export-file': () => succeed({ bytes: new ArrayBuffer(2) }),
  });
  const bar = await screen.findByRole('progressbar', { name: /8\s500 sur 20\s000/ });
  expect(bar.getAttribute('value')).toBe('8500');
  const asked = engine.inputs('admin.exports').length;
  await waitFor(() => expect(engine.inputs('admin.exports').length).toBeGreaterThan(asked));
  await user.click(await button('Enregistrer le fichier clients-kerdoual-2.csv'));
  await waitFor(() => expect(saved).toEqual(['clients-kerdoual-2.csv']));
  await user.click(await button('Arrêter ou effacer clients-kerdoual-1.csv'));
  expect(engine.inputs('admin.cancel-export')).toHaveLength(1);
  await user.click(await button('Nouvel export'));
  const form = await dialog();
  await user.selectOptions(form.getByRole('combobox', { name: 'Quoi' }), 'consents');
  await user.click(form.getByRole('checkbox', { name: 'Prénom' }));
  await user.click(form.getByRole('checkbox', { name: 'Premium' }));
  fireEvent.change(form.getByLabelText('Du'), { target: { value: '2026-10-01' } });
  fireEvent.change(form.getByLabelText('Au'), { target: { value: '2026-09-01' } });
  await user.click(form.getByRole('button', { name: 'Exporter' }));
  expect(form.getByLabelText('Au').getAttribute('aria-invalid')).toBe('true');
  fireEvent.change(form.getByLabelText('Au'), { target: { value: '2026-10-31' } });
  await user.click(form.getByRole('button', { name: 'Exporter' }));
  const sent = engine.inputs('admin.export').at(-1);
  expect(sent).toMatchObject({
    kind: 'consents',
    segments: ['premium'],
    from: '2026-09-30T22:00:00.000Z',
    to: '2026-10-31T23:00:00.000Z',
  });
  expect((sent as { columns: string[] }).columns).not.toContain('firstName');
});

it('[ADMIN-15] her data comes as two files; erasure needs a reason and shows each desktop', async () => {
  const saved: string[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  );
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  };
  const { user, engine } = await open('Vie privée', {
    'admin.personal-data': () => succeed({ text: '{}' }),
    'admin.erase': () => succeed(administration['admin.erasures'].erasures[0] as never),
  });
  expect(await screen.findByText('1 sur 2 postes')).toBeDefined();
  expect(screen.getByText(/pas encore revenu depuis le 01\/11\/2026/)).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: 'Client' }), helene);
  await user.click(await screen.findByRole('button', { name: helene }));
  await user.click(await button('Ses données, à lire'));
  await user.click(await button('Ses données, pour machine'));
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(saved.map((name) => name.split('.').at(-1))).toEqual(['html', 'json']);
  await user.click(await button('Effacer'));
  const yes = (await dialog()).getByRole('button', { name: 'Effacer' });
  await user.click(yes);
  expect(engine.inputs('admin.erase')).toEqual([]);
  await user.type((await dialog()).getByRole('textbox', { name: 'Motif' }), 'Demande écrite');
  await user.click(yes);
  expect(engine.inputs('admin.erase')).toEqual([{ customerId: helene, reason: 'Demande écrite' }]);
  expect(await screen.findByText('Effacé ; la preuve est ci-dessous.')).toBeDefined();
});

it('[ADMIN-16] a user is made with what is missing said, and an account is closed after asking', async () => {
  const { user, engine } = await open('Utilisateurs', {
    'admin.create-user': () => succeed(administration['admin.users'].users[0] as never),
    'admin.change-user': () => succeed(administration['admin.users'].users[0] as never),
  });
  await user.click(await button('Nouvel utilisateur'));
  const form = await dialog();
  await user.type(form.getByRole('textbox', { name: 'Prénom' }), 'Sarah');
  await user.type(form.getByRole('textbox', { name: 'Identifiant' }), 'sarah.klein');
  await user.type(form.getByLabelText('Mot de passe'), 'court');
  await user.click(form.getByRole('button', { name: 'Créer' }));
  expect(form.getByLabelText('Mot de passe').getAttribute('aria-invalid')).toBe('true');
  await user.type(form.getByLabelText('Mot de passe'), ' mais assez long');
  await user.click(form.getByRole('button', { name: 'Créer' }));
  await waitFor(() =>
    expect(engine.inputs('admin.create-user')).toMatchObject([
      { login: 'sarah.klein', role: 'advisor', teamId: null },
    ]),
  );
  await user.click(await button('Modifier Théo Lamy'));
  await user.click((await dialog()).getByRole('button', { name: 'Fermer ce compte' }));
  const [, asked] = await screen.findAllByRole('dialog');
  if (asked === undefined) throw new Error('nothing is asked');
  await user.click(within(asked).getByRole('button', { name: 'Fermer ce compte' }));
  await waitFor(() =>
    expect(engine.inputs('admin.change-user')).toMatchObject([{ change: { active: false } }]),
  );
});

it('[ADMIN-17] a hue is seen at once and saves itself; one too near to red says so and does not', async () => {
  const { engine } = await open('Marques et numéros', {
    'admin.change-brand': (({ change }: { change: object }) =>
      succeed({ ...administration['admin.brands'].brands[0], ...change })) as never,
  });
  const hue = await screen.findByRole('slider', { name: 'Teinte' });
  fireEvent.change(hue, { target: { value: '30' } });
  fireEvent.blur(hue);
  expect(screen.getByText('à 4° du rouge d’alerte, il en faut 20')).toBeDefined();
  expect(engine.inputs('admin.change-brand')).toEqual([]);
  fireEvent.change(hue, { target: { value: '120' } });
  fireEvent.blur(hue);
  await waitFor(() =>
    expect(engine.inputs('admin.change-brand')).toEqual([
      { brandId: 'kerdoual', change: { hue: 120 } },
    ]),
  );
});

it('[ADMIN-18] desktops say what they hold; a wipe asks back with a reason and can be withdrawn', async () => {
  const { user, engine } = await open('Postes');
  expect(await screen.findByText(/8\s560 fiches/)).toBeDefined();
  await user.click(await button('Effacer PC-RENNES-14'));
  expect((await dialog()).getByText(/détruit sa copie des clients et ses clés/)).toBeDefined();
  await user.type((await dialog()).getByRole('textbox', { name: 'Motif' }), 'Portable perdu');
  await user.click((await dialog()).getByRole('button', { name: 'Effacer' }));
  expect(engine.inputs('admin.wipe')).toMatchObject([{ reason: 'Portable perdu' }]);
  await user.click(await button(/^Retirer l’ordre d’effacer/));
  expect(engine.inputs('admin.withdraw-wipe')).toHaveLength(1);
});

it('[ADMIN-20] the rules for desktops are changed with a reason, a wrong limit at its field', async () => {
  const { user, engine } = await open('Postes');
  const most = await screen.findByRole('spinbutton', { name: 'Fiches au plus' });
  const lock = screen.getByRole('spinbutton', { name: 'Verrouillé après (minutes)' });
  await user.clear(most);
  await user.type(most, '5');
  await user.clear(lock);
  await user.click(await button('Enregistrer'));
  expect(most.getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.type(most, '0000');
  await user.click(await button('Enregistrer'));
  await user.type((await dialog()).getByRole('textbox', { name: 'Motif' }), 'Portables');
  await user.click((await dialog()).getByRole('button', { name: 'Enregistrer' }));
  expect(engine.inputs('admin.change-desktop-rules')).toEqual([
    {
      customersAtMost: 50_000,
      monthsAtMost: 24,
      lockAfterMinutes: null,
      expiresAfterHours: 168,
      reason: 'Portables',
    },
  ]);
});

it('[ADMIN-21] opening hours are typed day by day, and saved when the field is left', async () => {
  const { user, engine } = await open('Règles', { 'admin.change-rules': () => succeed(kept) });
  const saturday = await screen.findByRole('textbox', { name: 'Samedi' });
  expect((saturday as HTMLInputElement).value).toBe('09:00-12:00');
  await user.clear(saturday);
  await user.type(saturday, '9h-12h30, 12:00-18:00{Enter}');
  expect(saturday.getAttribute('aria-invalid')).toBe('true');
  expect(engine.inputs('admin.change-rules')).toEqual([]);
  await user.clear(saturday);
  await user.type(saturday, '9h-12h30, 14-18{Enter}');
  const sent = engine.inputs('admin.change-rules').at(-1) as { rules: typeof kept.rules };
  const openings = sent.rules.hours.openings.filter(({ weekday }) => weekday === 6);
  expect(openings).toEqual([
    { weekday: 6, from: 540, to: 750 },
    { weekday: 6, from: 840, to: 1080 },
  ]);
  expect(sent.rules.hours.openings).toHaveLength(kept.rules.hours.openings.length + 1);
});
