/** How many signs and how many SMS a text is, in the alphabet that it needs (3GPP TS 23.038). */
import { SegmentedMessage } from 'sms-segments-calculator';

export type SmsLength = {
  readonly signs: number;
  readonly segments: number;
  /** Signs of an SMS of this alphabet that is not the only one. */
  readonly alphabet: 'gsm-7' | 'ucs-2';
  /** What keeps it out of the short alphabet, each sign once. */
  readonly wide: readonly string[];
};

export const smsLength = (text: string): SmsLength => {
  const counted = new SegmentedMessage(text);
  const wide = [...new Set(counted.getNonGsmCharacters())];
  return {
    signs: counted.numberOfCharacters,
    segments: text === '' ? 0 : counted.segmentsCount,
    alphabet: counted.encodingName === 'GSM-7' ? 'gsm-7' : 'ucs-2',
    wide,
  };
};
