import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import {
  callId,
  emptyDraft,
  quiet,
  talkingCall,
  talkingWork,
  wrapUpWork,
} from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const wrapUp = (changes: Parameters<typeof wrapUpWork>[0] = {}) => ({
  work: [wrapUpWork(changes)],
});
const disposition = () => screen.findByRole('combobox', { name: /Comment s’est terminé/ });

describe('notes', () => {
  it('[WRAP-1] each thought has its line and the time it was begun', async () => {
    const { engine, user, time } = openApp({ slices: talking });
    await user.click(await screen.findByRole('textbox', { name: 'Nouvelle note' }));
    await user.keyboard('Pied cassé{Enter}');
    time.now += 120_000;
    await user.keyboard('Samedi');
    expect(engine.inputs('work.save').at(-1)?.draft.notes).toEqual([
      { at: at('2026-11-05T11:44:06'), text: 'Pied cassé' },
      { at: at('2026-11-05T11:44:06'), text: 'Samedi' },
    ]);
    expect(screen.getAllByRole('textbox', { name: 'Note de 11:44' })).toHaveLength(2);
  });

  it('[WRAP-2] they are open in the call by Alt+N, and go on in the wrap-up', async () => {
    const { deliver, user, engine } = openApp({ slices: talking });
    await screen.findByRole('textbox', { name: 'Nouvelle note' });
    await user.keyboard('{Alt>}n{/Alt}Gardé');
    const kept = engine.inputs('work.save').at(-1);
    deliver('calls', []);
    deliver('work', [
      wrapUpWork({ draft: kept?.draft ?? emptyDraft, revision: kept?.revision ?? 0 }),
    ]);
    expect(screen.getByDisplayValue('Gardé')).toBeDefined();
    expect(screen.getByText('continuées depuis l’appel')).toBeDefined();
  });

  it('[WRAP-3] every keystroke sends the whole draft with a growing revision', async () => {
    const { engine, user } = openApp({
      slices: { ...talking, work: [talkingWork({ revision: 41 })] },
    });
    await user.click(await screen.findByRole('textbox', { name: 'Nouvelle note' }));
    await user.keyboard('abc');
    expect(
      engine.inputs('work.save').map(({ revision, draft }) => [revision, draft.notes[0]?.text]),
    ).toEqual([
      [42, 'a'],
      [43, 'ab'],
      [44, 'abc'],
    ]);
  });

  it('[WRAP-4] the time of saving is the engine’s answer', async () => {
    const { user } = openApp({ slices: talking });
    await user.click(await screen.findByRole('textbox', { name: 'Nouvelle note' }));
    expect(screen.queryByText(/Enregistré/)).toBeNull();
    await user.keyboard('a');
    expect(await screen.findByText('Enregistré 11:48:09')).toBeDefined();
  });

  it('[WRAP-4] memory instead of disk is an alert', async () => {
    const { user } = openApp({
      slices: talking,
      answers: {
        'work.save': () => ({
          ok: true,
          value: { savedAt: at('2026-11-05T11:48:09'), saved: 'memory' },
        }),
      },
    });
    await user.click(await screen.findByRole('textbox', { name: 'Nouvelle note' }));
    await user.keyboard('a');
    expect((await screen.findByText(/En mémoire seulement/)).getAttribute('role')).toBe('alert');
  });

  it('[WRAP-5] an older draft of the engine never replaces newer typing', async () => {
    const { deliver, user } = openApp({ slices: talking });
    await user.click(await screen.findByRole('textbox', { name: 'Nouvelle note' }));
    await user.keyboard('nouveau');
    const old = { ...emptyDraft, notes: [{ at: at('2026-11-05T11:44:00'), text: 'vieux' }] };
    deliver('work', [talkingWork({ draft: old, revision: 3 })]);
    expect(screen.getByDisplayValue('nouveau')).toBeDefined();
    expect(screen.queryByDisplayValue('vieux')).toBeNull();
  });

  it('[WRAP-5] after a reload the engine’s draft is taken up', async () => {
    const draft = {
      ...emptyDraft,
      notes: [{ at: at('2026-11-05T11:44:00'), text: 'avant le rechargement' }],
    };
    openApp({ slices: { ...talking, work: [talkingWork({ draft, revision: 12 })] } });
    expect(await screen.findByDisplayValue('avant le rechargement')).toBeDefined();
  });
});

describe('how the call ended', () => {
  it('[WRAP-12] the disposition has the focus', async () => {
    openApp({ slices: wrapUp() });
    const field = await disposition();
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('[WRAP-12] but never from someone who writes a note', async () => {
    const { deliver, user } = openApp({ slices: talking });
    await user.click(await screen.findByRole('textbox', { name: 'Nouvelle note' }));
    await user.keyboard('je continue');
    deliver('calls', []);
    deliver('work', [wrapUpWork()]);
    await disposition();
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    await user.keyboard(' d’écrire');
    expect(screen.getByDisplayValue('je continue d’écrire')).toBeDefined();
  });

  it('[WRAP-6] Enter takes the first, a digit the next; accents are ignored', async () => {
    const { engine, user } = openApp({ slices: wrapUp() });
    await user.type(await disposition(), 'echa');
    expect(
      within(screen.getByRole('listbox', { name: 'Qualifications trouvées' }))
        .getAllByRole('option')
        .map((one) => one.querySelector('mark')?.textContent),
    ).toEqual(['Écha', 'Écha', 'écha']);
    await user.keyboard('2');
    expect(engine.inputs('work.save').at(-1)?.draft.dispositionCode).toBe('ECH-CONF');
    await user.click(screen.getByRole('button', { name: /Échange à confirmer/ }));
    await user.type(await disposition(), 'échange{Enter}');
    expect(engine.inputs('work.save').at(-1)?.draft.dispositionCode).toBe('ECH-OK');
  });

  it('[WRAP-7] with nothing typed the four most used are offered, on Alt and a digit', async () => {
    const { engine, user } = openApp({ slices: wrapUp() });
    await disposition();
    await user.keyboard('{Alt>}2{/Alt}');
    expect(engine.inputs('work.save').at(-1)?.draft.dispositionCode).toBe('GESTE');
  });

  it('[WRAP-8] what the brand obliges is said and gets the focus', async () => {
    const { engine, user } = openApp({ slices: wrapUp() });
    await disposition();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(engine.inputs('work.finish')).toEqual([]);
    expect(screen.getByText('Choisissez un motif avant de terminer.')).toBeDefined();
    expect(document.activeElement).toBe(
      screen.getByRole('combobox', { name: 'Motif (obligatoire)' }),
    );
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Motif (obligatoire)' }),
      'reclamation',
    );
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText('Choisissez une qualification avant de terminer.')).toBeDefined();
    expect(document.activeElement).toBe(await disposition());
  });

  it('[WRAP-9] Ctrl+Enter ends the wrap-up, F10 adds a minute', async () => {
    const draft = { ...emptyDraft, dispositionCode: 'ECH-OK', reasonCode: 'reclamation' };
    const { engine, user } = openApp({ slices: wrapUp({ draft, revision: 5 }) });
    await screen.findByText('Échange accepté');
    await user.keyboard('{F10}{Control>}{Enter}{/Control}');
    expect(engine.inputs('work.extend')).toEqual([{ workId: callId }]);
    expect(engine.inputs('work.finish')).toEqual([{ workId: callId }]);
  });

  it('[WRAP-10] a callback is typed as it is said, shown as understood, mine or anyone’s', async () => {
    const { engine, user } = openApp({ slices: wrapUp() });
    await disposition();
    await user.keyboard('{Alt>}c{/Alt}');
    const when = await screen.findByLabelText(/Quand/);
    await user.type(when, 'hier');
    expect(screen.getByText(/Ce n’est pas une date à venir/)).toBeDefined();
    await user.clear(when);
    await user.type(when, 'demain 14h30');
    expect(screen.getByText(/Compris.*vendredi 6 novembre à 14:30/)).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Par n’importe qui' }));
    await user.type(screen.getByLabelText(/Pour quoi/), 'livraison');
    expect(engine.inputs('work.save').at(-1)?.draft.callback).toEqual({
      dueAt: at('2026-11-06T14:30:00'),
      assignee: 'anyone',
      reason: 'livraison',
    });
  });

  it('[WRAP-11] an open case is continued, or a new one opened', async () => {
    const { engine, user } = openApp({ slices: wrapUp() });
    await disposition();
    await user.keyboard('{Alt>}o{/Alt}');
    const which = await screen.findByLabelText(/Quel dossier/);
    await user.selectOptions(which, screen.getByRole('option', { name: /Continuer R-20817/ }));
    expect(engine.inputs('work.save').at(-1)?.draft.case).toMatchObject({ mode: 'continue' });
    await user.selectOptions(which, 'open');
    await user.type(screen.getByLabelText('Titre'), 'Housse');
    expect(engine.inputs('work.save').at(-1)?.draft.case).toMatchObject({
      mode: 'open',
      title: 'Housse',
    });
  });

  it('[WRAP-13] a call that nobody answered is not shown as a talk', async () => {
    openApp({ slices: wrapUp({ answeredAt: null, outcome: 'missed', endedBy: 'network' }) });
    await disposition();
    expect(screen.getAllByText(/Manqué/).length).toBeGreaterThan(0);
    expect(screen.queryByText(/appel de/)).toBeNull();
  });

  it('[WRAP-14] off line it says that everything is kept here and that she can go on', async () => {
    openApp({ slices: { ...wrapUp(), sync: { ...quiet.sync, hub: 'offline', waiting: 5 } } });
    const outbox = await screen.findByRole('region', { name: 'Boîte d’envoi' });
    expect(within(outbox).getByText('Vous pouvez continuer.')).toBeDefined();
    expect(screen.getByText(/5 éléments gardés sur ce poste/)).toBeDefined();
  });
});
