/** The rules of law, and what qualifications do, as an administrator changes them. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { administering, administrationAnswers } from './support/administration.ts';
import { lawRules } from './support/law-rules.ts';
import { openApp } from './support/open-app.tsx';
import { reference } from './support/organisation.ts';

const dispositions = reference.dispositions
  .filter(({ brandId }) => brandId === 'kerdoual')
  .map((one, at) => ({
    ...one,
    code: one.code.toLowerCase(),
    refusesOffer: at === 0,
    opposesCalls: at === 1,
  }));
const open = async (tab: RegExp, answers: object = {}, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: administering,
    language,
    answers: {
      ...administrationAnswers,
      'admin.law-rules': () => succeed(lawRules),
      'admin.switch-law-rule': () => succeed(lawRules),
      'admin.dispositions': () => succeed({ dispositions }),
      'admin.change-disposition': () => succeed(dispositions[0]),
      'admin.remove-disposition': () => succeed(null),
      ...answers,
    } as never,
  });
  act(() => app.services.screen.setState({ screen: 'administration' }));
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  return app;
};
const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ');
const row = async (name: RegExp) => screen.findByRole('row', { name });
const dialog = async () => within(await screen.findByRole('dialog'));

it('[ADMIN-26] each rule stands with its article, source, dates and state', async () => {
  await open(/^Loi$/);
  expect(plain(await row(/^Pression/))).toMatch(/D223-9.*01\/03\/2023.*en vigueur/);
  expect(plain(await row(/^Bloctel/))).toMatch(
    /L223-1.*jusqu’au 11\/08\/2026.*n’est plus en vigueur/,
  );
  expect(plain(await row(/^Opposition/))).toMatch(/toujours.*en vigueur/);
  const hours = plain(await row(/^Horaires/));
  expect(hours).toMatch(/suspendue.*jusqu’au .*30 novembre.* à 00:00.*avis du délégué/);
  expect(hours).toContain('Camille Roussel');
});

it('[ADMIN-26] a rule is suspended until a day and with a reason, and not before both are there', async () => {
  const { user, engine } = await open(/^Loi$/);
  await user.click(await screen.findByRole('button', { name: 'Suspendre : Pression' }));
  const asked = await dialog();
  expect(asked.getByText(/l’amende reste possible/)).toBeDefined();
  const day = asked.getByLabelText('Dernier jour');
  expect(day).toHaveProperty('value', '2026-11-12');
  const off = asked.getByRole('button', { name: 'Suspendre' });
  await user.click(off);
  expect(asked.getByRole('textbox', { name: 'Motif' }).getAttribute('aria-invalid')).toBe('true');
  await user.type(asked.getByRole('textbox', { name: 'Motif' }), 'Essai convenu avec le délégué');
  for (const wrong of ['', '2026-11-04', '2027-11-07']) {
    fireEvent.change(day, { target: { value: wrong } });
    await user.click(off);
  }
  expect(engine.inputs('admin.switch-law-rule')).toEqual([]);
  fireEvent.change(day, { target: { value: '2026-11-05' } });
  await user.click(off);
  expect(engine.inputs('admin.switch-law-rule')).toEqual([
    {
      rule: 'pressure',
      given: {
        on: false,
        reason: 'Essai convenu avec le délégué',
        until: '2026-11-05T23:00:00.000Z',
      },
    },
  ]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(engine.inputs('admin.law-rules').length).toBeGreaterThan(1);
});

it('[ADMIN-26] [ADMIN-6] Escape suspends nothing; a refusal of the hub keeps what was typed; it is put back in force with a reason', async () => {
  const { user, engine } = await open(/^Law$/, {}, 'en');
  await user.click(await screen.findByRole('button', { name: 'Suspend: Consent' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(engine.inputs('admin.switch-law-rule')).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Put back in force: Hours' }));
  const asked = await dialog();
  expect(asked.queryByLabelText('Last day')).toBeNull();
  await user.type(asked.getByRole('textbox', { name: 'Reason' }), 'The trial is over');
  await user.click(asked.getByRole('button', { name: 'Put back in force' }));
  expect(engine.inputs('admin.switch-law-rule')).toEqual([
    { rule: 'hours', given: { on: true, reason: 'The trial is over' } },
  ]);
});

it('[ADMIN-26] what the hub refuses leaves the form open', async () => {
  const { user } = await open(/^Loi$/, { 'admin.switch-law-rule': () => fail('hub-unreachable') });
  await user.click(await screen.findByRole('button', { name: 'Suspendre : Pression' }));
  await user.type((await dialog()).getByRole('textbox', { name: 'Motif' }), 'Essai convenu');
  await user.click((await dialog()).getByRole('button', { name: 'Suspendre' }));
  expect((await dialog()).getByRole('textbox', { name: 'Motif' })).toHaveProperty(
    'value',
    'Essai convenu',
  );
});

const [first, second, third] = dispositions;
if (first === undefined || second === undefined || third === undefined)
  throw new Error('three qualifications');
const words = ({ code: _, brandId: __, ...rest }: typeof first) => rest;
const check = (does: string, name: string) =>
  screen.findByRole('checkbox', { name: `${does} : ${name}` });

it('[ADMIN-25] what a qualification does is set at once; to take away what protects asks back', async () => {
  const { user, engine } = await open(/^Règles$/);
  const changes = () => engine.inputs('admin.change-disposition');
  await user.click(await check('Refus : 60 jours de silence', third.label.fr));
  expect(changes()).toEqual([
    { brandId: 'kerdoual', code: third.code, words: { ...words(third), refusesOffer: true } },
  ]);
  await user.click(await check('Refus : 60 jours de silence', first.label.fr));
  expect((await dialog()).getByText(/ne seront plus protégées/)).toBeDefined();
  await user.keyboard('{Escape}');
  expect(changes()).toHaveLength(1);
  await user.click(await check('Opposition : plus d’appel qui vend', second.label.fr));
  await user.click((await dialog()).getByRole('button', { name: 'Retirer la protection' }));
  expect(changes().at(-1)).toEqual({
    brandId: 'kerdoual',
    code: second.code,
    words: { ...words(second), opposesCalls: false },
  });
});

it('[ADMIN-25] a qualification is written and taken out, a code that is there or odd is said at its field', async () => {
  const { user, engine } = await open(/^Règles$/);
  await user.click(await screen.findByRole('button', { name: 'Nouvelle qualification' }));
  const form = await dialog();
  const field = (name: string) => form.getByRole('textbox', { name });
  const save = () => user.click(form.getByRole('button', { name: 'Enregistrer' }));
  await user.type(field('Code'), first.code);
  expect(field('Code').getAttribute('aria-invalid')).toBe('true');
  await user.clear(field('Code'));
  await user.type(field('Code'), 'Pas Bon');
  await save();
  for (const name of ['Code', 'Nom en français'])
    expect(field(name).getAttribute('aria-invalid'), name).toBe('true');
  await user.clear(field('Code'));
  await user.type(field('Code'), 'ne-plus-appeler');
  await user.type(field('Nom en français'), 'Ne plus appeler');
  await user.type(field('Nom en anglais'), 'Do not call');
  await user.type(field('Autres mots'), 'stop, opposition');
  await save();
  expect(engine.inputs('admin.change-disposition')).toEqual([
    {
      brandId: 'kerdoual',
      code: 'ne-plus-appeler',
      words: {
        label: { fr: 'Ne plus appeler', en: 'Do not call' },
        group: { fr: '', en: '' },
        synonyms: ['stop', 'opposition'],
        resolvesCase: false,
        expectsCallback: false,
        rank: 50,
      },
    },
  ]);
  await user.click(await screen.findByRole('button', { name: `Retirer ${third.label.fr}` }));
  await user.click((await dialog()).getByRole('button', { name: 'Retirer' }));
  expect(engine.inputs('admin.remove-disposition')).toEqual([
    { brandId: 'kerdoual', code: third.code },
  ]);
});
