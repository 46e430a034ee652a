/** Where the hub finds the manager interface of its Asterisk, from the environment. */
import { z } from 'zod';
import type { AsteriskSettings } from './asterisk-pbx.ts';

const blankAsAbsent = (value: unknown) => (value === '' ? undefined : value);
const text = (fallback: string, schema: z.ZodString = z.string().max(200)) =>
  z.preprocess(blankAsAbsent, schema.default(fallback));
const count = (fallback: number, least: number, most: number) =>
  z.preprocess(blankAsAbsent, z.coerce.number().int().min(least).max(most).default(fallback));
const withMark = (mark: string) =>
  z
    .string()
    .max(200)
    .regex(new RegExp(`\\{${mark}\\}`), `must hold {${mark}}`);

export const diallerVariables = {
  /** Without it the hub places no calls by itself. */
  PARLANCE_AMI_HOST: z.preprocess(blankAsAbsent, z.string().max(200).optional()),
  PARLANCE_AMI_PORT: count(5038, 1, 65_535),
  PARLANCE_AMI_USER: text('parlance'),
  PARLANCE_AMI_SECRET: text(''),
  /** How Asterisk reaches a number, and an advisor's telephone. */
  PARLANCE_AMI_TRUNK: text('PJSIP/{number}@trunk', withMark('number')),
  PARLANCE_AMI_LINES: text('PJSIP/{line}', withMark('line')),
  /** How the contexts of docs/dialling.md begin. */
  PARLANCE_AMI_CONTEXT: text('parlance', z.string().regex(/^[a-z0-9-]{1,40}$/)),
  PARLANCE_DIALLER_RING_SECONDS: count(25, 3, 60),
  /** `ignore`: the switch cannot tell a machine from a person, or is not to. */
  PARLANCE_DIALLER_MACHINES: z.preprocess(
    blankAsAbsent,
    z.enum(['detect', 'ignore']).default('detect'),
  ),
} as const;

const schema = z.object(diallerVariables);

export const diallerSettingsOf = (value: z.infer<typeof schema>): AsteriskSettings | null =>
  value.PARLANCE_AMI_HOST === undefined
    ? null
    : {
        host: value.PARLANCE_AMI_HOST,
        port: value.PARLANCE_AMI_PORT,
        user: value.PARLANCE_AMI_USER,
        secret: value.PARLANCE_AMI_SECRET,
        trunk: value.PARLANCE_AMI_TRUNK,
        lines: value.PARLANCE_AMI_LINES,
        context: value.PARLANCE_AMI_CONTEXT,
        ringSeconds: value.PARLANCE_DIALLER_RING_SECONDS,
        machines: value.PARLANCE_DIALLER_MACHINES,
      };
