/** What the environment decides, parsed once; a wrong value stops the start with its name. */

import {
  type LineSettings,
  lineSettingsSchema,
  parkingOf,
  parkingPlacesSchema,
} from '@shared/contracts/http/auth.ts';
import type { ProgramConfig } from '@shared/contracts/ipc/channels.ts';
import { z } from 'zod';

const filled = z.string().trim().min(1);
const environmentSchema = z.object({
  PARLANCE_API_URL: z.url().default('http://127.0.0.1:4610'),
  PARLANCE_PROFILE_DIR: filled.optional(),
  PARLANCE_DEMO_USER: filled.optional(),
  PARLANCE_DEMO_PASSWORD: filled.optional(),
  PARLANCE_LINE_URL: filled.regex(/^wss?:\/\//, 'must begin with ws:// or wss://').optional(),
  PARLANCE_LINE_USER: filled.optional(),
  PARLANCE_LINE_PASSWORD: z.string().optional(),
  PARLANCE_LINE_DOMAIN: filled.optional(),
  PARLANCE_LINE_STUN: filled.optional(),
  PARLANCE_LINE_TONES: lineSettingsSchema.shape.tones,
  PARLANCE_LINE_AUTO_ANSWER: lineSettingsSchema.shape.autoAnswer,
  PARLANCE_LINE_DO_NOT_DISTURB: lineSettingsSchema.shape.doNotDisturb,
  PARLANCE_LINE_PARKING: parkingPlacesSchema.optional(),
  PARLANCE_LINE_PARKING_SECONDS: z.coerce.number().int().min(10).max(3600).default(60),
  PARLANCE_LINE_PICK_UP: lineSettingsSchema.shape.pickUp,
  PARLANCE_LINE_TURN_USER: filled.optional(),
  PARLANCE_LINE_TURN_PASSWORD: filled.optional(),
  PARLANCE_LINE_CA: filled.optional(),
  PARLANCE_LINE_HEADERS: filled.optional(),
  PARLANCE_VOICE_PROCESSING: z.enum(['0', '1']).default('1'),
});

export const defaultCalledNumberHeaders = [
  'X-DNIS',
  'P-Called-Party-ID',
  'X-Called-Number',
  'Diversion',
  'History-Info',
];

type Environment = z.infer<typeof environmentSchema>;

/** STUN and TURN addresses in one list; a name and password, where given, are for TURN. */
const iceServersOf = (env: Environment): LineSettings['iceServers'] => {
  const urls = env.PARLANCE_LINE_STUN?.split(/[\s,]+/) ?? [];
  const relays = urls.filter((url) => /^turns?:/.test(url));
  const plain = urls.filter((url) => !relays.includes(url));
  const username = env.PARLANCE_LINE_TURN_USER;
  const credential = env.PARLANCE_LINE_TURN_PASSWORD;
  if (relays.length > 0 && (username === undefined || credential === undefined))
    throw new Error('PARLANCE_LINE_STUN with turn: needs PARLANCE_LINE_TURN_USER and _PASSWORD');
  return [
    ...(plain.length === 0 ? [] : [{ urls: plain }]),
    ...(username === undefined || credential === undefined || relays.length === 0
      ? []
      : [{ urls: relays, username, credential }]),
  ];
};

const lineOf = (env: Environment): LineSettings | null => {
  if (env.PARLANCE_LINE_URL === undefined) return null;
  if (env.PARLANCE_LINE_USER === undefined)
    throw new Error('PARLANCE_LINE_URL needs PARLANCE_LINE_USER as well');
  return {
    urls: env.PARLANCE_LINE_URL.split(/[\s,]+/),
    user: env.PARLANCE_LINE_USER,
    password: env.PARLANCE_LINE_PASSWORD ?? '',
    domain:
      env.PARLANCE_LINE_DOMAIN ?? new URL(env.PARLANCE_LINE_URL.split(/[\s,]+/)[0] ?? '').hostname,
    displayName: env.PARLANCE_LINE_USER,
    iceServers: iceServersOf(env),
    calledNumberHeaders: env.PARLANCE_LINE_HEADERS?.split(/[\s,]+/) ?? defaultCalledNumberHeaders,
    tones: env.PARLANCE_LINE_TONES,
    autoAnswer: env.PARLANCE_LINE_AUTO_ANSWER,
    doNotDisturb: env.PARLANCE_LINE_DO_NOT_DISTURB,
    parking: parkingOf(env.PARLANCE_LINE_PARKING, env.PARLANCE_LINE_PARKING_SECONDS),
    pickUp: env.PARLANCE_LINE_PICK_UP,
    training: false,
  };
};

/** Empty variables count as not set. */
export const readEnvironment = (raw: NodeJS.ProcessEnv): Environment => {
  const set = Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(set);
  if (parsed.success) {
    // A line that is half given stops the start as well, not the first call.
    lineOf(parsed.data);
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'not valid'}`);
};

export const programConfig = (
  env: Environment,
  { deviceId, machine }: Pick<ProgramConfig, 'deviceId' | 'machine'>,
  version: string,
): ProgramConfig => ({
  apiUrl: env.PARLANCE_API_URL.replace(/\/$/, ''),
  deviceId,
  machine,
  line: lineOf(env),
  demo:
    env.PARLANCE_DEMO_USER === undefined
      ? null
      : { login: env.PARLANCE_DEMO_USER, password: env.PARLANCE_DEMO_PASSWORD ?? '' },
  voiceProcessing: env.PARLANCE_VOICE_PROCESSING === '1',
  version,
});
