/** What the open page says, in both languages of its visitors. */
import type { ArticleLanguage } from '@shared/domain/article/article.ts';

const fr = {
  title: 'Aide',
  search: 'Votre question',
  find: 'Chercher',
  found: (count: number) => (count === 1 ? '1 réponse' : `${count} réponses`),
  none: 'Nous n’avons pas encore de réponse à cette question. Elle est transmise à la marque.',
  often: 'Les réponses',
  empty: 'Les réponses de la marque arriveront ici.',
  back: 'Toutes les réponses',
  checked: 'Vérifié le',
  didItHelp: 'Cela vous a-t-il aidé ?',
  yes: 'Oui',
  no: 'Non',
  thanks: 'Merci, c’est noté.',
  sorry: 'Merci de nous le dire.',
  contact: 'J’ai encore besoin de vous joindre',
  contactTitle: 'Nous joindre',
  noNumber: 'Cette marque ne publie pas de numéro.',
  privacy:
    'Cette page ne garde ni cookie ni adresse. Une recherche sans réponse est transmise à la marque, sans nom, numéro ni adresse.',
  missing: 'Cette page n’existe pas ou n’existe plus.',
  tooMany: 'Trop de demandes d’un coup : réessayez dans une minute.',
  failed: 'La page ne répond pas : réessayez dans un moment.',
  other: 'English',
};

const en: typeof fr = {
  title: 'Help',
  search: 'Your question',
  find: 'Search',
  found: (count: number) => (count === 1 ? '1 answer' : `${count} answers`),
  none: 'We have no answer to this question yet. It is passed on to the brand.',
  often: 'The answers',
  empty: 'The brand’s answers will come here.',
  back: 'All answers',
  checked: 'Checked on',
  didItHelp: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you, it is noted.',
  sorry: 'Thank you for telling us.',
  contact: 'I still need to contact you',
  contactTitle: 'Contact us',
  noNumber: 'This brand publishes no number.',
  privacy:
    'This page keeps no cookie and no address. A search without an answer is passed on to the brand, without names, numbers or addresses.',
  missing: 'This page does not exist, or not any more.',
  tooMany: 'Too many requests at once: please try again in a minute.',
  failed: 'The page does not answer: please try again in a moment.',
  other: 'Français',
};

export const helpWords: { readonly [language in ArticleLanguage]: typeof fr } = { fr, en };
