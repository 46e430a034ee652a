/** The line settings a desktop registers with: the configured PBX, or the training switch. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { User } from '@shared/domain/user/user.ts';
import { findLine } from './repository.ts';

/** Host part of addresses of record at the training switch; never resolved. */
export const trainingDomain = 'training.parlance.example';
const calledNumberHeaders = ['X-DNIS', 'P-Called-Party-ID'];

/** The switch at the address by which the caller reached this API. */
export const trainingUrl = (publicHost: string, scheme: 'http' | 'https'): string =>
  `${scheme === 'https' ? 'wss' : 'ws'}://${publicHost}${routes.trainingLine}`;

/** @returns null for a user without a line, or when neither PBX nor training switch is there. */
export const lineSettingsOf = async (
  hub: HubDependencies,
  user: User,
  trainingAddress: string,
): Promise<LineSettings | null> => {
  const line = await findLine(hub.database.db, user.id);
  if (line === null || (hub.pbx === null && !hub.training)) return null;
  return {
    urls: [hub.pbx === null ? trainingAddress : hub.pbx.url],
    user: line.extension,
    password: line.password,
    domain: hub.pbx === null ? trainingDomain : hub.pbx.domain,
    displayName: `${user.firstName} ${user.lastName}`,
    iceServers: [],
    calledNumberHeaders,
    tones: hub.pbx?.tones ?? 'rfc4733',
    autoAnswer: hub.pbx?.autoAnswer ?? 'asked',
    doNotDisturb: hub.pbx?.doNotDisturb ?? 'busy',
    // The training switch knows neither.
    parking: hub.pbx?.parking ?? null,
    pickUp: hub.pbx?.pickUp ?? null,
    training: hub.pbx === null,
  };
};
