/** The speech of the mock-up, a draft beside the version that is said. */
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { at } from './helene.ts';
import { camille, id, reference } from './organisation.ts';

const code = reference.dispositions.find(({ brandId }) => brandId === 'kerdoual')?.code ?? 'done';
export const eleonore = {
  ...camille,
  id: id(61),
  login: 'eleonore',
  firstName: 'Éléonore',
  lastName: 'Castel',
  role: 'brand-manager' as const,
};

const step = (key: string, title: string, text: string, more: object = {}) => ({
  id: key,
  title,
  text: { default: text },
  ...more,
});

export const complaint: Script = scriptSchema.parse({
  id: 'reclamation-livraison',
  version: 8,
  brandId: 'kerdoual',
  name: 'Réclamation livraison',
  locale: 'fr',
  direction: 'inbound',
  reasonCodes: ['delivery-complaint'],
  opensWhen: { numbers: ['+33199004110'] },
  publishedAt: at('2026-11-05T11:40:00'),
  opening: { default: 'Bonjour {{customer.formalName|et bienvenue}}.' },
  openingUnknown: { default: 'Bonjour, bienvenue chez {{brand.name}}.' },
  firstStep: 'accueil',
  steps: [
    step('accueil', 'Accueil', 'Bonjour {{customer.formalName|et bienvenue}}, je vous écoute.', {
      next: 'constat',
    }),
    step('constat', 'Constat', 'J’ai vos photos sous les yeux. [[Vous n’y êtes pour rien.]]', {
      next: 'solution',
      passages: ['opening'],
    }),
    step('solution', 'Solution', '', {
      text: {
        default:
          'Je suis désolée que votre {{order.label|commande}} soit arrivé abîmé. [[Vous n’avez rien à payer.]] Que préférez-vous ?',
        expert:
          'Je suis désolée que votre {{order.label|commande}} soit arrivé abîmé. [[Vous n’avez rien à payer.]] Pied neuf sous 48 heures, ou échange : que préférez-vous ?',
      },
      choices: [
        { id: 'foot', label: 'Pied neuf', next: 'pied-neuf' },
        { id: 'swap', label: 'Échange', next: 'echange' },
        { id: 'service', label: 'SAV niveau 2', next: 'sav' },
        { id: 'later', label: 'Elle réfléchit', next: 'reflechit' },
      ],
    }),
    step('pied-neuf', 'Pied neuf', 'Il part aujourd’hui de notre atelier.', {
      next: 'confirmation',
    }),
    step('echange', 'Échange', 'Je fais reprendre le canapé le {{order.date}}.', {
      next: 'confirmation',
    }),
    step('sav', 'SAV niveau 2', 'Je vous passe ma collègue.', {
      kind: 'do',
      action: { type: 'transfer', to: 'sav-2' },
    }),
    step('reflechit', 'Elle réfléchit', 'Je vous rappelle avant samedi.', { next: 'rappel' }),
    step('confirmation', 'Confirmation', 'Vous recevez un e-mail dans la minute.', {
      next: 'cloture',
    }),
    step('rappel', 'Rappel promis', 'C’est noté pour demain.', { next: 'cloture' }),
    step('cloture', 'Clôture', '[[Merci de votre patience.]]', {
      kind: 'end',
      dispositionCode: code,
      passages: ['opening'],
    }),
  ],
  objections: [
    { id: 'second', label: 'C’est la deuxième fois', answer: { default: 'Vous avez raison.' } },
    { id: 'gesture', label: 'Je veux un geste', answer: { default: 'Voyons ce qui est juste.' } },
    {
      id: 'nobody',
      label: 'Pourquoi personne ne répond ?',
      answer: { default: 'Je suis là maintenant.' },
    },
  ],
});

export const versionOf = (more: Partial<ScriptVersion> = {}): ScriptVersion => ({
  id: complaint.id,
  version: complaint.version,
  brandId: 'kerdoual',
  name: complaint.name,
  locale: 'fr',
  direction: 'inbound',
  status: 'draft',
  revision: 3,
  writers: [eleonore.id],
  createdBy: eleonore.id,
  createdAt: at('2026-11-05T09:00:00'),
  savedBy: eleonore.id,
  savedAt: at('2026-11-05T11:48:02'),
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  publishedBy: null,
  publishedAt: null,
  validFrom: null,
  withdrawnBy: null,
  withdrawnAt: null,
  reason: null,
  said: false,
  openComments: 0,
  may: ['save', 'submit'],
  ...more,
});

export const saidVersion = versionOf({
  version: 7,
  status: 'published',
  said: true,
  publishedAt: at('2026-11-02T08:00:00'),
  validFrom: at('2026-11-02T08:00:00'),
  may: [],
});

/** What was said before: the objection is new, and one sentence was longer. */
export const before: Script = {
  ...complaint,
  version: 7,
  objections: complaint.objections.slice(0, 2),
  steps: complaint.steps.map((one) =>
    one.id === 'pied-neuf' ? { ...one, text: { default: 'Il part demain.' } } : one,
  ),
};

export const speechAnswers = {
  'speeches.versions': () => succeed({ versions: [versionOf(), saidVersion], writes: true }),
  'speeches.content': ({ version }: { readonly version: number }) =>
    succeed(version === 8 ? complaint : before),
  'speeches.measures': () => fail('hub-unreachable'),
  'speeches.save': ({ revision }: { readonly revision: number }) =>
    succeed(versionOf({ revision: revision + 1 })),
};

/** As large as a speech may be: questions whose answers part and meet again, one after the other. */
export const largeSpeech = (count: number): Script =>
  scriptSchema.parse({
    ...complaint,
    name: 'Grand discours',
    firstStep: 's0',
    objections: complaint.objections,
    steps: Array.from({ length: count }, (_, at) => {
      const last = at === count - 1;
      const to = (by: number) => `s${Math.min(at + by, count - 1)}`;
      const asks = at % 4 === 0 && !last;
      return {
        id: `s${at}`,
        title: `Étape ${at}`,
        text: {
          default: `Étape ${at} : je regarde {{order.label|votre commande}} avec vous, un instant.`,
        },
        ...(asks
          ? {
              choices: [1, 2, 3].map((by) => ({
                id: `c${by}`,
                label: `Réponse ${by}`,
                next: to(by),
              })),
            }
          : {}),
        ...(last ? { kind: 'end', dispositionCode: code } : asks ? {} : { next: to(4 - (at % 4)) }),
      };
    }),
  });
