import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { callWith, quiet } from './support/slices.ts';

const locked = { ...quiet.session, status: 'locked' as const };
const ringing = callWith({ title: '', number: null, numberDisplay: '', phase: 'ringing' });

it.each([
  ['fr', 'Poste verrouillé', 'Mot de passe', 'Déverrouiller'],
  ['en', 'Desktop locked', 'Password', 'Unlock'],
] as const)(
  '[DEVICE-14] the lock screen says so, and takes her password (%s)',
  async (language, title, label, button) => {
    const { engine, user } = openApp({ language, slices: { session: locked } });
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeDefined();
    expect(screen.queryByRole('navigation')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(label)));
    await user.keyboard('geheim{Enter}');
    expect(engine.inputs('session.unlock')).toEqual([{ password: 'geheim' }]);
    expect(screen.getByRole('button', { name: new RegExp(button) })).toBeDefined();
  },
);

it.each([
  ['fr', 'Identifiant ou mot de passe incorrect.'],
  ['en', /wrong|incorrect/i],
] as const)('[DEVICE-14] a wrong password is told in the form (%s)', async (language, words) => {
  openApp({ language, slices: { session: { ...locked, error: 'sign-in-refused' } } });
  expect(await screen.findByText(words)).toBeDefined();
});

it.each([
  ['fr', 'Un appel sonne', 'Répondre', 'Raccrocher'],
  ['en', 'A call is ringing', 'Answer', 'Hang up'],
] as const)(
  '[DEVICE-12] a call that rings is taken from there, unnamed (%s)',
  async (language, words, answer, hangUp) => {
    const { engine, user, deliver } = openApp({ language, slices: { session: locked } });
    await screen.findByRole('heading', { level: 1 });
    deliver('calls', [ringing]);
    expect(screen.getByText(words)).toBeDefined();
    await user.click(screen.getByRole('button', { name: answer }));
    expect(engine.inputs('call.answer')).toEqual([{ callId: ringing.id }]);
    deliver('calls', [{ ...ringing, phase: 'talking' }]);
    await user.click(screen.getByRole('button', { name: hangUp }));
    expect(engine.inputs('call.hang-up')).toEqual([{ callId: ringing.id }]);
  },
);

it('[DEVICE-14] Ctrl+L and the menu of her state lock', async () => {
  const { engine, user } = openApp();
  await user.keyboard('{Control>}l{/Control}');
  expect(engine.inputs('session.lock')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: /Changer mon état/ }));
  await user.click(
    await screen.findByRole('menuitem', { name: /Verrouiller le poste/, hidden: true }),
  );
  expect(engine.inputs('session.lock')).toHaveLength(2);
});

it('[DEVICE-11] locked, the window lets go of the customers that it knew', async () => {
  const { services, deliver } = openApp();
  await waitFor(() => expect(Object.keys(services.engine.getState().customers)).not.toEqual([]));
  deliver('session', locked);
  expect(services.engine.getState().customers).toEqual({});
});

it('[DEVICE-9] keys and clicks are told to the engine, now and then', async () => {
  const { engine, user } = openApp();
  await user.keyboard('abc');
  await user.click(document.body);
  expect(engine.inputs('session.active')).toEqual([{}]);
});
