import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { camille } from './support/organisation.ts';
import { assessment, leading, qualityAnswers, recordingId } from './support/quality.ts';
import { quiet } from './support/slices.ts';

const own = { session: { ...quiet.session, user: camille } };
const open = async (
  answers: object = qualityAnswers(),
  slices: object = leading,
  language: 'fr' | 'en' = 'fr',
) => {
  const app = openApp({ language, slices: { ...slices }, answers: answers as never });
  await app.user.click(await screen.findByRole('button', { name: /^(Qualité|Quality)$/ }));
  return app;
};
const whole = { ...assessment().marks, next: 2 as const };

describe('[QUAL-10] the calls to hear', () => {
  it('[QUAL-10] each says why it was drawn, and opens with its waveform', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: /1 chance sur 208, 3 appels/ }));
    const player = within(await screen.findByRole('region', { name: 'Lecteur' }));
    expect(player.getByText('Camille 47 %')).toBeTruthy();
    expect(player.getByText('silence 30 s')).toBeTruthy();
    expect(player.getByText('pause, rien d’enregistré')).toBeTruthy();
    expect(screen.getByText(/voix effacée le 28\/04\/2027/)).toBeTruthy();
    // No transcript is made, and that is said.
    expect(screen.getByText(/pas de transcription/)).toBeTruthy();
    expect(screen.getByText(/Aucune émotion n’est mesurée/)).toBeTruthy();
  });

  it('[QUAL-10] none yet, in English: it says what brings one', async () => {
    await open(
      { ...qualityAnswers(), 'recording.list': () => succeed({ recordings: [] }) },
      leading,
      'en',
    );
    expect(await screen.findByText(/Nothing is recorded by default/)).toBeTruthy();
  });

  it('[QUAL-10] the hub is away: that is said, and nothing is made up', async () => {
    await open({ ...qualityAnswers(), 'recording.list': () => fail('hub-unreachable') });
    expect(await screen.findByText(/Serveur injoignable/)).toBeTruthy();
  });

  it('[QUAL-10] Space asks for the sound with the reason, the arrows go five seconds', async () => {
    const { engine, user } = await open({
      ...qualityAnswers(),
      'recording.hear': () => fail('recording-not-there'),
    });
    await user.click(await screen.findByRole('button', { name: /Réclamation livraison/ }));
    await screen.findByRole('region', { name: 'Lecteur' });
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('00:05');
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard(' ');
    expect(engine.inputs('recording.hear')).toEqual([{ recordingId, reason: 'evaluation' }]);
  });
});

describe('[QUAL-11] an assessment on the screen', () => {
  it('[QUAL-11] digits mark criterion after criterion, kept at each; Ctrl+↵ sends what is whole', async () => {
    let known = assessment({ marks: {}, comments: [] });
    const { engine, user } = await open({
      ...qualityAnswers(),
      'quality.assessments': () => succeed({ assessments: [known] }),
    });
    await user.click(await screen.findByRole('button', { name: /Réclamation livraison/ }));
    await screen.findByRole('region', { name: 'Lecteur' });
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard('3');
    await user.keyboard('1');
    expect(engine.inputs('quality.save').at(-1)).toMatchObject({
      recordingId,
      marks: { welcome: 3, wording: 1 },
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(engine.inputs('quality.send')).toEqual([]);
    known = assessment({ marks: whole });
    await user.keyboard('2');
    await screen.findByRole('button', { name: /Envoyer à Camille/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(engine.inputs('quality.send')).toEqual([{ assessmentId: known.id }]);
  });

  it('[QUAL-11] the advisor sees hers, changes no mark, and answers or contests', async () => {
    const { engine, user } = await open(
      qualityAnswers([assessment({ state: 'sent', marks: whole })]),
      own,
    );
    await user.click(await screen.findByRole('button', { name: /Réclamation livraison/ }));
    const marks = within(await screen.findByRole('group', { name: 'Mot pour mot' }));
    expect(marks.getByRole('button', { name: '3' })).toHaveProperty('disabled', true);
    await user.keyboard('0');
    expect(engine.inputs('quality.save')).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Contester/ }));
    expect(engine.inputs('quality.reply')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Votre réponse' }), 'D’accord pour 1.');
    await user.click(screen.getByRole('button', { name: /^Répondre/ }));
    expect(engine.inputs('quality.reply')).toMatchObject([
      { text: 'D’accord pour 1.', contests: false },
    ]);
  });
});
