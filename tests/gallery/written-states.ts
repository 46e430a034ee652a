/** Messages that are written: in a call and outside, by SMS, an answer looked for, too long, hub away. */
import { articleAnswers, legArticle } from '../component/support/articles.ts';
import { heleneBundle } from '../component/support/helene.ts';
import { askedByMail, messageAnswers, messageWith } from '../component/support/messages.ts';
import { reference } from '../component/support/organisation.ts';
import { quiet, talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, talkingDraft } from './parts.ts';

const answers = { ...articleAnswers, ...messageAnswers } as never;
const { id: messageId } = messageWith();
const saved = { savedAt: '2026-11-05T10:48:09.000Z', saved: 'disk' as const };
const body = `Bonjour Madame Vasseur,\n\n${legArticle.customer?.text ?? ''}\n\nJe reste à votre écoute.\nCamille, Maison Kerdoual`;
const letter = messageWith(
  { subject: 'Re: Le pied de votre canapé', body },
  { ...saved, inReplyTo: askedByMail?.id ?? null },
);
const sms = messageWith(
  {
    channel: 'sms',
    to: '+33639984117',
    body: 'Votre pied de canapé part demain, être présent n’est pas nécessaire.',
  },
  saved,
);
const written = (message: typeof letter, change: Partial<GalleryState> = {}): GalleryState => ({
  now: '11:48:31',
  slices: {
    calls: [talkingCall()],
    work: [talkingWork({ draft: talkingDraft })],
    messages: [message],
  },
  bundles: [heleneBundle],
  answers,
  messageId,
  ...change,
});
const outside = (message: typeof letter, slices: object = {}): GalleryState =>
  written(message, { screen: 'customers', slices: { messages: [message], ...slices } });
const offline = { sync: { ...quiet.sync, hub: 'offline' as const } };

const avoidedWords = [
  { words: 'pas de souci', instead: 'avec plaisir', severity: 'advice' as const },
  { words: 'pas de panique', severity: 'advice' as const },
  { words: 'garanti à vie', instead: 'garanti cinq ans', severity: 'block' as const },
];
const rules = reference.rules.map((one) => ({ ...one, avoidedWords }));
const avoiding: Partial<GalleryState> = {
  slices: {
    reference: { ...reference, rules },
    calls: [talkingCall()],
    work: [talkingWork({ draft: talkingDraft })],
    messages: [
      messageWith(
        {
          subject: 'Votre canapé',
          body: 'Pas de souci, votre canapé est garanti à vie. Il est cassé, pas de panique.',
        },
        saved,
      ),
    ],
  },
};

export const writtenStates: { readonly [name: string]: GalleryState } = {
  'written-reply': written(letter),
  'written-sms': written(sms),
  'written-avoided': written(letter, avoiding),
  'written-answers': written(letter, { press: 'Une réponse' }),
  'written-article': written(letter, { overlay: 'article', articleId: legArticle.id }),
  'written-outside': outside(letter),
  'written-empty': outside(messageWith()),
  'written-offline': outside(letter, offline),
  'written-long': outside(messageWith({ subject: 'Votre canapé', body: body.repeat(9) }, saved)),
};
