/** What the brand avoids, while a message is written. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { articleAnswers } from './support/articles.ts';
import { messageAnswers, messageWith } from './support/messages.ts';
import { openApp } from './support/open-app.tsx';
import { reference } from './support/organisation.ts';
import { talkingCall, talkingWork } from './support/slices.ts';

const avoidedWords = [
  { words: 'pas de souci', instead: 'avec plaisir', severity: 'advice' as const },
  { words: 'garanti à vie', severity: 'block' as const, language: 'fr' as const },
  { words: 'canapé', severity: 'block' as const, language: 'en' as const },
];
const writing = async (body: string, language: 'fr' | 'en' = 'fr') => {
  const rules = reference.rules.map((one) =>
    one.brandId === 'kerdoual' ? { ...one, avoidedWords } : one,
  );
  const app = openApp({
    language,
    answers: { ...articleAnswers, ...messageAnswers },
    slices: {
      calls: [talkingCall()],
      work: [talkingWork()],
      reference: { ...reference, rules },
      messages: [messageWith({ subject: 'Votre canapé', body })],
    },
  });
  app.services.screen.setState({ messageId: messageWith().id, caret: { start: 1e6, end: 1e6 } });
  await screen.findByRole('textbox', { name: 'Message' });
  return app;
};

it.each([
  ['fr', 'La marque évite « Pas de soucis ». Elle dit plutôt « avec plaisir ».'],
  ['en', 'The brand avoids “Pas de soucis”. It says “avec plaisir” instead.'],
] as const)(
  '[WRITE-15] a word that the brand avoids is named with what it says instead, and may go (%s)',
  async (language, told) => {
    const { user, engine } = await writing('Pas de soucis, votre canapé part demain.', language);
    expect(screen.getByText(told)).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.inputs('messages.send')).toHaveLength(1));
  },
);

it.each([
  ['fr', /« garanti à vie » ne part pas/, 'Envoyer', /est à changer avant l’envoi/],
  ['en', /“garanti à vie” is not sent/, 'Send', /is to be changed before sending/],
] as const)(
  '[WRITE-15] a word that the brand refuses keeps it from being sent until it is changed, and that is said (%s)',
  async (language, told, send, why) => {
    const { user, engine } = await writing('Il est garanti à vie', language);
    expect(screen.getByText(told)).toBeDefined();
    const field = screen.getByRole('textbox', { name: 'Message' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const button = screen.getByRole('button', { name: new RegExp(`^${send}`) });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.title).toMatch(why);
    await user.click(button);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.type(field, '{Backspace}{Backspace}{Backspace}5 ans');
    expect(screen.queryByText(told)).toBeNull();
    expect(engine.inputs('messages.send')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.inputs('messages.send')).toHaveLength(1));
  },
);
