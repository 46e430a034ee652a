/** What each figure of the centre means, in words, as it is told beside it. */
export const centreFigureNames = [
  'ready',
  'busy',
  'wrapUpState',
  'doNotDisturb',
  'pause',
  'signedIn',
  'occupancy',
  'handled',
  'talk',
  'hold',
  'wrapUp',
  'handling',
  'transfers',
  'repeats',
  'firstContactResolution',
  'pending',
  'inTime',
  'serviceLevel',
  'abandoned',
  'wait',
  'queueTalk',
  'conversion',
] as const;
export type CentreFigureName = (typeof centreFigureNames)[number];

type Words = { readonly fr: string; readonly en: string };

export const centreFigureWords: { readonly [name in CentreFigureName]: Words } = {
  ready: {
    fr: 'Disponible : prête à recevoir un appel.',
    en: 'Ready: a call can come.',
  },
  busy: {
    fr: 'En appel, sonnerie exclue, mises en garde comprises ; plusieurs appels à la fois ne comptent qu’une fois.',
    en: 'In calls, ringing apart, holds included; several calls at once count once.',
  },
  wrapUpState: {
    fr: 'Post-appel : à terminer une fiche, sans autre appel.',
    en: 'Wrap-up: finishing a contact, with no other call.',
  },
  doNotDisturb: {
    fr: 'Ne pas déranger : à son poste, aucun appel ne lui est présenté.',
    en: 'Do not disturb: at her desk, no call is put through.',
  },
  pause: {
    fr: 'En retrait, quel qu’en soit le motif.',
    en: 'At rest, for whichever reason.',
  },
  signedIn: {
    fr: 'De l’ouverture à la fermeture de session : somme des cinq états. Un état resté inchangé plus de 16 h (poste disparu) n’est pas compté.',
    en: 'From signing in to signing out: the five states together. A state unchanged for over 16 h (a desktop that is gone) does not count.',
  },
  occupancy: {
    fr: 'Taux d’occupation : (en appel + post-appel) ÷ (en appel + post-appel + disponible) (COPC).',
    en: 'Occupancy: (in calls + wrap-up) ÷ (in calls + wrap-up + ready) (COPC).',
  },
  handled: {
    fr: 'Appels répondus et terminés, reçus ou passés, au moment où ils ont sonné ; ni entraînement, ni appels entre collègues.',
    en: 'Calls that were answered and are over, in and out, by when they rang; neither practice nor calls between colleagues.',
  },
  talk: {
    fr: 'De la réponse au raccroché, mises en garde déduites, mesuré par le poste.',
    en: 'From the answer to the end, holds taken off, as the desktop measures it.',
  },
  hold: {
    fr: 'Durée des mises en garde de l’appel.',
    en: 'How long the call was on hold.',
  },
  wrapUp: {
    fr: 'De la fin de l’appel à la validation de la fiche, ou à la réponse à l’appel suivant.',
    en: 'From the end of the call until it is finished, or until the next one is answered.',
  },
  handling: {
    fr: 'DMT : (communication + garde + post-appel) ÷ appels traités (COPC). Deux appels à la fois comptent chacun leur durée.',
    en: 'AHT: (talk + hold + wrap-up) ÷ calls handled (COPC). Two calls at once count each for itself.',
  },
  transfers: {
    fr: 'Appels traités qui ont été passés à quelqu’un d’autre : directs, accompagnés, ou sans précision (anciens postes). La mise en parc n’en est pas un.',
    en: 'Calls handled that were handed on: without asking, after asking, or not said (older desktops). Parking is none.',
  },
  repeats: {
    fr: 'Réitérations : contacts d’un client connu qui suivent de moins de 7 jours un autre contact pour la même marque et le même dossier, quel que soit le canal, ÷ contacts reçus de clients connus.',
    en: 'Contacts of a known customer within 7 days of another about the same brand and case, on whichever channel, ÷ contacts of known customers that came in.',
  },
  firstContactResolution: {
    fr: 'Résolution au premier contact : premiers contacts sans autre contact du client (même marque, même dossier) ni rappel dans les 7 jours, et dont la qualification ne promet pas de rappel, ÷ premiers contacts de plus de 7 jours. Un appel passé à quelqu’un d’autre est jugé chez qui l’a reçu.',
    en: 'First-contact resolution: first contacts after which the customer was not in touch nor called back for 7 days (same brand and case), and whose qualification promises no call, ÷ first contacts older than 7 days. Who was handed a call answers for it.',
  },
  pending: {
    fr: 'Premiers contacts de moins de 7 jours : on ne sait pas encore.',
    en: 'First contacts of less than 7 days ago: not known yet.',
  },
  inTime: {
    fr: 'Part des appels pris dans les files qui l’ont été dans la cible de la file (20 s par défaut). Les appels que personne n’a pris ne sont à personne : voir le taux de prise de la file.',
    en: 'Of the calls taken from queues, those taken within the queue’s target (20 s unless set). Calls that nobody took are nobody’s: see the queue’s service level.',
  },
  serviceLevel: {
    fr: 'Taux de prise, du commutateur, toutes équipes : appels pris à temps ÷ (appels entrés − abandons courts − fins inconnues).',
    en: 'Service level, of the switch, all teams: calls taken in time ÷ (calls that entered − short abandoned ones − unknown ends).',
  },
  abandoned: {
    fr: 'Appelants qui ont raccroché en attendant, hors abandons courts ; du commutateur, toutes équipes.',
    en: 'Callers who hung up while they waited, short ones apart; of the switch, all teams.',
  },
  wait: {
    fr: 'Attente moyenne des appels pris, en secondes du commutateur, toutes équipes.',
    en: 'Average wait of the calls taken, in the switch’s seconds, all teams.',
  },
  queueTalk: {
    fr: 'Communication et garde des appels de files selon les postes, à côté du journal du commutateur. Un appel repris par un responsable y compte chez qui l’a pris ; ici chacun compte ce qu’il a parlé, et la somme est la même.',
    en: 'Talk and hold of calls from queues as desktops tell them, beside the switch’s log. There a call that a lead took over counts with whoever took it first; here each counts what she talked, and together they are the same.',
  },
  conversion: {
    fr: 'Campagnes : appels aboutis terminés par l’objectif ÷ appels aboutis, comme dans « Appels et campagnes ».',
    en: 'Campaigns: calls that reached somebody and ended with the goal ÷ calls that reached somebody, as in the figures of campaigns.',
  },
};
