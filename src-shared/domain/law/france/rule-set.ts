/** The French rules in their order of precedence: what holds for ever first, what ends soonest last. */
import type { RuleSet } from '../rule.ts';
import { bloctel } from './bloctel.ts';
import { consent } from './consent.ts';
import { consentExpired } from './consent-expired.ts';
import { controlGroup } from './control-group.ts';
import { holiday } from './holiday.ts';
import { hours } from './hours.ts';
import { opposition } from './opposition.ts';
import { presentedNumber } from './presented-number.ts';
import { pressure } from './pressure.ts';
import { refusalSilence } from './refusal-silence.ts';
import { zoneOf } from './territories.ts';

export const frenchLaw: RuleSet = {
  country: 'FR',
  zoneOf,
  rules: [
    opposition,
    controlGroup,
    bloctel,
    consent,
    consentExpired,
    presentedNumber,
    refusalSilence,
    pressure,
    holiday,
    hours,
  ],
};
