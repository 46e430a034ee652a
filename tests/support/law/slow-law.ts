import type { RuleId } from '@shared/domain/law/rule.ts';
import { type History, places, slowNumbers } from './history.ts';
import { isSlowHoliday } from './slow-calendar.ts';
import { slowDay, slowWall, slowZones } from './slow-clock.ts';

/**
 * The law once more, as a lawyer would go through it with a paper calendar: walls and dates are texts, and
 * every question is asked day by day. Shares nothing with the engine but the names of the rules.
 */
export const slowLaw = (history: History, atMs: number): RuleId | null => {
  const isCommercial = history.callKind !== 'service';
  const isConsumer = history.consumer.kind !== 'business';
  const zone = history.consumer.timeZone ?? '';
  const clock = zone in slowZones ? zone : 'Europe/Paris';
  const wall = slowWall(atMs, clock);
  if (isCommercial) {
    if (slowOpposed(history, atMs)) return 'opposition';
    if (history.controlGroup !== false) return 'control-group';
  }
  const solicits = isCommercial && isConsumer;
  const consentEra = atMs >= Date.UTC(2026, 7, 10, 22);
  const contract = slowContract(history, atMs);
  const consent = slowConsent(history, atMs, wall, clock);
  if (solicits && !consentEra && history.bloctel !== false && !contract) return 'bloctel';
  if (history.callKind === undefined) return 'consent';
  if (isCommercial && history.consumer.kind === undefined) return 'consent';
  if (solicits && consentEra && !contract && consent !== 'good')
    return consent === 'old' ? 'consent-expired' : 'consent';
  if (!slowNumberFits(history)) return 'presented-number';
  if (!solicits) return null;
  if (slowSilence(history, atMs, wall, clock)) return 'refusal-silence';
  if (slowPressure(history, atMs, wall, clock)) return 'pressure';
  return slowTime(history, wall, consent === 'good' && history.consent?.outsideHours === true);
};

const slowOpposed = ({ opposition }: History, atMs: number): boolean => {
  if (opposition === null) return false;
  if (opposition === undefined) return true;
  if (opposition.channel === 'e-mail' && opposition.scope === 'marketing') return false;
  return Date.parse(opposition.at) <= atMs;
};

const slowContract = ({ runningContract, professional }: History, atMs: number): boolean => {
  if (!runningContract) return false;
  const { offerRelated, professional: partner, since, until } = runningContract;
  const runs = Date.parse(since) <= atMs && (until === null || atMs < Date.parse(until));
  return offerRelated && partner === professional && runs;
};

const slowConsent = (
  { consent, professional }: History,
  atMs: number,
  wall: string,
  zone: string,
): 'good' | 'old' | 'bad' => {
  if (consent?.by !== 'consumer' || consent.professional !== professional) return 'bad';
  if (consent.purpose === 'newsletter' || consent.proof === null) return 'bad';
  if (consent.givenAt === undefined || consent.revokedAt === undefined) return 'bad';
  if (consent.revokedAt !== null && Date.parse(consent.revokedAt) <= atMs) return 'bad';
  if (atMs < Date.parse(consent.givenAt)) return 'bad';
  const given = slowWall(Date.parse(consent.givenAt), zone);
  const next = `${Number(given.slice(0, 4)) + 1}${given.slice(4)}`.replace('-02-29', '-02-28');
  return wall < next ? 'good' : 'old';
};

const slowNumberFits = ({ presentedNumber: presented, dialling }: History): boolean => {
  if (presented === undefined || presented.hidden !== false) return false;
  const use = slowNumbers[presented.number];
  if (use === undefined || use === 'none' || dialling === undefined) return false;
  return use === 'both' || dialling.includes('hand');
};

const slowSilence = (
  { refusals, professional }: History,
  atMs: number,
  wall: string,
  zone: string,
): boolean => {
  if (refusals === undefined) return true;
  return refusals.some((refusal) => {
    if (refusal.inCall === false || Date.parse(refusal.at) > atMs) return false;
    if (professional !== undefined && refusal.professional !== professional) return false;
    let day = slowWall(Date.parse(refusal.at), zone).slice(0, 10);
    for (let silent = 0; silent <= 60; silent++) {
      if (day === wall.slice(0, 10)) return true;
      day = slowDay(day, 1);
    }
    return false;
  });
};

const slowPressure = ({ attempts }: History, atMs: number, wall: string, zone: string): boolean => {
  if (attempts === undefined) return true;
  if (attempts.length < 4) return false;
  const month = new Set<string>();
  for (let day = wall.slice(0, 10); month.size < 30; day = slowDay(day, -1)) month.add(day);
  const counted = attempts.filter(
    ({ at }) => Date.parse(at) <= atMs && month.has(slowWall(Date.parse(at), zone).slice(0, 10)),
  );
  return counted.length >= 4;
};

const slowTime = ({ consumer }: History, wall: string, lifted: boolean): RuleId | null => {
  const { territory, postcode = '', timeZone = '' } = consumer;
  if (territory === undefined || (territory === 'metropole' && postcode === '')) return 'holiday';
  if (!places.some(([one, zone]) => one === territory && zone === timeZone)) return 'hours';
  if (lifted) return null;
  const day = wall.slice(0, 10);
  if (isSlowHoliday(day, territory, postcode)) return 'holiday';
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  const time = wall.slice(11);
  const open =
    (time >= '10:00:00' && time < '13:00:00') || (time >= '14:00:00' && time < '20:00:00');
  return weekday >= 1 && weekday <= 5 && open ? null : 'hours';
};
