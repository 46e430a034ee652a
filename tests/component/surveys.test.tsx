import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { at, helene, heleneBundle, interaction } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { camille } from './support/organisation.ts';

const call = interaction({
  channel: 'phone',
  startedAt: at('2026-11-04T10:00:00'),
  advisorId: camille.id,
  outcome: 'answered',
  summary: 'Le pied est remplacé',
});
const answer = interaction({
  channel: 'sms',
  startedAt: at('2026-11-04T19:00:00'),
  summary: 'Réponse à l’enquête',
  satisfaction: { score: 9, scale: { min: 0, max: 10 } },
});

it.each([
  [
    'fr',
    'Satisfaction : 9 sur 10, répondu par SMS le 4 nov.',
    'Satisfaction : 9 sur 10, sur l’échange du 4 nov. (Téléphone)',
  ],
  [
    'en',
    'Satisfaction: 9 of 10, answered by SMS on 4 Nov',
    'Satisfaction: 9 of 10, about the exchange of 4 Nov (Telephone)',
  ],
] as const)(
  '[MEASURE-16] the time line shows the score at the contact that it is about, and at the answer what it is about (%s)',
  async (language, atContact, atAnswer) => {
    const bundle = { ...heleneBundle, interactions: [answer, call, ...heleneBundle.interactions] };
    const { services } = openApp({ bundles: [bundle], language });
    services.screen.setState({ screen: 'customers', customerId: helene });
    const entry = async (words: string) =>
      within((await screen.findByText(words)).closest('article') as HTMLElement);
    expect((await entry('Le pied est remplacé')).getByText(atContact)).toBeTruthy();
    expect((await entry('Réponse à l’enquête')).getByText(atAnswer)).toBeTruthy();
    expect(screen.getAllByText(/Satisfaction/)).toHaveLength(2);
  },
);
