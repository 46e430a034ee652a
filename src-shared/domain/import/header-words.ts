/** How headers of files say what their column is, in French and English, without accents and case. */
import type { ImportField } from './field.ts';

/** Words apart by spaces, alternatives by commas; the order of fields settles what fits two. */
export const headerWords: { readonly [field in ImportField]: string } = {
  reference:
    'reference, ref, reference client, ref client, id client, identifiant client, numero client, n client, num client, code client, no client, customer reference, customer id, customer number, client id, external id, id externe, id, identifiant',
  kind: 'type, type client, type de client, nature, kind, customer type, customer kind',
  civility:
    'civilite, civ, titre civilite, genre, sexe, civility, title salutation, salutation, gender, mr mme',
  lastName:
    'nom, nom de famille, nom client, nom usuel, nom naissance, last name, lastname, surname, family name, name, nom du client, patronyme',
  firstName: 'prenom, prenoms, first name, firstname, given name, forename, prenom client',
  companyName:
    'societe, raison sociale, entreprise, nom entreprise, nom societe, enseigne, denomination, company, company name, organisation, organization, business name',
  registration:
    'siret, siren, n siret, n siren, numero siret, numero siren, registration, company number',
  birthDate:
    'date de naissance, date naissance, naissance, ne le, nee le, ddn, birth date, birthdate, date of birth, dob, birthday',
  language: 'langue, language, lang, code langue',
  phone1:
    'telephone, tel, phone, telephone 1, tel 1, phone 1, phone number, numero, numero de telephone, num tel, n tel, n telephone, no tel, mobile, portable, tel mobile, telephone mobile, tel portable, telephone portable, gsm, mobile phone, cell, cell phone, tel principal, telephone principal',
  phone2:
    'telephone 2, tel 2, phone 2, fixe, tel fixe, telephone fixe, domicile, tel domicile, telephone domicile, home phone, landline, autre telephone, autre tel, tel secondaire',
  phone3:
    'telephone 3, tel 3, phone 3, tel bureau, telephone bureau, tel pro, telephone professionnel, work phone, tel travail',
  email1:
    'email, e mail, mail, courriel, adresse mail, adresse email, adresse e mail, email 1, mail 1, email address, adresse electronique, mel',
  email2: 'email 2, mail 2, e mail 2, autre email, autre mail, second email',
  addressLine1:
    'adresse, adresse 1, adresse ligne 1, rue, voie, ligne 1, adr, adr 1, adresse postale, address, address 1, address line 1, street, n et voie, numero et voie',
  addressLine2:
    'adresse 2, adresse ligne 2, complement, complement adresse, complement d adresse, ligne 2, adr 2, address 2, address line 2',
  addressLine3: 'adresse 3, adresse ligne 3, ligne 3, lieu dit, adr 3, address 3, address line 3',
  postcode:
    'code postal, cp, codepostal, c postal, postal code, postcode, zip, zip code, post code',
  commune: 'ville, commune, localite, city, town, bureau distributeur',
  country: 'pays, country, code pays, country code',
  since:
    'client depuis, date client, depuis, date entree, date creation, customer since, since, created, date d entree',
  segment: 'segment, segmentation, classe client, customer segment',
  value12Months:
    'ca, ca 12 mois, chiffre d affaires, montant 12 mois, montant annuel, value, value 12 months, revenue, turnover, ca annuel, valeur 12 mois',
  vip: 'vip, client vip, prioritaire',
  score:
    'score, score d etude, score appetence, appetence, score etude, probabilite, propension, propensity, study score',
  consentDate:
    'date consent, date consentement, date du consentement, date accord, date d accord, date opt in, date optin, optin date, consent date, consented at, opt in date, date de consentement, date recueil, date opposition, date',
  consentChannel:
    'canal consent, canal consentement, canal accord, consent channel, canal, channel, media, canal de consentement',
  consentStatus:
    'consentement, accord, statut consentement, statut accord, optin, opt in, consent, consent status, statut, status, decision, opposition',
  consentPurpose:
    'finalite, finalite consentement, finalite accord, objet, objet consentement, purpose, consent purpose, usage',
  consentUntil:
    'fin consentement, date fin consentement, valable jusqu au, expire le, expiration, until, consent until, valid until, expires',
  consentProof:
    'preuve, preuve consentement, preuve accord, support, source consentement, origine consentement, proof, consent proof, evidence, consent source, lieu de recueil',
  consentText:
    'texte lu, texte consentement, texte accord, texte presente, mention, mention legale, consent text, wording, text read',
  interactionReference:
    'reference interaction, id interaction, ref interaction, numero interaction, reference contact, id contact, ref contact, numero contact, reference echange, id echange, interaction id, interaction reference, contact id, ticket, numero ticket, ticket id, id ticket, n ticket, source id, id source, id externe, external id',
  startedAt:
    'date, date heure, date et heure, date debut, debut, date contact, date interaction, date appel, date echange, horodatage, started at, start, start date, timestamp, datetime, date time, occurred at, happened at, when',
  startedTime: 'heure, heure debut, heure appel, heure contact, time, start time, hour',
  endedAt: 'fin, date fin, date heure fin, ended at, end, end date, end time, heure fin',
  zone: 'fuseau, fuseau horaire, zone, timezone, time zone, tz',
  channel: 'canal, channel, media, type contact, moyen, type de contact, contact type',
  direction: 'sens, direction, entrant sortant, sens appel, in out',
  outcome: 'resultat, issue, statut, outcome, result, status, etat',
  title: 'objet, titre, sujet, title, subject, intitule, libelle',
  summary:
    'resume, commentaire, note, notes, description, detail, compte rendu, summary, comment, comments, remarque',
  customerWords: 'message, verbatim, texte, mots du client, customer words, body, contenu, paroles',
  reasonCode: 'motif, code motif, reason, reason code, raison',
};
