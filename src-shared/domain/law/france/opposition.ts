/** Who has opposed commercial calls is not called any more: at once, for ever, at home and at work. */
import { wordsOf } from '../../identity/fold.ts';
import { readMoment } from '../moment.ts';
import { forEver, type Rule } from '../rule.ts';

const otherChannel =
  /\b(?:e ?mails?|mails?|mailings?|courriels?|newsletters?|sms|texto\w*|text messages?|post|postal\w*|courriers?|letters?|lettres?|fax\w*|push|whatsapp|chat|web\w*|social)\b/;
const telephone =
  /\b(?:tele\w*|phon\w*|tel|calls?|calling|appels?|voice|voca\w*|all|any|every\w*|tous|toutes|tout|global\w*|general\w*)\b/;

const saysTelephone = (text: string): boolean => telephone.test(wordsOf(text).join(' '));

/**
 * Only what plainly is about another channel leaves the telephone out. `channel` may be the one that she
 * wants closed or the one on which she said so: a scope that reaches the telephone counts in any event.
 */
const leavesTelephoneOut = (channel: string | undefined, scope: string | undefined): boolean =>
  channel !== undefined &&
  scope !== undefined &&
  otherChannel.test(wordsOf(channel).join(' ')) &&
  !saysTelephone(channel) &&
  !saysTelephone(scope);

export const opposition: Rule = {
  id: 'opposition',
  article: 'RGPD art. 21 ; L221-16',
  source:
    'Règlement (UE) 2016/679, art. 21 § 2 et 3 ; Code de la consommation, art. L221-16 (loi n° 2025-594)',
  fromMs: null,
  untilMs: null,
  check: ({ facts, zone }, atMs) => {
    if (facts.callKind === 'service' || facts.opposition === null) return null;
    if (facts.opposition === undefined) return forEver('opposition-unknown');
    const { at, channel, scope } = facts.opposition;
    if (leavesTelephoneOut(channel, scope)) return null;
    const moment = readMoment(at, zone);
    if (moment === null) return forEver('opposition-undated');
    return atMs < moment.earliestMs ? null : forEver('opposed');
  },
};
