import { carriedArticles, insertText, withInserted } from '@shared/domain/message/insert-text.ts';
import type { MessageDraft } from '@shared/domain/message/message.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const draft = (change: Partial<MessageDraft> = {}): MessageDraft => ({
  channel: 'email',
  to: 'anne@exemple.fr',
  subject: 'Votre canapé',
  body: '',
  articles: [],
  ...change,
});

it('[WRITE-7] words go in at the cursor: apart by a line in a letter, by a space in a short one', () => {
  const body = 'Bonjour,\n\nÀ bientôt';
  const letter = insertText(body, { start: 8, end: 8 }, 'Dévissez le pied. ', 'email');
  expect(letter.body).toBe('Bonjour,\n\nDévissez le pied.\n\nÀ bientôt');
  expect(letter.body.slice(0, letter.caret)).toBe('Bonjour,\n\nDévissez le pied.');
  const short = insertText('Bonjour, à bientôt', { start: 8, end: 18 }, 'Dévissez.', 'sms');
  expect(short).toEqual({ body: 'Bonjour, Dévissez.', caret: 18 });
  expect(insertText('', { start: 0, end: 0 }, 'Oui', 'chat')).toEqual({ body: 'Oui', caret: 3 });
});

it('[WRITE-7] whatever is selected, nothing else of the message is lost and the words stand whole', () => {
  const text = fc.string({ maxLength: 80 });
  const channel = fc.constantFrom('email', 'sms', 'chat', 'social' as const);
  fc.assert(
    fc.property(text, text, fc.nat(100), fc.nat(100), channel, (body, words, a, b, by) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const { body: after, caret } = insertText(body, { start, end }, words, by);
      const solid = (one: string) => one.replaceAll(/\s/g, '');
      expect(after).toContain(words.trim());
      expect(after.slice(0, caret).endsWith(words.trim())).toBe(true);
      expect(solid(after)).toBe(solid(`${body.slice(0, start)}${words}${body.slice(end)}`));
    }),
  );
});

it('[WRITE-8] an article is carried while a line of its words stands in the message, and only then', () => {
  const article = { id: '0191c0de-0000-7000-8000-000000000001', version: 3 };
  const words = 'Votre pied se dévisse à la main.\nLe nouveau se visse à fond.';
  const at = { start: 0, end: 0 };
  const once = withInserted(draft(), at, words, article).draft;
  const twice = withInserted(once, at, words, article).draft;
  expect(carriedArticles(twice)).toEqual([article]);
  const rewritten = { ...once, body: 'Bonjour, le nouveau se visse à fond.' };
  expect(carriedArticles(rewritten)).toEqual([]);
  const kept = { ...once, body: 'Bonjour. Le nouveau se visse à fond. Bien à vous' };
  expect(carriedArticles(kept)).toEqual([article]);
  expect(carriedArticles(withInserted(draft(), at, words, null).draft)).toEqual([]);
});
