/** The application's type with what it depends on; everything of the outside world is passed in. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@shared/kernel/clock.ts';
import type { RandomBytes } from '@shared/kernel/ids.ts';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { PbxConfig } from './config.ts';
import type { DatabaseHandle } from './db/database.ts';
import type { RecordingParts } from './modules/recordings/recording-parts.ts';
import type { Wire } from './modules/sync/leave-out.ts';
import type { CentrePort } from './pbx/centre-port.ts';
import type { PbxPort } from './pbx/pbx-port.ts';

export type HubApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type HubDependencies = {
  readonly database: DatabaseHandle;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly random: RandomBytes;
  readonly log: FastifyBaseLogger;
  /** Signs access tokens (HS256), at least 32 bytes. */
  readonly tokenSecret: Uint8Array;
  readonly allowedOrigins: readonly string[];
  readonly pbx: PbxConfig | null;
  /** Where the hub places calls by itself; null: it has no such switch. */
  readonly dialSwitch: PbxPort | null;
  /** The queues and calls of that switch, as a team lead needs them. */
  readonly centre: CentrePort | null;
  /** The switch that records, and where the sounds lie; null: nothing is recorded. */
  readonly recording: RecordingParts | null;
  readonly training: boolean;
  /** `any`: webhooks may go to this machine and its own network, and over plain HTTP. */
  readonly webhookNetwork: 'open' | 'any';
  /** `any`: so may the questions to other systems about a customer. */
  readonly connectorNetwork: 'open' | 'any';
  /** The protocols that desktops may speak. */
  readonly wire: Wire;
};
