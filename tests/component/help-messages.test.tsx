/** What is written between an advisor and her lead, on both desktops. */
import type { HelpMessage } from '@shared/contracts/http/help-messages.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { floor, floorAt, leading, samirsHelp } from './support/lead-board.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { quiet, talkingCall, talkingWork } from './support/slices.ts';

const meId = quiet.session.user.id;
const message = (change: Partial<HelpMessage> = {}): HelpMessage => ({
  id: id(801),
  fromId: samirsHelp.leadId,
  fromName: 'Nadia Ferrand',
  advisorId: meId,
  teamId: null,
  words: 'Propose le prix bloqué, j’ai l’accord.',
  urgency: 'information',
  callId: 'call 11:42',
  at: new Date(floorAt).toISOString(),
  readAt: null,
  isToMe: true,
  readers: [],
  ...change,
});
const talk = (...messages: HelpMessage[]) => ({ hub: 'there' as const, messages, waiting: [] });
const talking = {
  calls: [talkingCall()],
  work: [talkingWork()],
  line: { ...quiet.line, training: false },
};

it('[HELP-46] a message shows without taking the keyboard, and one key has it read', async () => {
  const { user, engine, deliver } = openApp({ slices: talking, now: floorAt });
  const notes = await screen.findByLabelText('Nouvelle note');
  await user.click(notes);
  deliver('helpMessages', talk(message()));
  await screen.findByText(/Propose le prix bloqué/);
  expect(document.activeElement).toBe(notes);
  await user.keyboard('Elle hésite');
  expect(engine.inputs('talk.read')).toEqual([]);
  await user.keyboard('{Alt>}q{/Alt}');
  expect(engine.inputs('talk.read')).toEqual([{ ids: [id(801)] }]);
  deliver('helpMessages', talk(message({ readAt: new Date(floorAt).toISOString() })));
  await waitFor(() => expect(screen.queryByText(/Propose le prix bloqué/)).toBeNull());
});

it('[HELP-46] she answers by one key, or in words', async () => {
  const { user, engine, deliver } = openApp({
    slices: talking,
    now: floorAt,
    answers: { 'talk.write': () => succeed({ gone: 'sent' }) } as never,
  });
  await screen.findByText('Raccrocher');
  deliver('helpMessages', talk(message()));
  await screen.findByText(/Propose le prix bloqué/);
  await user.keyboard('{Alt>}k{/Alt}');
  const written = (words: string) => ({ to: { kind: 'leads' }, words, urgency: 'information' });
  expect(engine.inputs('talk.write')).toEqual([written('D’accord')]);
  await waitFor(() => expect(engine.inputs('talk.read')).toHaveLength(1));
  await user.keyboard('{Alt>}s{/Alt}');
  await user.type(await screen.findByLabelText('Écrire à mon responsable'), 'Il veut 80 €{Enter}');
  expect(engine.inputs('talk.write')).toEqual([written('D’accord'), written('Il veut 80 €')]);
  await waitFor(() => expect(screen.queryByLabelText('Écrire à mon responsable')).toBeNull());
});

it('[HELP-42] what did not go stays where it was written, and says why', async () => {
  const { user } = openApp({
    slices: { ...talking, helpMessages: talk() } as never,
    now: floorAt,
    answers: { 'talk.write': () => fail('nobody-to-read') } as never,
  });
  await screen.findByText('Raccrocher');
  await user.keyboard('{Alt>}s{/Alt}');
  const field = await screen.findByLabelText('Écrire à mon responsable');
  await user.type(field, 'Au secours{Enter}');
  await screen.findByText(/^Pas parti\. Aucun poste ouvert/);
  expect((field as HTMLInputElement).value).toBe('Au secours');
});

it('[HELP-46] urgent or not, a team’s message has no answer, only that it was read', async () => {
  const { user, engine, deliver } = openApp({ slices: talking, now: floorAt });
  await screen.findByText('Raccrocher');
  const team = { advisorId: null, teamId: id(9), words: 'Le site est en panne' };
  deliver('helpMessages', talk(message({ ...team, urgency: 'urgent' })));
  await screen.findByText(/^Urgent, Nadia Ferrand à l’équipe/);
  expect(screen.queryByRole('button', { name: /^D’accord/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Vu/ }));
  expect(engine.inputs('talk.read')).toEqual([{ ids: [id(801)] }]);
});

it('[HELP-43] a lead writes to her team, sees who has read it, and what waits for the hub', async () => {
  const { user, engine, deliver } = openApp({
    slices: leading,
    now: floorAt,
    answers: {
      'lead.watch': () => succeed(floor()),
      'talk.write': () => succeed({ gone: 'waits' }),
    } as never,
  });
  await user.click(await screen.findByRole('button', { name: 'Plateau' }));
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  await user.keyboard('m');
  await user.type(await screen.findByLabelText('Message à toute l’équipe'), 'Site en panne');
  await user.click(screen.getByLabelText('Urgent'));
  await user.click(screen.getByRole('button', { name: /^Envoyer/ }));
  const to = { kind: 'team', teamId: id(9) } as const;
  const order = { to, words: 'Site en panne', urgency: 'urgent' as const };
  expect(engine.inputs('talk.write')).toEqual([order]);
  const readers = [
    { userId: id(1), name: 'Samir Ouali', at: new Date(floorAt).toISOString() },
    { userId: id(2), name: 'Zoé Menard', at: null },
  ];
  const sent = message({ advisorId: null, teamId: id(9), isToMe: false, readers });
  const waits = { ...order, id: id(802), at: sent.at, state: 'waits' as const };
  deliver('helpMessages', { ...talk(sent), waiting: [waits] });
  await screen.findByText('Lu par 1 sur 2');
  screen.getByText('Pas encore lu par Zoé Menard.');
  screen.getByText(/^Gardé sur ce poste/);
  await user.click(screen.getByRole('button', { name: 'Abandonner' }));
  expect(engine.inputs('talk.drop')).toEqual([{ id: id(802) }]);
});
