import { differenceOf } from '@shared/domain/script/difference/difference.ts';
import { sayChange } from '@shared/domain/script/difference/say.ts';
import { wordsOfScript } from '@shared/domain/script/editing/answer-words.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { describe, expect, it } from 'vitest';
import { before, complaint } from '../../../component/support/speeches.ts';

const told = (was: Script, is: Script, language: 'fr' | 'en' = 'fr') =>
  differenceOf(was, is).map((change) =>
    `${change.where}: ${sayChange(change, language, wordsOfScript(is))}`.replaceAll('\u00a0', ' '),
  );
const withStep = (id: string, more: Partial<Script['steps'][number]>): Script => ({
  ...complaint,
  steps: complaint.steps.map((step) => (step.id === id ? { ...step, ...more } : step)),
});

describe('what is another between two versions', () => {
  it('[EDIT-17] nothing is another in the same speech', () => {
    expect(differenceOf(complaint, structuredClone(complaint))).toEqual([]);
  });

  it('[EDIT-17] words and objections are told in French and in English', () => {
    expect(told(before, complaint)).toEqual([
      'Pied neuf: disait « Il part demain. », dit « Il part aujourd’hui de notre atelier. »',
      'Pourquoi personne ne répond ?: objection ajoutée',
    ]);
    expect(told(before, complaint, 'en')).toEqual([
      'Pied neuf: said “Il part demain.”, says “Il part aujourd’hui de notre atelier.”',
      'Pourquoi personne ne répond ?: objection added',
    ]);
  });

  const { choices } = complaint.steps.find(({ id }) => id === 'solution') ??
    complaint.steps[0] ?? { choices: [] };
  it.each<[string, Script, string]>([
    ['a step', { ...complaint, steps: complaint.steps.slice(0, -1) }, 'Clôture: étape supprimée'],
    [
      'what is at hand',
      withStep('sav', { articles: ['a1'] }),
      'SAV niveau 2: les savoirs à portée ont changé',
    ],
    [
      'advice',
      withStep('sav', { advice: 'Lentement' }),
      'SAV niveau 2: conseil à la conseillère : « Lentement »',
    ],
    [
      'where it leads',
      withStep('sav', { next: 'rappel' }),
      'SAV niveau 2: la suite menait à rien, mène à « Rappel promis »',
    ],
    [
      'where an answer leads',
      withStep('solution', {
        choices: choices.map((one) => (one.id === 'foot' ? { ...one, next: 'echange' } : one)),
      }),
      'Solution: « Pied neuf » menait à « Pied neuf », mène à « Échange »',
    ],
    [
      'an answer',
      withStep('solution', { choices: choices.slice(0, 3) }),
      'Solution: réponse supprimée : « Elle réfléchit »',
    ],
    [
      'a condition',
      withStep('solution', {
        routes: [{ if: 'customer.vip and answer.solution = "foot"', next: 'cloture' }],
      }),
      'Solution: nouvelle condition : si la cliente est VIP et la réponse à « Solution » est « Pied neuf »',
    ],
    [
      'a passage',
      withStep('accueil', { passages: ['recording'] }),
      'Accueil: passages obligatoires : aucun → recording',
    ],
    [
      'a title',
      withStep('accueil', { title: 'Bonjour' }),
      'Bonjour: s’appelait « Accueil », s’appelle « Bonjour »',
    ],
    [
      'the head',
      { ...complaint, purpose: 'commercial' },
      'Réclamation livraison: a changé : l’objet, service ou vente',
    ],
    [
      'the order',
      { ...complaint, steps: [...complaint.steps].reverse() },
      'Réclamation livraison: l’ordre des étapes a changé',
    ],
  ])('[EDIT-17] %s', (_what, after, sentence) => {
    expect(told(complaint, after)).toContain(sentence);
  });
});
