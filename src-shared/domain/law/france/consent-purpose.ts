/**
 * Whether a purpose, as forms word it in French or English, covers commercial calls by telephone. It must
 * say so: another channel, another matter or a word nobody knows does not.
 */
import { wordsOf } from '../../identity/fold.ts';

const selling =
  /\b(?:commerci\w*|prospec\w*|demarch\w*|telemarket\w*|market\w*|offers?|offres?|sales?|selling|ventes?|promo\w*|publicit\w*|advert\w*|products?|produits?|sollicit\w*|solicit\w*|canvass\w*)\b/;
const telephone =
  /\b(?:tele(?:phon\w*|sale\w*|vente\w*|prospec\w*|market\w*)|phon\w*|tel|calls?|calling|appels?|appele\w*|voice|voca\w*)\b/;
const otherChannel =
  /\b(?:e ?mails?|mails?|mailings?|courriels?|newsletters?|sms|texto\w*|text messages?|post|postal\w*|courriers?|letters?|lettres?|fax\w*|push|whatsapp|chat)\b/;
const otherMatter =
  /\b(?:surveys?|enquetes?|sondages?|satisfaction|deliver\w*|livraisons?|services?|support|assistance|statisti\w*|recruit\w*|recrut\w*|invoic\w*|factur\w*|research|etudes?|appointments?|rendez vous|callbacks?|call back|rappels?|rappele\w*|training|formation|quality|qualite|securit\w*)\b/;
const denial =
  /\b(?:no|not|non|never|aucune?|sans|pas|jamais|refus\w*|oppos\w*|except|sauf|recalls?|without|unknown|inconnu\w*)\b/;

/** "After-sales" sells nothing. */
const afterSales = /\b(?:after ?sales?|apres ventes?|sav)\b/g;

export const coversCommercialCalls = (purpose: string | undefined): boolean => {
  const said = wordsOf(purpose ?? '')
    .join(' ')
    .replaceAll(afterSales, 'service');
  if (denial.test(said)) return false;
  const sells = selling.test(said);
  const calls = telephone.test(said);
  if (!sells && !calls) return false;
  if (otherChannel.test(said) && !calls) return false;
  return sells || !otherMatter.test(said);
};
