/** The call of an advisor as her lead has it in view. */
import type { SeatCall } from '@shared/contracts/http/seat-call.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { floorAt, leading, samirsHelp } from './support/lead-board.ts';
import { leadTalk, seenFloor, seenReference, seenSamir, yvesBundle } from './support/lead-call.ts';
import { openApp } from './support/open-app.tsx';
import { quiet, talkingCall, talkingWork } from './support/slices.ts';

const noHelp = { hand: null, ordered: null, asked: null, given: null, inMyCall: [] };
const lineOf = (lead: SeatCall['line']['lead']): SeatCall => ({
  ...seenSamir,
  line: { ...seenSamir.line, lead },
});

const openFloor = (call: () => SeatCall = () => lineOf('none'), more: object = {}) =>
  openApp({
    slices: { ...leading, reference: seenReference, helpMessages: leadTalk },
    bundles: [yvesBundle],
    now: floorAt,
    answers: {
      'lead.watch': () => succeed(seenFloor()),
      'lead.call': () => succeed(call()),
      'lead.help': () => succeed(samirsHelp),
      'talk.write': () => succeed({ gone: 'sent' }),
      ...more,
    } as never,
  });
type App = ReturnType<typeof openFloor>;
const goesIn = ({ deliver }: App, way: 'listen' | 'whisper' | 'barge' = 'whisper') => {
  const { helpId } = samirsHelp;
  deliver('help', { ...noHelp, given: { ...samirsHelp, way } });
  deliver('calls', [talkingCall({ id: helpId, help: helpId, brandId: 'solvenne' })]);
};
const view = () => screen.findByRole('main', { name: 'L’appel de Samir Ouali' });

it('[HELP-51] opens when she goes in: the customer, the step and the notes, to read only', async () => {
  const app = openFloor(() => lineOf('whisper'));
  await screen.findByRole('button', { name: 'Plateau' });
  goesIn(app);
  const main = await view();
  await within(main).findByRole('heading', { name: 'Yves Delmas' });
  within(main).getByText('Hausse de 14 % sur son contrat Horizon');
  within(main).getByText('résilier mon contrat');
  const step = within(main).getByRole('region', { name: 'Le discours de la personne' });
  expect(step.textContent).toContain('Je comprends, Monsieur Delmas.');
  expect(step.textContent).toContain('Garder, 4 sur 7');
  expect(step.textContent).toContain('Le prix bloqué un an');
  within(main).getByText('Hausse mal vécue, compare avec une offre à 96 €.');
  // Nothing of it is hers to do: no choice, no case, no call.
  expect(within(step).queryAllByRole('button')).toEqual([]);
  expect(within(main).queryByRole('button', { name: /Rattacher|Appeler|^06/ })).toBeNull();
  expect(within(main).queryAllByRole('textbox')).toHaveLength(1);
  screen.getByText('Appel de Samir Ouali pour');
});

it('[HELP-51] follows her step, and is old when the hub is silent', async () => {
  let call = lineOf('none');
  const { user, engine, time } = openFloor(() => call);
  await user.click(await screen.findByRole('button', { name: 'Plateau' }));
  await user.click(await screen.findByRole('option', { name: /^Samir Ouali/ }));
  await user.keyboard('v');
  await view();
  await screen.findByText(/^Garder, 4 sur 7/);
  const told = call.told;
  if (told?.speech == null) throw new Error('no speech');
  const speech = { ...told.speech, stepId: 'accord', path: [...told.speech.path, 'garder'] };
  call = { ...call, told: { ...told, speech } };
  const board = seenFloor({ trueAt: floorAt });
  const samir = board.seats.get(samirsHelp.advisorId);
  if (samir?.now?.call?.speech == null) throw new Error('no call');
  const moved = { ...samir.now.call, speech: { ...samir.now.call.speech, stepId: 'accord' } };
  act(() =>
    engine.tellBoard({
      of: 'hub',
      message: {
        type: 'moves',
        at: new Date(floorAt).toISOString(),
        seats: [{ ...samir, now: { ...samir.now, call: moved } }],
      } as never,
    }),
  );
  await screen.findByText(/^Accord, 5 sur 7/);
  engine.answer({ 'lead.call': () => fail('hub-unreachable') } as never);
  time.now += 60_000;
  act(() => engine.tellBoard({ of: 'status', status: 'lost' }));
  await screen.findByText('Figé depuis');
  screen.getByText('Non vérifié');
  await user.keyboard('{Escape}');
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  expect(engine.inputs('lead.call-end')).toEqual([{ userId: samirsHelp.advisorId }]);
});

it('[HELP-49] who hears whom is what the switch says, not what was asked for', async () => {
  let call = lineOf('barge');
  const app = openFloor(() => call);
  await screen.findByRole('button', { name: 'Plateau' });
  goesIn(app, 'whisper');
  await view();
  await screen.findByText('Samir et Monsieur Delmas vous entendent.');
  screen.getByText('Vérifié sur la ligne il y a 2 s');
  call = lineOf('listen');
  await screen.findByText('Personne ne vous entend.');
  call = { ...call, line: { at: null, talk: false, lead: 'none' } };
  await screen.findByText('Non vérifié');
});

it('[HELP-51] writes, goes in, changes and leaves by keys, and no key is lost to a field', async () => {
  const app = openFloor();
  const { user, engine } = app;
  await user.click(await screen.findByRole('button', { name: 'Plateau' }));
  await user.click(await screen.findByRole('option', { name: /^Samir Ouali/ }));
  await user.keyboard('v');
  await view();
  await screen.findByText('Vous n’êtes pas dans l’appel.');
  const to = { kind: 'advisor', userId: samirsHelp.advisorId };
  await user.keyboard('2');
  expect(engine.inputs('talk.write')).toEqual([{ to, words: 'Reformule', urgency: 'information' }]);
  await user.keyboard('m');
  await user.keyboard('les 80 €{Enter}');
  expect(engine.inputs('talk.write')).toHaveLength(2);
  expect(engine.inputs('lead.help')).toEqual([]);
  await user.keyboard('{Escape}');
  await user.keyboard('s');
  expect(engine.inputs('lead.help')).toMatchObject([{ way: 'whisper' }]);
  goesIn(app);
  await screen.findByRole('button', { name: /^Souffler/, pressed: true });
  await user.keyboard('e');
  await waitFor(() => expect(engine.inputs('lead.help-way')).toEqual([{ way: 'barge' }]));
  await user.click(screen.getByRole('button', { name: /^Sortir/ }));
  expect(engine.inputs('lead.help-end')).toHaveLength(1);
});

it('[HELP-47] says why nothing is told: an older desktop, one that is away, a foreign brand', async () => {
  let call: SeatCall = { ...lineOf('none'), telling: 'older', told: null };
  const app = openFloor(() => call);
  await screen.findByRole('button', { name: 'Plateau' });
  goesIn(app);
  await view();
  await screen.findByText('Son poste, plus ancien, ne les montre pas.');
  await screen.findByText(/^Je comprends/);
  call = { ...call, telling: 'away' };
  await screen.findByText('Son poste ne répond pas.');
  call = { ...call, customer: null, telling: 'none' };
  await screen.findByText('Appel d’une autre marque');
});

it('[HELP-50] an advisor sees that her lead has her call in view', async () => {
  const { deliver } = openApp({
    slices: {
      calls: [talkingCall()],
      work: [talkingWork()],
      line: { ...quiet.line, training: false },
    },
  });
  await screen.findByText('Raccrocher');
  const since = samirsHelp.since;
  deliver('help', { ...noHelp, seenBy: [{ leadName: 'Nadia Ferrand', since }] });
  await screen.findByText(/^Nadia Ferrand a votre appel sous les yeux/);
  const inMyCall = [{ helpId: samirsHelp.helpId, leadName: 'Nadia Ferrand', way: 'listen', since }];
  deliver('help', {
    ...noHelp,
    inMyCall: inMyCall as never,
    seenBy: [{ leadName: 'Nadia Ferrand', since }],
  });
  await waitFor(() => expect(screen.queryByText(/sous les yeux/)).toBeNull());
});

it('[HELP-52] without a switch or a line it says which, and offers no way in', async () => {
  const app = openFloor(undefined, {
    'lead.watch': () =>
      succeed(seenFloor({ sources: { switch: 'none', switchSince: samirsHelp.since } })),
  });
  const { user, engine, deliver } = app;
  await user.click(await screen.findByRole('button', { name: 'Plateau' }));
  await user.click(await screen.findByRole('option', { name: /^Samir Ouali/ }));
  await screen.findByText('Ce serveur ne pilote aucun autocommutateur.');
  await user.keyboard('v');
  await view();
  await screen.findByText('Ce serveur ne pilote aucun autocommutateur.');
  await user.keyboard('l');
  expect(engine.inputs('lead.help')).toEqual([]);
  expect(screen.queryByRole('button', { name: /^Écouter/ })).toBeNull();
  await user.keyboard('1');
  expect(engine.inputs('talk.write')).toHaveLength(1);
  act(() =>
    engine.tellBoard({
      of: 'hub',
      message: {
        type: 'moves',
        at: new Date(floorAt).toISOString(),
        seats: [],
        sources: { switch: 'ready', switchSince: samirsHelp.since },
      },
    }),
  );
  deliver('line', { ...quiet.line, extension: null });
  await screen.findByText('Votre compte n’a pas de ligne téléphonique.');
});
