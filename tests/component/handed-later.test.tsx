import { callFactsSchema } from '@shared/domain/interaction/interaction.ts';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { at, interaction } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { richReference, richSpeech } from './support/rich-speech.ts';
import { emptyDraft, quiet, talkingCall, talkingWork } from './support/slices.ts';

const record = {
  scriptId: richSpeech.id,
  version: richSpeech.version,
  stepId: 'accord',
  path: ['accueil'],
  choices: {},
  fields: { 'accord.moment': 'soir', 'accord.sms': 'no' },
  objections: [],
};
const spoken = interaction({
  channel: 'phone',
  customerId: null,
  startedAt: at('2026-11-05T11:30:00'),
  endedAt: at('2026-11-05T11:43:30'),
  outcome: 'answered',
  speech: { ...record, stepId: 'rappel', path: ['accueil', 'accord'] },
  call: callFactsSchema.parse({
    callUid: null,
    customerNumber: '+33639984117',
    numberHidden: false,
    calledNumber: null,
    answeredAt: null,
    endedBy: 'advisor',
    failure: null,
    sipStatus: null,
    heldMs: 0,
    transferredTo: 'Camille Roussel',
    training: false,
  }),
});
const unknown = {
  match: { status: 'none', lookup: 'offline' } as const,
  customerId: null,
  customerName: '06 39 98 41 17',
  script: { id: richSpeech.id, version: richSpeech.version },
};

it.each([
  [
    'fr',
    /Appel repris sans ses réponses : elles viennent au retour/,
    /Votre collègue vous passe l’appel/,
  ],
  ['en', /Taken over without its answers: they come when/, /Your colleague (?:hands|passes)/],
] as const)(
  '[SPEECH-36] while the hub is away she is told that the answers are missing; when they come what she answered stays (%s)',
  async (language, missing, taken) => {
    const mine = { ...record, stepId: 'accord', fields: { 'accord.sms': 'yes' } };
    const work = talkingWork({
      ...unknown,
      takenOver: true,
      draft: { ...emptyDraft, speech: mine },
    });
    const offline = { ...quiet.sync, hub: 'offline' as const };
    const opened = openApp({
      slices: { reference: richReference, calls: [talkingCall()], work: [work], sync: offline },
      bundles: [],
      language,
    });
    expect(await screen.findByText(missing)).toBeTruthy();
    opened.deliver('sync', { ...quiet.sync });
    await waitFor(() => expect(screen.queryByText(missing)).toBeNull());
    opened.deliver('work', [{ ...work, handedFrom: [spoken] }]);
    expect(await screen.findByText(taken)).toBeTruthy();
    const saved = opened.engine.inputs('work.save').map(({ draft }) => draft.speech);
    expect(saved).toMatchObject([
      {
        stepId: 'accord',
        fields: { 'accord.sms': 'yes', 'accord.moment': 'soir' },
        from: { interactionId: spoken.id },
      },
    ]);
  },
);

it('[SPEECH-35] the speech of somebody unknown goes on at the colleague’s step, and not again once she began anew', async () => {
  const work = talkingWork({ ...unknown, handedFrom: [spoken] });
  const { user, engine } = openApp({
    slices: { reference: richReference, calls: [talkingCall()], work: [work] },
    bundles: [],
  });
  await screen.findByText(/Rappel, 3 sur 4/);
  await user.click(screen.getByRole('button', { name: 'Reprendre au début' }));
  await screen.findByText(/Accueil, 1 sur 4/);
  expect(engine.inputs('work.save').at(-1)?.draft.speech?.fields).toEqual({});
  expect(screen.queryByText(/Votre collègue vous passe/)).toBeNull();
});
