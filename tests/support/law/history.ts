import { slowInstant, slowWall } from './slow-clock.ts';

/** A random life of a call: its facts are well-formed, apart from what is taken out on purpose. */
export type History = {
  callKind: string | undefined;
  dialling: string | undefined;
  professional: string | undefined;
  consumer: {
    kind: string | undefined;
    territory: string | undefined;
    postcode: string | undefined;
    timeZone: string | undefined;
  };
  consent:
    | {
        givenAt: string | undefined;
        by: string;
        professional: string;
        purpose: string;
        proof: string | null;
        revokedAt: string | null | undefined;
        renewal: string;
        outsideHours: boolean | undefined;
      }
    | null
    | undefined;
  runningContract:
    | { since: string; until: string | null; offerRelated: boolean; professional: string }
    | null
    | undefined;
  attempts: { at: string; campaign: string; answered: boolean }[] | undefined;
  refusals:
    | { at: string; inCall: boolean | undefined; professional: string; campaign: string }[]
    | undefined;
  opposition: { at: string; channel: string; scope: string } | null | undefined;
  presentedNumber: { number: string; hidden: boolean | undefined } | undefined;
  controlGroup: boolean | undefined;
  bloctel: boolean | undefined;
};

/** mulberry32: small, good enough, and the same on every machine. */
export const chanceOf = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
type Chance = () => number;

export const places: readonly (readonly [territory: string, zone: string, postcode: string])[] = [
  ['metropole', 'Europe/Paris', '75011'],
  ['metropole', 'Europe/Paris', '67000'],
  ['metropole', 'Europe/Paris', '29200'],
  ['guadeloupe', 'America/Guadeloupe', '97110'],
  ['martinique', 'America/Martinique', '97200'],
  ['guyane', 'America/Cayenne', '97300'],
  ['reunion', 'Indian/Reunion', '97400'],
  ['mayotte', 'Indian/Mayotte', '97600'],
  ['saint-pierre-et-miquelon', 'America/Miquelon', '97500'],
  ['saint-barthelemy', 'America/St_Barthelemy', '97133'],
  ['saint-martin', 'America/Marigot', '97150'],
  ['nouvelle-caledonie', 'Pacific/Noumea', '98800'],
  ['polynesie', 'Pacific/Tahiti', '98713'],
  ['polynesie', 'Pacific/Marquesas', '98742'],
  ['polynesie', 'Pacific/Gambier', '98755'],
  ['wallis-et-futuna', 'Pacific/Wallis', '98600'],
];

/** Numbers, and what may present them. */
export const slowNumbers: Readonly<Record<string, 'both' | 'hand' | 'none'>> = {
  '0162001122': 'both',
  '+33378112233': 'both',
  '+590 9475 11223': 'both',
  '0948112233': 'both',
  '01 99 00 41 10': 'hand',
  '0975112233': 'hand',
  '+33805112233': 'hand',
  '0639980001': 'none',
  '+262692112233': 'none',
  '0899112233': 'none',
  '3639': 'none',
  '+41 22 555 11 22': 'none',
};

const walls = ['09:59:59', '10:00:00', '12:59:59', '13:00:00', '14:00:00', '19:59:59', '20:00:00'];
// Holidays, changes of the clock, new law, leap days.
const days = [
  '12-25',
  '05-08',
  '05-27',
  '06-29',
  '11-20',
  '03-28',
  '03-29',
  '10-25',
  '08-10',
  '08-11',
  '02-28',
  '02-29',
  '11-01',
  '04-03',
];

/** @param near how often a named day and hour is taken instead of any */
const instantNear = (chance: Chance, zone: string, near: number): number => {
  const any = Date.parse('2025-06-01T00:00:00Z') + Math.floor(chance() * 1600 * 86_400) * 1000;
  if (chance() > near) return any;
  const wall = slowWall(any, zone);
  const day = chance() < 0.4 ? `${wall.slice(0, 5)}${pick(chance, days)}` : wall.slice(0, 10);
  const real = new Date(`${day}T00:00:00Z`);
  const valid = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(day);
  return slowInstant(`${valid ? day : wall.slice(0, 10)} ${pick(chance, walls)}`, zone);
};

const pick = <T>(chance: Chance, list: readonly T[]): T => {
  const found = list[Math.floor(chance() * list.length)];
  if (found === undefined) throw new Error('picked from nothing');
  return found;
};

const iso = (ms: number): string => new Date(ms).toISOString();
const daysBefore = (chance: Chance, atMs: number, most: number): number =>
  atMs - Math.floor(chance() * most * 86_400) * 1000;

const consentOf = (chance: Chance, atMs: number): History['consent'] => {
  if (chance() < 0.15) return null;
  const givenMs = daysBefore(chance, atMs, 420) + (chance() < 0.1 ? 20 * 86_400_000 : 0);
  return {
    givenAt: iso(givenMs),
    by: chance() < 0.97 ? 'consumer' : 'a neighbour',
    professional: chance() < 0.97 ? 'Kerdoual' : 'Lorvane',
    purpose: chance() < 0.97 ? 'prospection commerciale par téléphone' : 'newsletter',
    proof: chance() < 0.97 ? 'form 12' : null,
    revokedAt: chance() < 0.9 ? null : iso(daysBefore(chance, atMs, 60) + 15 * 86_400_000),
    renewal: chance() < 0.5 ? 'none' : 'tacit',
    outsideHours: chance() < 0.15,
  };
};

const contractOf = (chance: Chance, atMs: number): History['runningContract'] =>
  chance() < 0.75
    ? null
    : {
        since: iso(daysBefore(chance, atMs, 900) + 30 * 86_400_000),
        until: chance() < 0.6 ? null : iso(daysBefore(chance, atMs, 300) + 150 * 86_400_000),
        offerRelated: chance() < 0.85,
        professional: chance() < 0.9 ? 'Kerdoual' : 'Lorvane',
      };

const eventsOf = (chance: Chance, atMs: number) => ({
  attempts: Array.from({ length: Math.floor(chance() * 7) }, () => ({
    at: iso(daysBefore(chance, atMs, 45) + (chance() < 0.05 ? 10 * 86_400_000 : 0)),
    campaign: pick(chance, ['a', 'b']),
    answered: chance() < 0.5,
  })),
  refusals: Array.from({ length: Math.floor(chance() * 1.6) }, () => ({
    at: iso(daysBefore(chance, atMs, 90) + (chance() < 0.05 ? 10 * 86_400_000 : 0)),
    inCall: chance() < 0.7,
    professional: chance() < 0.8 ? 'Kerdoual' : 'Lorvane',
    campaign: 'a',
  })),
});

const oppositionOf = (chance: Chance, atMs: number): History['opposition'] =>
  chance() < 0.93
    ? null
    : {
        at: iso(daysBefore(chance, atMs, 200) + (chance() < 0.3 ? 20 * 86_400_000 : 0)),
        channel: pick(chance, ['telephone', 'all', 'e-mail']),
        scope: pick(chance, ['all', 'marketing']),
      };

const numberOf = (chance: Chance): History['presentedNumber'] => ({
  number: chance() < 0.8 ? '0162001122' : pick(chance, Object.keys(slowNumbers)),
  hidden: chance() < 0.02,
});

/** What is taken out, now and then. */
const holes: readonly ((history: History) => void)[] = [
  (history) => {
    history.callKind = undefined;
  },
  (history) => {
    history.dialling = undefined;
  },
  (history) => {
    history.professional = undefined;
  },
  (history) => {
    history.consumer.kind = undefined;
  },
  (history) => {
    history.consumer.territory = undefined;
  },
  (history) => {
    history.consumer.postcode = undefined;
  },
  (history) => {
    history.consumer.timeZone = undefined;
  },
  (history) => {
    history.consent = undefined;
  },
  (history) => {
    if (history.consent) history.consent.givenAt = undefined;
  },
  (history) => {
    if (history.consent) history.consent.revokedAt = undefined;
  },
  (history) => {
    history.runningContract = undefined;
  },
  (history) => {
    history.attempts = undefined;
  },
  (history) => {
    history.refusals = undefined;
  },
  (history) => {
    for (const one of history.refusals ?? []) one.inCall = undefined;
  },
  (history) => {
    history.opposition = undefined;
  },
  (history) => {
    history.presentedNumber = undefined;
  },
  (history) => {
    history.controlGroup = undefined;
  },
  (history) => {
    history.bloctel = undefined;
  },
];

export const historyOf = (chance: Chance): { history: History; atMs: number } => {
  const [territory, timeZone, postcode] = pick(chance, places);
  const atMs = instantNear(chance, timeZone, 0.6) - (chance() < 0.1 ? 1 : 0);
  const history: History = {
    callKind: chance() < 0.95 ? 'commercial' : 'service',
    dialling: chance() < 0.5 ? 'advisor, by hand' : 'automated (predictive dialler)',
    professional: 'Kerdoual',
    consumer: { kind: chance() < 0.93 ? 'consumer' : 'business', territory, postcode, timeZone },
    consent: consentOf(chance, atMs),
    runningContract: contractOf(chance, atMs),
    ...eventsOf(chance, atMs),
    opposition: oppositionOf(chance, atMs),
    presentedNumber: numberOf(chance),
    controlGroup: chance() < 0.02,
    bloctel: chance() < 0.2,
  };
  if (chance() < 0.06) pick(chance, holes)(history);
  if (chance() < 0.01) history.consumer.timeZone = 'Europe/London';
  return { history, atMs };
};
