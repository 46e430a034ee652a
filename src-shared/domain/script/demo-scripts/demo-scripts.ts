/** All speeches of the demo brands. */
import type { Script } from '../script.ts';
import { kerdoualComplaint } from './kerdoual-complaint.ts';
import { kerdoualComplaintEnglish } from './kerdoual-complaint-en.ts';
import { kerdoualGeneral } from './kerdoual-general.ts';
import { kerdoualOutbound } from './kerdoual-outbound.ts';
import { lorvaneFlight, lorvaneFlightEnglish } from './lorvane-flight.ts';
import { lorvaneGeneral } from './lorvane-general.ts';
import { lorvaneOutbound } from './lorvane-outbound.ts';
import { solvenneContract } from './solvenne-contract.ts';
import { solvenneGeneral, solvenneGeneralEnglish } from './solvenne-general.ts';
import { solvenneOutbound } from './solvenne-outbound.ts';

export const demoScripts: readonly Script[] = [
  kerdoualComplaint,
  kerdoualComplaintEnglish,
  kerdoualGeneral,
  kerdoualOutbound,
  solvenneContract,
  solvenneGeneral,
  solvenneGeneralEnglish,
  solvenneOutbound,
  lorvaneFlight,
  lorvaneFlightEnglish,
  lorvaneGeneral,
  lorvaneOutbound,
];
