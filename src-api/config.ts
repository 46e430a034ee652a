/** Settings of the central API, from the environment; a wrong one is named before anything starts. */
import {
  type LineSettings,
  lineSettingsSchema,
  parkingOf,
  parkingPlacesSchema,
} from '@shared/contracts/http/auth.ts';
import { z } from 'zod';
import type { AsteriskSettings } from './pbx/asterisk-pbx.ts';
import { diallerSettingsOf, diallerVariables } from './pbx/dialler-settings.ts';
import {
  type RecordingSettings,
  recordingSettingsOf,
  recordingVariables,
} from './pbx/recorder-settings.ts';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('')
  .transform((value) => value === '1' || value === 'true');
const blankAsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsAbsent, schema.optional());
const count = (fallback: number, max: number) =>
  z.preprocess(blankAsAbsent, z.coerce.number().int().min(0).max(max).default(fallback));

export const configSchema = z.object({
  PARLANCE_API_HOST: z.preprocess(blankAsAbsent, z.string().default('127.0.0.1')),
  PARLANCE_API_PORT: count(0, 65535),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
  PARLANCE_DATA_DIR: z.preprocess(blankAsAbsent, z.string().default('.parlance-data')),
  PARLANCE_SEED_CUSTOMERS: count(2000, 1_000_000),
  PARLANCE_TRAINING: flag,
  ...diallerVariables,
  ...recordingVariables,
  /** Where this machine can read the switch's queue log: what no hub heard is told there. */
  PARLANCE_QUEUE_LOG: optional(z.string().max(1000)),
  PARLANCE_PBX_URL: optional(z.string().regex(/^wss?:\/\//, 'must start with ws:// or wss://')),
  PARLANCE_PBX_DOMAIN: optional(z.string().max(200)),
  PARLANCE_PBX_TONES: lineSettingsSchema.shape.tones,
  PARLANCE_PBX_AUTO_ANSWER: lineSettingsSchema.shape.autoAnswer,
  PARLANCE_PBX_DO_NOT_DISTURB: lineSettingsSchema.shape.doNotDisturb,
  PARLANCE_PBX_PARKING: optional(parkingPlacesSchema),
  PARLANCE_PBX_PARKING_SECONDS: count(60, 3600),
  PARLANCE_PBX_PICK_UP: optional(z.string().regex(/^[0-9*#]{1,20}$/)),
  /** Signs access tokens; without it a secret is made once and kept in the database. */
  PARLANCE_TOKEN_SECRET: optional(z.string().min(32)),
  /** The first administrator of a hub that nobody works at yet, as `login:password`. */
  PARLANCE_FIRST_ADMIN: optional(
    z
      .string()
      .regex(/^[a-z0-9._-]{1,80}:.{12,200}$/, 'must be login:password, 12 characters at least'),
  ),
  /** Further origins that may call the API from a browser, separated by commas. */
  PARLANCE_ALLOWED_ORIGINS: z.string().default(''),
  /** Desktops of an older protocol are told to be updated; what they have not sent is still taken. */
  PARLANCE_OLDEST_PROTOCOL: count(1, 10_000),
  /** `1`: webhooks may go to private addresses and over plain HTTP. */
  PARLANCE_PRIVATE_WEBHOOKS: flag,
  /** `1`: so may the questions to other systems about a customer. */
  PARLANCE_PRIVATE_CONNECTORS: flag,
  PARLANCE_LOG_LEVEL: z.preprocess(
    blankAsAbsent,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
});

/** The PBX that every advisor's line is of. */
export type PbxConfig = Pick<
  LineSettings,
  'domain' | 'tones' | 'autoAnswer' | 'doNotDisturb' | 'parking' | 'pickUp'
> & {
  readonly url: string;
};

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly seedCustomers: number;
  readonly pbx: PbxConfig | null;
  /** The switch that places calls for the hub. */
  readonly dialler: AsteriskSettings | null;
  /** Where the switch leaves its recordings, and where they are kept; null: nothing is recorded. */
  readonly recording: RecordingSettings | null;
  readonly queueLog: string | null;
  /** The training switch is offered: asked for, or because there is no PBX. */
  readonly training: boolean;
  readonly oldestProtocol: number;
  readonly webhookNetwork: 'open' | 'any';
  readonly connectorNetwork: 'open' | 'any';
  readonly tokenSecret: string | undefined;
  readonly firstAdmin: { readonly login: string; readonly password: string } | null;
  readonly allowedOrigins: readonly string[];
  readonly logLevel: string;
};

/** The renderer's own scheme; see the window that loads it. */
export const desktopOrigin = 'app://parlance';

export class ConfigError extends Error {}

const accountIn = (text: string | undefined): Config['firstAdmin'] => {
  if (text === undefined) return null;
  const colon = text.indexOf(':');
  return { login: text.slice(0, colon), password: text.slice(colon + 1) };
};

/** Reads the environment. @throws ConfigError naming each wrong variable, never its value. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = configSchema.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(wrong.join('; '));
  }
  const value = parsed.data;
  const url = value.PARLANCE_PBX_URL;
  const further = value.PARLANCE_ALLOWED_ORIGINS.split(',').map((origin) => origin.trim());
  return {
    host: value.PARLANCE_API_HOST,
    port: value.PARLANCE_API_PORT,
    databaseUrl: value.DATABASE_URL,
    dataDir: value.PARLANCE_DATA_DIR,
    seedCustomers: value.PARLANCE_SEED_CUSTOMERS,
    pbx:
      url === undefined
        ? null
        : {
            url,
            domain: value.PARLANCE_PBX_DOMAIN ?? new URL(url).hostname,
            tones: value.PARLANCE_PBX_TONES,
            autoAnswer: value.PARLANCE_PBX_AUTO_ANSWER,
            doNotDisturb: value.PARLANCE_PBX_DO_NOT_DISTURB,
            parking: parkingOf(value.PARLANCE_PBX_PARKING, value.PARLANCE_PBX_PARKING_SECONDS),
            pickUp: value.PARLANCE_PBX_PICK_UP ?? null,
          },
    dialler: diallerSettingsOf(value),
    recording: recordingSettingsOf(value, value.PARLANCE_DATA_DIR),
    queueLog: value.PARLANCE_QUEUE_LOG ?? null,
    training: value.PARLANCE_TRAINING || url === undefined,
    webhookNetwork: value.PARLANCE_PRIVATE_WEBHOOKS ? 'any' : 'open',
    connectorNetwork: value.PARLANCE_PRIVATE_CONNECTORS ? 'any' : 'open',
    oldestProtocol: value.PARLANCE_OLDEST_PROTOCOL,
    tokenSecret: value.PARLANCE_TOKEN_SECRET,
    firstAdmin: accountIn(value.PARLANCE_FIRST_ADMIN),
    allowedOrigins: [desktopOrigin, ...further.filter((origin) => origin !== '')],
    logLevel: value.PARLANCE_LOG_LEVEL,
  };
};
