/** The sequence of a campaign in its assistant. */
import { withoutStep, withStep } from '@renderer/features/campaigns/settings/sequence-form.tsx';
import { sequenceSchema } from '@shared/domain/campaign/sequence.ts';
import { succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { draft, managing, planningAnswers } from './support/planning.ts';

const opened = async (language: 'fr' | 'en' = 'fr') => {
  let kept = draft;
  const app = openApp({
    slices: managing,
    language,
    answers: {
      ...planningAnswers,
      'planning.change': ({ settings }: { settings: typeof draft.settings }) => {
        kept = { ...kept, revision: kept.revision + 1, settings };
        return succeed(kept);
      },
      'planning.see': () => succeed(kept),
      'letters.save': ({ template }: { template: object }) =>
        succeed({ id: id(7401), revision: 1, template }),
      'letters.preview': () =>
        succeed({
          subject: 'Invitation',
          body: 'Bonjour Madame Exemple',
          missing: [],
          addressLines: ['MME HELENE EXEMPLE'],
          shortened: false,
        }),
    } as never,
  });
  await app.user.click(await screen.findByRole('button', { name: /^(Campagnes|Campaigns)$/ }));
  await app.user.click(await screen.findByRole('button', { name: /^(Continuer|Go on)$/ }));
  const flow = await screen.findByRole('navigation', { name: /Étapes|Steps/ });
  await app.user.click(
    within(flow).getByRole('button', { name: /Lettre et discours|Letter and speech/ }),
  );
  return app;
};
const sheet = async () => within(await screen.findByRole('region', { name: /Séquence|Sequence/ }));
const kindsOf = async () =>
  (await sheet()).getAllByRole('listitem').map((one) => one.getAttribute('aria-label'));

describe('the sequence of a campaign', () => {
  it('[SEQ-14] is a line of steps; what is written goes before the call, reminders after an appointment', async () => {
    const { engine, user } = await opened();
    expect(await kindsOf()).toEqual(['Appel']);
    const add = async (name: string) =>
      user.click(
        within((await sheet()).getByRole('group', { name: 'Ajouter une étape' })).getByRole(
          'button',
          { name },
        ),
      );
    await add('Rendez-vous');
    await add('Rappel du rendez-vous');
    await add('Lettre');
    expect(await kindsOf()).toEqual(['Lettre', 'Appel', 'Rendez-vous', 'Rappel du rendez-vous']);
    await user.click((await sheet()).getByRole('checkbox', { name: /n’a pas consenti/ }));
    await waitFor(() =>
      expect(engine.inputs('planning.change').at(-1)?.settings.sequence).toMatchObject({
        lettersWithoutConsent: true,
        steps: [{ kind: 'letter', templateId: null }, { kind: 'call' }, {}, {}],
      }),
    );
    const visit = within((await sheet()).getByRole('listitem', { name: 'Rendez-vous' }));
    await user.click(visit.getByRole('button', { name: 'Retirer' }));
    expect(await kindsOf()).toEqual(['Lettre', 'Appel']);
  });

  it('[SEQ-14] lets a template be written at its step, names unknown fields, and shows it as somebody gets it', async () => {
    const { engine, user } = await opened();
    await user.click((await sheet()).getByRole('button', { name: 'Lettre' }));
    await user.click((await sheet()).getByRole('button', { name: 'Écrire un modèle' }));
    await user.type((await sheet()).getByRole('textbox', { name: 'Nom du modèle' }), 'Invitation');
    const body = (await sheet()).getByRole('textbox', { name: 'Texte' });
    await user.type(body, 'Bonjour {{{{client.nom}}');
    expect(screen.getByText(/Champs inconnus : {{client.nom}}/)).toBeDefined();
    await user.clear(body);
    await user.type(body, 'Bonjour {{{{customer.formalName}}');
    await user.click((await sheet()).getByRole('button', { name: 'Enregistrer et voir' }));
    expect(await screen.findByText('MME HELENE EXEMPLE')).toBeDefined();
    expect(engine.inputs('letters.save')[0]?.template).toMatchObject({
      channel: 'post',
      name: 'Invitation',
    });
    await waitFor(() =>
      expect(engine.inputs('planning.change').at(-1)?.settings.sequence?.steps?.[0]).toMatchObject({
        templateId: id(7401),
      }),
    );
  });

  it('[SEQ-14] can never be made wrong by adding and taking out, and is said in English', async () => {
    const kinds = ['letter', 'email', 'sms', 'documentation', 'appointment', 'reminder'] as const;
    let sequence = sequenceSchema.parse({});
    for (const kind of [...kinds, ...kinds.slice(0, 3)]) {
      sequence = withStep(sequence, kind);
      expect(sequenceSchema.safeParse(sequence).success).toBe(true);
    }
    for (const { id: stepId, kind } of sequence.steps) {
      if (kind === 'call') continue;
      expect(sequenceSchema.safeParse(withoutStep(sequence, stepId)).success).toBe(true);
    }
    await opened('en');
    expect(await kindsOf()).toEqual(['Call']);
  });
});
