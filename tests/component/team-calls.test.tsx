import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { teamStates } from '../gallery/team-states.ts';
import { helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { callId, quiet, talkingCall, talkingWork } from './support/slices.ts';

const team = teamStates['team-calls']?.slices ?? {};
const [parked, ringing] = team.teamCalls ?? [];
const line = { ...quiet.line, parks: true };
const inTalk = { line, calls: [talkingCall()], work: [talkingWork()] };

it('[PARK-4] the team reads who waits, since when, where and by whom, and opens the card', async () => {
  const { services, user } = openApp({ slices: team, now: Date.parse('2026-11-05T10:52:04Z') });
  const line = await screen.findByRole('region', { name: 'Appel parqué : Hélène Vasseur' });
  expect(line.textContent).toMatch(/Parqué.*0:42.*par Yanis Morel, place 703 · attend la réponse/);
  await user.click(within(line).getByRole('button', { name: /Voir la fiche/ }));
  expect(services.screen.getState()).toMatchObject({ screen: 'customers', customerId: helene });
  expect(
    screen.getByRole('region', { name: /sonne chez Léa Fontaine : Karim Belkacem/ }),
  ).toBeTruthy();
});

it('[PARK-6] Alt+P takes what has waited longest, each button its own; in English too', async () => {
  const { engine, user } = openApp({ slices: team, language: 'en' });
  await user.keyboard('{Alt>}p{/Alt}');
  const line = await screen.findByRole('region', { name: /ringing at Léa Fontaine/ });
  await user.click(within(line).getByRole('button', { name: /Take/ }));
  expect(engine.inputs('call.pick-up')).toEqual([
    { teamCallId: parked?.id },
    { teamCallId: ringing?.id },
  ]);
});

it('[PARK-6] one that a colleague was faster to take is said so', async () => {
  const { user } = openApp({
    slices: team,
    answers: {
      'call.pick-up': () => ({ ok: false as const, error: { code: 'team-call-taken' as const } }),
    },
  });
  await user.keyboard('{Alt>}p{/Alt}');
  expect(await screen.findByText(/Un collègue a déjà repris/)).toBeTruthy();
});

it('[PARK-1] F11 and the button park the call that she hears', async () => {
  const { engine, user } = openApp({ slices: inTalk });
  await user.keyboard('{F11}');
  await user.click(await screen.findByRole('button', { name: /Parquer/ }));
  expect(engine.inputs('call.park')).toEqual([{ callId }, { callId }]);
});

it('[PARK-9] where the line has no places nothing of it is shown, and the key does nothing', async () => {
  const without = { ...inTalk, line: { ...quiet.line, parks: false } };
  const { engine, user } = openApp({ slices: without });
  await screen.findByRole('button', { name: /Garde/ });
  expect(screen.queryByRole('button', { name: /Parquer/ })).toBeNull();
  await user.keyboard('{F11}');
  expect(engine.inputs('call.park')).toEqual([]);
});

it('[PARK-2] a parking that failed says that the customer is still there', async () => {
  const transfer = { to: '703', stage: 'trying', failure: null, parking: true } as const;
  const { deliver } = openApp({ slices: { ...inTalk, calls: [talkingCall({ transfer })] } });
  expect(await screen.findByText(/mis en attente à la place 703/)).toBeTruthy();
  deliver('calls', [
    talkingCall({ transfer: { ...transfer, stage: 'failed', failure: 'call-busy' } }),
  ]);
  expect(await screen.findByText(/n’a pas pu être mis en attente.*toujours en ligne/)).toBeTruthy();
});

it('[PARK-7] nobody at the place any more: said, and to be called back', async () => {
  const { engine } = openApp({ slices: team });
  await screen.findByRole('region', { name: /Appel parqué/ });
  act(() => engine.notify('team-call-gone', null));
  await waitFor(() => expect(screen.getByText(/l’appelant a raccroché/)).toBeTruthy());
});

it('[PARK-4] in a talk the team’s calls take one line', async () => {
  openApp({ slices: { ...inTalk, ...team } });
  await screen.findByRole('region', { name: /Appel parqué/ });
  expect(screen.queryByRole('region', { name: /sonne chez/ })).toBeNull();
  expect(screen.getByText('et 1 autre appel de l’équipe')).toBeTruthy();
});
