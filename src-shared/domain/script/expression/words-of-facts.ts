/** How each fact is called in a condition that is read out; a fact without words does not compile. */
import { type FactName, factNameSchema } from '../facts.ts';
import type { ExpressionWords, NameWords } from './words.ts';

const said = (fr: string, en: string) => ({ fr, en });

const factWords: { readonly [name in FactName]: NameWords } = {
  'customer.formalName': { noun: said('le nom de la cliente', 'the customer’s name') },
  'customer.firstName': { noun: said('son prénom', 'the customer’s first name') },
  'customer.lastName': { noun: said('son nom', 'the customer’s last name') },
  'customer.companyName': { noun: said('son entreprise', 'the customer’s company') },
  'customer.kind': {
    noun: said('la nature de la cliente', 'the kind of customer'),
    values: {
      person: said('une personne', 'a person'),
      company: said('une entreprise', 'a company'),
    },
  },
  'customer.commune': { noun: said('sa commune', 'the customer’s town') },
  'customer.postcode': { noun: said('son code postal', 'the customer’s postcode') },
  'customer.department': { noun: said('son département', 'the customer’s department') },
  'customer.email': { noun: said('son adresse e-mail', 'the customer’s e-mail address') },
  'customer.language': {
    noun: said('sa langue', 'the customer’s language'),
    values: { fr: said('le français', 'French'), en: said('l’anglais', 'English') },
  },
  'customer.since': {
    noun: said(
      'l’année depuis laquelle elle est cliente',
      'the year since which she is a customer',
    ),
  },
  'customer.vip': {
    noun: said('cliente VIP', 'VIP customer'),
    yes: said('la cliente est VIP', 'the customer is a VIP'),
    no: said('la cliente n’est pas VIP', 'the customer is not a VIP'),
  },
  'customer.segment': {
    noun: said('son segment', 'the customer’s segment'),
    values: {
      new: said('nouvelle', 'new'),
      standard: said('courante', 'standard'),
      loyal: said('fidèle', 'loyal'),
      premium: said('premium', 'premium'),
    },
  },
  'customer.relationMode': {
    noun: said('sa relation à la marque', 'her relation to the brand'),
    values: {
      expert: said('experte', 'expert'),
      'brand-led': said('portée par la marque', 'led by the brand'),
      neutral: said('neutre', 'neutral'),
    },
  },
  'customer.value': { noun: said('ce qu’elle achète en un an (€)', 'what she buys in a year (€)') },
  'customer.openCases': {
    noun: said('le nombre de ses dossiers ouverts', 'the number of her open cases'),
  },
  'brand.id': { noun: said('le code de la marque', 'the brand’s code') },
  'brand.name': { noun: said('la marque', 'the brand') },
  'advisor.fullName': { noun: said('le nom de la conseillère', 'the advisor’s name') },
  'advisor.firstName': { noun: said('le prénom de la conseillère', 'the advisor’s first name') },
  'case.reference': { noun: said('la référence du dossier', 'the case reference') },
  'case.title': { noun: said('l’objet du dossier', 'the subject of the case') },
  'case.kind': {
    noun: said('la nature du dossier', 'the kind of case'),
    values: {
      complaint: said('une réclamation', 'a complaint'),
      order: said('une commande', 'an order'),
      request: said('une demande', 'a request'),
      contract: said('un contrat', 'a contract'),
    },
  },
  'case.opened': { noun: said('l’ouverture du dossier', 'the opening of the case') },
  'order.label': { noun: said('la commande', 'the order') },
  'order.number': { noun: said('le numéro de commande', 'the order number') },
  'order.date': { noun: said('la date de la commande', 'the date of the order') },
  'call.direction': {
    noun: said('le sens de l’appel', 'the direction of the call'),
    values: { inbound: said('reçu', 'received'), outbound: said('émis', 'made') },
  },
  'call.numberCalled': { noun: said('le numéro appelé', 'the number called') },
  'call.queue': { noun: said('la file de l’appel', 'the queue of the call') },
  'call.reason': { noun: said('le motif de l’appel', 'the reason of the call') },
  'call.campaign': { noun: said('la campagne de l’appel', 'the campaign of the call') },
  'call.waited': { noun: said('l’attente avant la réponse (s)', 'the wait before the answer (s)') },
  'time.today': { noun: said('la date du jour', 'today’s date') },
  'time.hour': { noun: said('l’heure', 'the hour') },
  'time.weekday': {
    noun: said('le jour de la semaine', 'the day of the week'),
    values: {
      monday: said('lundi', 'Monday'),
      tuesday: said('mardi', 'Tuesday'),
      wednesday: said('mercredi', 'Wednesday'),
      thursday: said('jeudi', 'Thursday'),
      friday: said('vendredi', 'Friday'),
      saturday: said('samedi', 'Saturday'),
      sunday: said('dimanche', 'Sunday'),
    },
  },
};

/** The words of the facts; the answers of a script bring their own. */
export const wordsOfFacts: ExpressionWords = (name) => {
  const known = factNameSchema.safeParse(name);
  return known.success ? factWords[known.data] : undefined;
};
