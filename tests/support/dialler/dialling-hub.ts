/** A hub that dials through the lab's switch, and whose clock stands at an hour at which people may be called. */
import { inProject } from '@scripts/project-root';
import { isFrenchHoliday } from '@shared/domain/calendar/french-holidays.ts';
import { instantOf, localDateOf, weekdayOf } from '@shared/domain/calendar/zoned-time.ts';
import type { HubOptions } from '../hub/hub-process';
import type { Asterisk } from '../pbx/asterisk';
import { MANAGER_SECRET } from '../pbx/pbx-settings';

export const dayMs = 86_400_000;
const PARIS = 'Europe/Paris';

/** How far ahead it is half past ten of a working day: in Guadeloupe people sleep. */
const aheadMs = (): number => {
  const now = Date.now();
  for (let ms = now + dayMs; ; ms += dayMs) {
    const day = localDateOf(ms, PARIS);
    if (weekdayOf(day) <= 5 && !isFrenchHoliday(day)) return instantOf(day, 630, PARIS) - now;
  }
};
const ahead = aheadMs();

/** By the clock of such a hub. */
export const hubNow = (): number => Date.now() + ahead;

export const diallingHub = (pbx: Asterisk, env: NodeJS.ProcessEnv = {}): HubOptions => ({
  customers: 20,
  env: {
    NODE_OPTIONS: `--require ${inProject('tests', 'support', 'hub', 'shifted-clock.cjs')}`,
    PARLANCE_LAB_AHEAD_MS: String(ahead),
    PARLANCE_AMI_HOST: '127.0.0.1',
    PARLANCE_AMI_PORT: String(pbx.settings.managerPort),
    PARLANCE_AMI_SECRET: MANAGER_SECRET,
    ...env,
  },
});
