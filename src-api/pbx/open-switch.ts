/** The Asterisk of the hub: one connection for what it dials and for what team leads see and order. */
import type { Clock } from '@shared/kernel/clock.ts';
import type { FastifyBaseLogger } from 'fastify';
import { AmiConnection } from './ami/connection.ts';
import { AsteriskCentre } from './asterisk-centre.ts';
import { AsteriskPbx, type AsteriskSettings } from './asterisk-pbx.ts';
import type { CentrePort } from './centre-port.ts';
import type { PbxPort } from './pbx-port.ts';

export type HubSwitch =
  | { readonly dialSwitch: PbxPort; readonly centre: CentrePort }
  | { readonly dialSwitch: null; readonly centre: null };

/** The connection ends with `dialSwitch`. */
export const openSwitch = (
  settings: AsteriskSettings | null,
  clock: Clock,
  log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): HubSwitch => {
  if (settings === null) return { dialSwitch: null, centre: null };
  const connection = new AmiConnection(settings, log);
  const dialSwitch = new AsteriskPbx(settings, connection);
  const centre = new AsteriskCentre(settings, { connection, now: () => clock.now(), log });
  return { dialSwitch, centre };
};
