import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { recorded, withCardStep } from './support/recordings.ts';
import { callId, emptyDraft, talkingCall, talkingWork } from './support/slices.ts';

const inCall = (
  change: Parameters<typeof recorded>[0] = {},
  language: 'fr' | 'en' = 'fr',
  more: object = {},
) =>
  openApp({
    language,
    slices: {
      calls: [talkingCall({ mos: 4.3 })],
      work: [talkingWork()],
      recordings: [recorded(change)],
      ...more,
    },
  });

describe('the recording in the call bar', () => {
  it('[REC-20] Shift+F3 pauses it and lets it go on, and the bar says what it is', async () => {
    const { engine, user, deliver } = inCall();
    expect(await screen.findByText('enregistré, formation')).toBeTruthy();
    await user.keyboard('{Shift>}{F3}{/Shift}');
    expect(engine.inputs('recording.pause')).toEqual([{ callId, cause: 'by-hand' }]);
    deliver('recordings', [recorded({ causes: ['by-hand'], pending: true })]);
    expect(await screen.findByText('pause demandée…')).toBeTruthy();
    deliver('recordings', [recorded({ state: 'paused', causes: ['by-hand'] })]);
    expect(await screen.findByText('en pause')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Enregistrer/ }));
    expect(engine.inputs('recording.resume')).toEqual([{ callId, cause: 'by-hand' }]);
  });

  it('[REC-20] a call that is not recorded says why, in English too', async () => {
    const { user } = inCall({ state: 'none', purpose: null, because: 'not-drawn' }, 'en');
    expect(await screen.findByText('not recorded')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Pause rec/ })).toBeNull();
    await user.keyboard('{Shift>}{F8}{/Shift}');
    expect(await screen.findByText('This call was not drawn.')).toBeTruthy();
  });

  it('[REC-21] a card is typed only once nothing is recorded, and is forgotten with the field', async () => {
    const { engine, user, deliver } = inCall();
    await user.keyboard('{Shift>}{F8}{/Shift}');
    const panel = within(await screen.findByRole('dialog', { name: 'Enregistrement' }));
    const number = panel.getByLabelText('Numéro') as HTMLInputElement;
    await user.click(number);
    expect(engine.inputs('recording.pause')).toEqual([{ callId, cause: 'payment' }]);
    await user.type(number, '4');
    expect(number.value).toBe('');
    expect(panel.getByText(/Attendez la pause/)).toBeTruthy();
    deliver('recordings', [recorded({ state: 'paused', causes: ['payment'] })]);
    expect(await panel.findByText(/Rien n’est enregistré/)).toBeTruthy();
    await user.type(number, '4970 1012 3456 7891');
    expect(panel.getByRole('alert').textContent).toContain('faites répéter');
    await user.clear(number);
    await user.type(number, '4970 1012 3456 7897');
    const code = panel.getByLabelText('Cryptogramme') as HTMLInputElement;
    await user.type(code, '123');
    // From field to field the pause stands.
    expect(engine.inputs('recording.resume')).toEqual([]);
    await user.click(panel.getByRole('button', { name: /Plus jamais/ }));
    expect(engine.inputs('recording.resume')).toEqual([{ callId, cause: 'payment' }]);
    expect([number.value, code.value]).toEqual(['', '']);
    expect(JSON.stringify(engine.sent)).not.toMatch(/4970|123\b/);
  });

  it('[REC-21] where nobody knows whether it is recorded no card is typed; closing the panel resumes', async () => {
    const { engine, user } = inCall({ state: 'unknown', purpose: null });
    await user.keyboard('{Shift>}{F8}{/Shift}');
    const number = (await screen.findByLabelText('Numéro')) as HTMLInputElement;
    await user.click(number);
    await user.type(number, '4970');
    expect(number.value).toBe('');
    await user.keyboard('{Escape}');
    expect(engine.inputs('recording.resume')).toEqual([{ callId, cause: 'payment' }]);
  });

  it('[REC-20] the objection is told with its consequence, and asked once more', async () => {
    const { engine, user } = inCall();
    await user.keyboard('{Shift>}{F8}{/Shift}');
    await user.click(await screen.findByRole('button', { name: /Plus jamais/ }));
    expect(engine.inputs('recording.object')).toEqual([]);
    await user.click(screen.getByRole('button', { name: /ne plus jamais enregistrer/ }));
    expect(engine.inputs('recording.object')).toEqual([{ callId, scope: 'always' }]);
  });

  it('[REC-23] a step asks for a card: in pause while it has the focus, and nothing of it is kept', async () => {
    const { engine, user, deliver } = inCall({}, 'fr', { reference: withCardStep });
    const card = within(await screen.findByRole('group', { name: 'Carte du client' }));
    const number = card.getByLabelText('Numéro') as HTMLInputElement;
    await user.click(number);
    expect(engine.inputs('recording.pause')).toEqual([{ callId, cause: 'payment' }]);
    await user.type(number, '4');
    expect(number.value).toBe('');
    deliver('recordings', [recorded({ state: 'paused', causes: ['payment'] })]);
    await card.findByText(/Rien n’est enregistré/);
    await user.type(number, '4970 1012 3456 7897');
    await user.tab();
    expect(engine.inputs('recording.resume')).toEqual([]);
    await user.click(
      screen
        .getAllByRole('textbox')
        .find((one) => !card.queryAllByRole('textbox').includes(one)) as HTMLElement,
    );
    expect(engine.inputs('recording.resume')).toEqual([{ callId, cause: 'payment' }]);
    expect(number.value).toBe('');
    expect(JSON.stringify(engine.sent)).not.toMatch(/4970/);
  });

  it('[REC-23] leaving the step with the keys ends the pause', async () => {
    const speech = {
      scriptId: 'reclamation-livraison',
      version: 7,
      stepId: 'solution',
      path: ['welcome', 'facts'],
      choices: {},
      fields: {},
      objections: [],
    };
    const { engine, user } = inCall({ state: 'paused', causes: ['payment'] }, 'fr', {
      reference: withCardStep,
      work: [talkingWork({ draft: { ...emptyDraft, speech } })],
    });
    const card = within(await screen.findByRole('group', { name: 'Carte du client' }));
    await user.click(card.getByLabelText('Numéro'));
    await user.keyboard('{Alt>}1{/Alt}');
    expect(engine.inputs('recording.resume')).toEqual([{ callId, cause: 'payment' }]);
  });
});
