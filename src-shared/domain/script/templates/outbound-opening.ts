/**
 * How a commercial call that we make begins: who calls, for whom, that it is commercial, and whether
 * it suits (Code de la consommation, art. L221-16). One who objects is not called again.
 */
import {
  ask,
  choice,
  finish,
  said,
  type Template,
  type TemplateContent,
  type TemplateHead,
  template,
} from './template.ts';

type Both = readonly [string, string];

/** Another day, or never again: an opposition is recorded by the answer, not only said. */
const commercialDetours = [
  ask(
    'when',
    ['Quand rappeler', 'When to call'],
    said(
      'Bien sûr. Quel jour vous conviendrait mieux ?',
      'Of course. Which day would suit you better?',
    ),
    {
      fields: [
        {
          id: 'day',
          label: 'Jour du rappel',
          labels: { en: 'Day of the callback' },
          type: 'date',
          fills: 'callback.due',
        },
      ],
      next: 'call-back',
    },
  ),
  ask(
    'never',
    ['Opposition', 'Opposition'],
    said(
      'Je le note maintenant, et je vous le confirme avant de raccrocher.',
      'I am noting it now, and will confirm it before I hang up.',
    ),
    {
      fields: [
        {
          id: 'calls',
          label: 'Accord pour être appelé : répondre non',
          labels: { en: 'Consent to be called: answer no' },
          type: 'consent',
          consent: {
            channel: 'phone',
            purpose: 'Appels commerciaux',
            wording: said(
              'Acceptez-vous encore que nous vous appelions pour nos offres ?',
              'Do you still agree to be called about our offers?',
            ),
            months: 12,
            onRefusal: 'opposed',
          },
        },
      ],
      next: 'opposed',
    },
  ),
];

/** `about` stands after « je vous appelle pour ». */
const commercialOpening = (about: Both, next: string) => [
  ask(
    'identity',
    ['Qui appelle', 'Who is calling'],
    said(
      `[[Bonjour {{customer.formalName|à vous}}, {{advisor.fullName}}, pour {{brand.name}}. C’est un appel commercial]], pour ${about[0]}. Est-ce un bon moment ?`,
      `[[Hello {{customer.formalName|there}}, this is {{advisor.fullName}} for {{brand.name}}. This is a commercial call]], about ${about[1]}. Is this a good moment?`,
    ),
    {
      passages: ['opening', 'identity', 'commercial-nature'],
      choices: [
        choice('yes', ['Oui', 'Yes'], next),
        choice('later', ['Plus tard', 'Later'], 'when', ['rappel', 'callback']),
        choice('no', ['Non merci', 'No thank you'], 'refusal'),
        choice('never', ['Ne me rappelez plus', 'Do not call me again'], 'never', [
          'opposition',
          'opposition',
        ]),
      ],
    },
  ),
  ...commercialDetours,
];

/** The ends that every commercial call may come to. */
export const commercialEndings = () => [
  finish(
    'call-back',
    ['Rappel noté', 'Callback noted'],
    said(
      'C’est noté, je vous rappelle ce jour-là. Bonne journée.',
      'It is noted, I will call you on that day. Have a good day.',
    ),
    'callback',
  ),
  finish(
    'refusal',
    ['Refus respecté', 'Refusal respected'],
    said(
      'Je comprends, et je n’insiste pas. Merci de m’avoir répondu, bonne journée.',
      'I understand and will not insist. Thank you for answering, have a good day.',
    ),
    'refused',
    'not-reached',
  ),
  finish(
    'opposed',
    ['Opposition notée', 'Opposition noted'],
    said(
      '[[C’est enregistré : nous ne vous appellerons plus.]] Bonne journée.',
      '[[It is recorded: we will not call you again.]] Have a good day.',
    ),
    'refused',
    'not-reached',
  ),
];

type Told = Pick<TemplateContent, 'steps' | 'objections'>;

/** The frame of a call that we make: we greet, and say at the first step who calls. */
export const weCall = (
  head: TemplateHead,
  own: Told & { readonly purpose: 'service' | 'commercial' },
): Template =>
  template(head, {
    direction: 'outbound',
    recorded: false,
    opening: said(
      'Bonjour {{customer.formalName|à vous}}.',
      'Hello {{customer.formalName|there}}.',
    ),
    openingUnknown: said('Bonjour.', 'Hello.'),
    firstStep: 'identity',
    ...own,
  });

/** One that sells: it begins as the law wants, then goes on where it is told. */
export const commercialCall = (
  head: TemplateHead,
  { about, goesOn, steps, objections }: Told & { readonly about: Both; readonly goesOn: string },
): Template =>
  weCall(head, {
    purpose: 'commercial',
    steps: [...commercialOpening(about, goesOn), ...steps],
    objections,
  });
