/** Words that stand for a choice, in French and English: yes and no, civility, channel, result. */
import type { BrandRelation, Consent, Customer } from '../../customer/customer.ts';
import { wordsOf } from '../../identity/fold.ts';
import type { Channel, Direction } from '../../interaction/channel.ts';
import type { Outcome } from '../../interaction/interaction.ts';
import { type Read, refused, took } from '../problem.ts';

type Choices<T extends string> = { readonly [value in T]: string };

/** Reads one of the choices; null of an empty cell. */
const reader = <T extends string>(choices: Choices<T>): ((raw: string) => Read<T | null>) => {
  const known = new Map<string, T>();
  for (const [value, words] of Object.entries(choices) as [T, string][]) {
    for (const word of [value, ...words.split(', ')]) {
      const folded = wordsOf(word).join(' ');
      if (folded !== '' && !known.has(folded)) known.set(folded, value);
    }
  }
  return (raw) => {
    const folded = wordsOf(raw).join(' ');
    if (folded === '') return took(null);
    const value = known.get(folded);
    return value === undefined ? refused('word-unknown', { kind: 'clear' }) : took(value);
  };
};

export const readYesNo = reader<'yes' | 'no'>({
  yes: 'oui, o, y, 1, vrai, true, x, ok, v',
  no: 'non, n, 0, faux, false',
});

export const readCivility = reader<Customer['civility']>({
  mme: 'madame, mlle, mademoiselle, melle, mrs, ms, miss, f, femme, female, mmes, 2',
  m: 'monsieur, mr, mister, h, homme, male, masculin, messieurs, 1',
  none: 'aucune, non precise, nc, autre, sans',
});

export const readKind = reader<Customer['kind']>({
  person: 'particulier, personne, physique, personne physique, b2c, individual, consumer, part',
  company:
    'entreprise, societe, professionnel, pro, personne morale, morale, b2b, business, organisation, ent',
});

export const readLanguage = reader<Customer['language']>({
  fr: 'francais, french, fra, fre, francaise, fr fr',
  en: 'anglais, english, eng, ang, en gb, en us',
});

export const readSegment = reader<BrandRelation['segment']>({
  new: 'nouveau, nouvelle, prospect',
  standard: 'normal, courant, classique',
  loyal: 'fidele, regulier',
  premium: 'vip, or, gold, platine',
});

export const readConsentStatus = reader<Consent['status']>({
  given:
    'accord, accorde, donne, oui, o, 1, optin, opt in, consent, consenti, accepte, vrai, true, yes, y, granted, accepted, x',
  limited: 'limite, partiel, restreint, partial',
  opposed:
    'oppose, opposition, opposee, refus, refuse, non, n, 0, optout, opt out, retire, retrait, faux, false, no, withdrawn, denied, stop, revoked',
});

export const readChannel = reader<Channel>({
  phone: 'telephone, tel, appel, appel telephonique, call, voix, voice, mobile, telephonie',
  email: 'e mail, mail, courriel',
  sms: 'texto, text message',
  form: 'formulaire, formulaire web, web form',
  chat: 'tchat, live chat, messagerie instantanee, web chat',
  post: 'courrier, lettre, poste, postal, mailing, letter, courrier postal',
  counter: 'guichet, agence, accueil',
  store: 'magasin, boutique, shop, point de vente',
  social: 'reseaux sociaux, reseau social, facebook, instagram, twitter, x, social media',
  representative: 'commercial, representant, vrp, visite, sales, rendez vous, technicien',
  web: 'site, site web, site internet, internet, website',
  app: 'application, appli, application mobile, mobile app',
  catalogue: 'catalog, vpc',
});

export const readDirection = reader<Direction>({
  inbound: 'entrant, entrante, entree, recu, in, incoming, e',
  outbound: 'sortant, sortante, sortie, emis, out, outgoing, s',
});

export const readOutcome = reader<Outcome>({
  answered: 'repondu, decroche, abouti, traite, traitee, pris, reussi',
  missed: 'manque, manquee, perdu',
  abandoned: 'abandonne, abandon',
  refused: 'refuse, rejete, rejected',
  failed: 'echec, echoue, erreur, error',
  busy: 'occupe',
  'no-answer': 'sans reponse, pas de reponse, non repondu, nrp, injoignable',
  'answered-elsewhere': 'repondu ailleurs',
  done: 'fait, termine, terminee, clos, close, closed, resolu, ok, envoye, sent, completed, ferme',
  unanswered: 'sans suite, en attente, ouvert, open, pending, non traite',
  undelivered: 'non remis, npai, bounce, non delivre, non distribue',
});
