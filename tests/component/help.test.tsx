/** Help in a call: the lead who goes in, and the advisor who asks for it. */
import { succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { floor, floorAt, leading, samirsCall, samirsHelp } from './support/lead-board.ts';
import { openApp } from './support/open-app.tsx';
import { quiet, talkingCall, talkingWork } from './support/slices.ts';

const noHelp = { hand: null, ordered: null, asked: null, given: null, inMyCall: [] };

const openSamir = async () => {
  const app = openApp({
    slices: leading,
    now: floorAt,
    answers: {
      'lead.watch': () => succeed(floor()),
      'lead.seat': () => succeed(samirsCall),
      'lead.help': () => succeed(samirsHelp),
      'lead.order': () =>
        succeed({
          id: samirsHelp.helpId,
          order: { kind: 'free', reason: 'x' },
          byName: 'Nadia',
          at: samirsHelp.since,
          outcome: 'waits',
        }),
    } as never,
  });
  await app.user.click(await screen.findByRole('button', { name: 'Plateau' }));
  await app.user.click(await screen.findByRole('option', { name: /^Samir Ouali/ }));
  await screen.findByText('Yves Delmas');
  return app;
};

it('[HELP-36] goes in by keys, changes its way, takes over and leaves', async () => {
  const { user, engine, deliver } = await openSamir();
  screen.getByText('Samir vous entend, pas le client');
  await user.keyboard('p');
  expect(engine.inputs('lead.help-take')).toEqual([]);
  await user.keyboard('l');
  expect(engine.inputs('lead.help')).toEqual([
    {
      advisorId: samirsHelp.advisorId,
      advisorName: 'Samir Ouali',
      brandId: 'solvenne',
      way: 'listen',
      reason: 'aide demandée',
    },
  ]);
  deliver('help', { ...noHelp, given: { ...samirsHelp, way: 'listen' } });
  await user.keyboard('s');
  expect(engine.inputs('lead.help-way')).toEqual([{ way: 'whisper' }]);
  deliver('help', { ...noHelp, given: samirsHelp });
  await waitFor(() =>
    expect(screen.getByRole('button', { name: /^Souffler/ }).getAttribute('aria-pressed')).toBe(
      'true',
    ),
  );
  await user.keyboard('p');
  expect(engine.inputs('lead.help-take')).toEqual([{ reason: 'aide demandée' }]);
  await user.click(screen.getByRole('button', { name: /^Sortir/ }));
  expect(engine.inputs('lead.help-end')).toHaveLength(1);
  deliver('help', { ...noHelp, given: { ...samirsHelp, advisorId: samirsHelp.leadId } });
  await screen.findByText('Vous êtes déjà dans un autre appel.');
});

it('[HELP-36] what is pressed while the hub has not answered is done once it has', async () => {
  const { user, engine } = await openSamir();
  let answer: () => void = () => undefined;
  engine.answer({
    'lead.help': () =>
      new Promise((resolve) => {
        answer = () => resolve(succeed(samirsHelp));
      }),
    'lead.help-way': () => succeed(samirsHelp),
  });
  await user.keyboard('l');
  await user.keyboard('s');
  await user.keyboard('e');
  expect(engine.inputs('lead.help')).toHaveLength(1);
  expect(engine.inputs('lead.help-way')).toEqual([]);
  answer();
  await waitFor(() => expect(engine.inputs('lead.help-way')).toEqual([{ way: 'barge' }]));
});

it('[HELP-33] a desk is not freed while a customer is on the line', async () => {
  const { user } = await openSamir();
  const free = screen.getByRole('button', { name: 'Libérer le poste' });
  expect(free.getAttribute('aria-disabled')).toBe('true');
  expect(free.title).toBe('Un client est en ligne : libérer le poste le couperait.');
  await user.click(free);
  expect(screen.queryByLabelText('Motif, elle le lira')).toBeNull();
});

it('[HELP-30] an order takes a reason, and says that it was asked', async () => {
  const { user, engine } = await openSamir();
  await user.click(screen.getByRole('button', { name: 'Changer d’état' }));
  await user.selectOptions(screen.getByLabelText('Nouvel état'), 'meeting');
  await user.keyboard('{Enter}');
  expect(engine.inputs('lead.order')).toEqual([]);
  await user.type(screen.getByLabelText('Motif, elle le lira'), 'Point d’équipe{Enter}');
  expect(engine.inputs('lead.order')).toEqual([
    {
      userId: samirsHelp.advisorId,
      order: {
        kind: 'change-state',
        state: 'pause',
        pauseReason: 'meeting',
        reason: 'Point d’équipe',
      },
    },
  ]);
  await screen.findByText('Demandé à son poste.');
});

const talking = {
  calls: [talkingCall()],
  work: [talkingWork()],
  line: { ...quiet.line, training: false },
};

it('[LEAD-17] [HELP-39] an advisor raises and lowers her hand by keys in the middle of a talk', async () => {
  const { user, engine, deliver } = openApp({ slices: talking });
  await screen.findByText('Raccrocher');
  await user.keyboard('{Alt>}h{/Alt}');
  await screen.findByText('Demander de l’aide');
  await user.keyboard('{Alt>}1{/Alt}');
  expect(engine.inputs('help.raise-hand')).toEqual([{ words: 'Le client veut un responsable' }]);
  deliver('help', {
    ...noHelp,
    hand: { since: samirsHelp.since, words: 'Le client veut un responsable' },
  });
  await screen.findByText(/^Main levée depuis/);
  await user.keyboard('{Alt>}h{/Alt}');
  expect(engine.inputs('help.lower-hand')).toHaveLength(1);
});

it('[HELP-39] she sees who is in her call, and what her lead had her desktop do', async () => {
  const { user, engine, deliver } = openApp({ slices: talking });
  await screen.findByText('Raccrocher');
  const visitor = { helpId: samirsHelp.helpId, leadName: 'Nadia Ferrand', since: samirsHelp.since };
  deliver('help', { ...noHelp, inMyCall: [{ ...visitor, way: 'whisper' }] });
  await screen.findByText('Nadia Ferrand vous souffle : le client ne l’entend pas.');
  deliver('help', {
    ...noHelp,
    ordered: {
      id: samirsHelp.helpId,
      order: { kind: 'sign-out', reason: 'Fin de poste' },
      byName: 'Nadia Ferrand',
      at: samirsHelp.since,
      outcome: 'refused',
    },
  });
  const said = await screen.findByText(/^Nadia Ferrand voulait fermer votre session/);
  const strip = said.closest('div') as HTMLElement;
  await user.click(within(strip).getByRole('button', { name: 'Fermer' }));
  expect(engine.inputs('help.read-order')).toHaveLength(1);
});
