/** All speeches of the demo brands, each in French and English. */
import type { Script } from '../script.ts';
import { kerdoualCart } from './kerdoual-cart.ts';
import { kerdoualComplaint } from './kerdoual-complaint.ts';
import { kerdoualGeneral } from './kerdoual-general.ts';
import { kerdoualOutbound } from './kerdoual-outbound.ts';
import { lorvaneFlight } from './lorvane-flight.ts';
import { lorvaneGeneral } from './lorvane-general.ts';
import { lorvaneOutbound } from './lorvane-outbound.ts';
import { solvenneContract } from './solvenne-contract.ts';
import { solvenneGeneral } from './solvenne-general.ts';
import { solvenneOutbound } from './solvenne-outbound.ts';

export const demoScripts: readonly Script[] = [
  kerdoualComplaint,
  kerdoualGeneral,
  kerdoualOutbound,
  kerdoualCart,
  solvenneContract,
  solvenneGeneral,
  solvenneOutbound,
  lorvaneFlight,
  lorvaneGeneral,
  lorvaneOutbound,
];
