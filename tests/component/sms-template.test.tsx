/** The form of a short message: how long it is, what it costs, and how to have them cease. */
import { succeed } from '@shared/kernel/result.ts';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { draft, managing, planningAnswers } from './support/planning.ts';
import { quiet } from './support/slices.ts';

const { reference } = quiet;
const { brandId } = draft.settings;
const priced = {
  ...reference,
  rules: [
    ...reference.rules.filter((one) => one.brandId !== brandId),
    {
      brandId,
      hours: { zone: 'Europe/Paris', openings: [], onHolidays: 'closed' },
      promises: [],
      escalateMinutes: 60,
      delegations: [],
      cards: [],
      knowledge: { openPage: false, pageUrl: null, emailCents: null, smsCents: 7 },
    },
  ],
};
const opened = async (callKind: 'commercial' | 'service', language: 'fr' | 'en' = 'fr') => {
  const campaign = { ...draft, settings: { ...draft.settings, callKind } };
  const app = openApp({
    slices: { ...managing, reference: priced } as never,
    language,
    answers: {
      ...planningAnswers,
      'planning.campaigns': () => succeed({ campaigns: [campaign] }),
      'planning.see': () => succeed(campaign),
      'planning.change': () => succeed(campaign),
      'letters.list': () => succeed({ templates: [] }),
    } as never,
  });
  const { user } = app;
  await user.click(await screen.findByRole('button', { name: /^(Campagnes|Campaigns)$/ }));
  await user.click(await screen.findByRole('button', { name: /^(Continuer|Go on)$/ }));
  const flow = await screen.findByRole('navigation', { name: /Étapes|Steps/ });
  await user.click(within(flow).getByRole('button', { name: /Lettre et discours|Letter and/ }));
  const sheet = within(await screen.findByRole('region', { name: /Séquence|Sequence/ }));
  await user.click(sheet.getByRole('button', { name: 'SMS' }));
  await user.click(await sheet.findByRole('button', { name: /^(Écrire un|Write a) / }));
  return (value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: /^(Texte|Text)$/ }), {
      target: { value },
    });
};
const said = (): string => {
  const row = screen.getByText(/ SMS/, { selector: 'p[role=status]' });
  return (row.textContent ?? '').replaceAll(/\s/g, ' ');
};

it('[SEQ-15] [WRITE-9] says its signs, how many SMS it takes, what they cost, and names the signs that make it longer', async () => {
  const type = await opened('service');
  type('a'.repeat(160));
  expect(said()).toBe('160 signes · 1 SMS · 0,07 €');
  type('a'.repeat(161));
  expect(said()).toBe('161 signes · 2 SMS · 0,14 €');
  type(`${'a'.repeat(69)}ê`);
  expect(said()).toBe('70 signes · 1 SMS · 0,07 €ê : des signes longs, 70 par SMS au lieu de 160.');
  type(`Bonjour {{customer.formalName}}`);
  expect(said()).toBe('22 signes · 1 SMS · 0,07 €champs remplis pour un exemple');
  expect(screen.queryByText(/CPCE L34-5/)).toBeNull();
});

it('[SEQ-15] one that sells is told to say how to oppose, until it does', async () => {
  const type = await opened('commercial', 'en');
  expect(screen.queryByText(/CPCE L34-5/)).toBeNull();
  type('An offer.');
  expect(screen.getByText(/CPCE L34-5/).role).toBe('alert');
  type('An offer. STOP to 36123');
  expect(screen.queryByText(/CPCE L34-5/)).toBeNull();
});
