import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { colleagues } from './support/colleagues.ts';
import { callbacks } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { quiet, talkingCall, talkingWork } from './support/slices.ts';

const notDisturbed = {
  ...quiet.advisor,
  state: 'do-not-disturb' as const,
  cause: 'chosen' as const,
  about: null,
  notPutThrough: 2,
};

it('[DND-3] the bar and the tray say it, since when, and how many calls were not put through', async () => {
  const { desktop } = openApp({ slices: { advisor: notDisturbed } });
  const state = screen.getByRole('button', { name: /Changer mon état/ });
  expect(state.textContent).toMatch(/Ne pas déranger.*depuis 11:42.*2 appels non transmis/);
  await waitFor(() =>
    expect(desktop.faces.at(-1)?.tooltip).toMatch(/Ne pas déranger depuis 11:42/),
  );
  expect(desktop.faces.at(-1)?.state).toBe('do-not-disturb');
  const chosen = desktop.faces.at(-1)?.choices.filter((choice) => choice.chosen);
  expect(chosen?.map(({ label }) => label)).toEqual(['Ne pas déranger']);
});

it('[DND-3] one choice of the menu, in both languages, and the tray’s', async () => {
  const { engine, desktop, user } = openApp({ language: 'en' });
  await user.click(screen.getByRole('button', { name: /Change my state/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Do not disturb', hidden: true }));
  await waitFor(() => expect(desktop.faces.length).toBeGreaterThan(0));
  desktop.tell({ type: 'state-chosen', state: 'do-not-disturb', reason: null });
  const wish = { state: 'do-not-disturb', reason: null };
  expect(engine.inputs('advisor.choose')).toEqual([wish, wish]);
});

it('[DND-3] in the directory a colleague who is not to be disturbed is quiet, and says since when', async () => {
  const [claire] = colleagues;
  const value = {
    colleagues: colleagues.map((one) =>
      one === claire ? { ...one, state: 'do-not-disturb' as const } : one,
    ),
    known: true,
  };
  const { user } = openApp({
    slices: { calls: [talkingCall()], work: [talkingWork()] },
    answers: { 'colleagues.list': () => ({ ok: true as const, value }) },
  });
  await user.keyboard('{F6}');
  const row = await screen.findByRole('option', { name: /Claire Nédélec/ });
  expect(row.textContent).toMatch(/à ne pas déranger depuis/);
});

it('[DND-4] a call that was not put through is listed so, and never as missed', async () => {
  const [promise] = callbacks;
  if (promise === undefined) throw new Error('a callback');
  const value = [
    {
      ...promise,
      kind: 'missed' as const,
      customerId: null,
      customerName: '',
      advisorId: null,
      reason: 'do-not-disturb',
    },
  ];
  openApp({ answers: { 'callbacks.list': () => ({ ok: true as const, value }) } });
  const list = await screen.findByRole('list', { name: 'À rappeler' });
  expect(within(list).getByText(/^non transmis, à ne pas déranger/)).toBeDefined();
  expect(within(list).queryByText(/appel manqué/)).toBeNull();
});

it('[DND-4] the search says of its last call that it was not put through', async () => {
  const last = {
    number: '+33639984117',
    name: null,
    customerId: null,
    brandId: 'kerdoual',
    direction: 'inbound' as const,
    outcome: 'missed' as const,
    failure: 'do-not-disturb',
    startedAt: quiet.advisor.since,
  };
  openApp({ answers: { 'customer.recent': () => ({ ok: true as const, value: [last] }) } });
  fireEvent.focus(screen.getByRole('combobox', { name: 'Chercher ou appeler' }));
  const row = await screen.findByRole('option');
  expect(row.textContent).toMatch(/Non transmis/);
});
