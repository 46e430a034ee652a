import { callFactsSchema } from '@shared/domain/interaction/interaction.ts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heleneBundle, interaction, at as moment } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { richReference, richSpeech } from './support/rich-speech.ts';
import { emptyDraft, talkingCall, talkingWork, wrapUpWork } from './support/slices.ts';

const record = (stepId: string, path: readonly string[] = []) => ({
  scriptId: richSpeech.id,
  version: richSpeech.version,
  stepId,
  path: [...path],
  choices: {},
  fields: {},
  objections: [],
});
const at = (stepId: string, path: readonly string[] = []) =>
  openApp({
    slices: {
      reference: richReference,
      calls: [talkingCall()],
      work: [
        talkingWork({
          script: { id: richSpeech.id, version: richSpeech.version },
          draft: { ...emptyDraft, speech: record(stepId, path) },
        }),
      ],
    },
  });
type Opened = ReturnType<typeof at>;
const kept = ({ engine }: Opened) => engine.inputs('work.save').at(-1)?.draft;

describe('the speech in the call', () => {
  it('[SPEECH-22] 0 does what the step says, and takes it back', async () => {
    const opened = at('rappel', ['accueil', 'accord']);
    await screen.findByRole('button', { name: /Fixer le rappel/, pressed: false });
    await opened.user.keyboard('0');
    expect(kept(opened)?.callback).toMatchObject({
      assignee: 'me',
      reason: 'vérifier la livraison',
    });
    await screen.findByRole('button', { name: /Fixer le rappel/, pressed: true });
    await opened.user.keyboard('{Alt>}0{/Alt}');
    expect(kept(opened)?.callback).toBeNull();
  });

  it('[SPEECH-23] Alt+G jumps to any step by a few letters, ← comes back', async () => {
    const opened = at('accueil');
    await screen.findByText(/Accueil, 1 sur 4/);
    await opened.user.keyboard('{Alt>}g{/Alt}');
    await opened.user.type(
      await screen.findByRole('combobox', { name: 'Aller à une étape' }),
      'revoir{Enter}',
    );
    expect(kept(opened)?.speech).toMatchObject({ stepId: 'fin', path: ['accueil'] });
    await opened.user.keyboard('{ArrowLeft}');
    expect(kept(opened)?.speech).toMatchObject({ stepId: 'accueil' });
    expect(kept(opened)?.speech?.trace?.[0]?.said).toBeUndefined();
  });

  it('[SPEECH-24] what has to be said is named; Alt+X says that it was not said', async () => {
    const opened = at('accueil');
    await screen.findByText(/À dire : l’accueil, qui appelle et pour qui, l’enregistrement/);
    await opened.user.keyboard('{Alt>}x{/Alt}');
    await opened.user.keyboard('{ArrowRight}');
    expect(kept(opened)?.speech?.trace?.[0]).toMatchObject({ stepId: 'accueil', said: 'no' });
  });

  it('[SPEECH-25] the words that stood there are kept with the step, facts merged', async () => {
    const opened = at('accueil');
    await screen.findByText(/Accueil, 1 sur 4/);
    await opened.user.keyboard('{ArrowRight}');
    const [first] = kept(opened)?.speech?.trace ?? [];
    expect(first?.said).toBe('yes');
    expect(first?.words).toBe(
      'Bonjour Madame Vasseur, je suis Camille Roussel, pour Maison Kerdoual\u00a0; cet appel peut être enregistré.',
    );
  });

  it('[SPEECH-26] Alt+L goes on in the other language, labels too', async () => {
    const opened = at('accueil');
    await screen.findByText(/Accueil, 1 sur 4/);
    await opened.user.keyboard('{Alt>}l{/Alt}');
    await screen.findByText(/Welcome, 1 sur 4/);
    expect(screen.getByText(/this call may be recorded/)).toBeDefined();
    expect(screen.getByText('Complaint follow-up')).toBeDefined();
  });

  it('[SPEECH-27] a consent is asked in its exact words, which are kept with the answer', async () => {
    const opened = at('accord', ['accueil']);
    const group = await screen.findByRole('group', { name: /Accord : suivi de livraison \(SMS\)/ });
    await opened.user.click(within(group).getByRole('radio', { name: 'Oui, clairement' }));
    expect(kept(opened)?.speech).toMatchObject({
      fields: { 'accord.sms': 'yes' },
      asked: { 'accord.sms': { language: 'fr' } },
    });
    expect(kept(opened)?.speech?.asked?.['accord.sms']?.words).toMatch(
      /^Acceptez-vous de recevoir/,
    );
  });

  it('[SPEECH-28] an objection has further answers, leads on, and is kept as overcome or not', async () => {
    const opened = at('accueil');
    await screen.findByText('Je l’ai déjà dit trois fois');
    await opened.user.keyboard('{Alt>}a{/Alt}');
    await opened.user.click(await screen.findByRole('button', { name: 'Autre réponse (1 sur 2)' }));
    expect(screen.getByText(/Je m’en occupe jusqu’au bout/)).toBeDefined();
    await opened.user.click(screen.getByRole('button', { name: 'Oui' }));
    expect(kept(opened)?.speech?.met).toMatchObject([{ id: 'deja-dit', overcome: true }]);
    await opened.user.click(screen.getByRole('button', { name: 'Aller à « Rappel »' }));
    expect(kept(opened)?.speech).toMatchObject({ stepId: 'rappel', path: ['accueil'] });
  });

  it('[SPEECH-29] what comes next is there quietly, and the end says that it is one', async () => {
    at('accueil');
    const ahead = await screen.findByRole('region', { name: 'Ensuite' });
    expect(
      within(ahead)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual([
      'Accord SMSLe transporteur prévient par SMS.',
      'RappelJe vous rappelle moi-même demain pour vérifier.',
    ]);
  });

  it('[SPEECH-30] [SPEECH-32] a handed over call goes on where the colleague was, or from the beginning', async () => {
    const spoken = interaction({
      channel: 'phone',
      direction: 'inbound',
      startedAt: moment('2026-11-05T11:30:00'),
      endedAt: moment('2026-11-05T11:43:00'),
      speech: { ...record('rappel', ['accueil', 'accord']), fields: { 'accord.moment': 'soir' } },
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
    const opened = openApp({
      slices: {
        reference: richReference,
        calls: [talkingCall()],
        work: [talkingWork({ script: { id: richSpeech.id, version: richSpeech.version } })],
      },
      bundles: [{ ...heleneBundle, interactions: [spoken, ...heleneBundle.interactions] }],
    });
    await screen.findByText(/Rappel, 3 sur 4/);
    expect(screen.getByText(/Votre collègue vous passe l’appel/)).toBeDefined();
    await opened.user.keyboard('{ArrowRight}');
    expect(kept(opened)?.speech).toMatchObject({
      stepId: 'fin',
      fields: { 'accord.moment': 'soir' },
      from: { interactionId: spoken.id },
    });
    await opened.user.click(screen.getByRole('button', { name: 'Reprendre au début' }));
    await screen.findByText(/Accueil, 1 sur 4/);
    expect(kept(opened)?.speech?.fields).toEqual({});
  });

  it('[SPEECH-33] the wrap-up lists what the speech sends, and lets her say what was not said', async () => {
    const spoken = {
      ...record('fin', ['accueil', 'accord', 'rappel']),
      fields: { 'accord.sms': 'yes' },
      trace: [{ stepId: 'accueil', at: moment('2026-11-05T11:44:00'), said: 'yes' as const }],
    };
    const opened = openApp({
      slices: {
        reference: richReference,
        work: [
          wrapUpWork({
            script: { id: richSpeech.id, version: richSpeech.version },
            draft: { ...emptyDraft, speech: spoken },
          }),
        ],
      },
    });
    const review = await screen.findByRole('region', { name: /Ce que le discours envoie/ });
    expect(within(review).getByText('Accord donné : suivi de livraison (SMS)')).toBeDefined();
    await opened.user.click(within(review).getByRole('button', { name: 'Dit', pressed: true }));
    expect(kept(opened)?.speech?.trace?.[0]?.said).toBe('no');
    expect(within(review).getByRole('button', { name: 'Pas dit' })).toBeDefined();
  });

  it('[SPEECH-18] reaching the end qualifies the call', async () => {
    const opened = at('rappel', ['accueil', 'accord']);
    await screen.findByRole('button', { name: /Fixer le rappel/ });
    await opened.user.keyboard('{ArrowRight}');
    await screen.findByText(/Fin du discours/);
    expect(kept(opened)?.dispositionCode).toBe('remplacement-envoye');
  });
});
