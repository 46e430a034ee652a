/** Other systems that the hub asks about a customer, and the cards they come to. */
import { z } from 'zod';
import { cardNameSchema } from '../../domain/brand-rules/card-layout.ts';
import { addressTemplateSchema } from '../../domain/connector/address.ts';
import { outsideCardSchema, outsideRowSchema } from '../../domain/connector/outside-answer.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { roleSchema } from '../../domain/user/user.ts';
import { idSchema } from '../../kernel/ids.ts';

export const newConnectorSchema = z.object({
  brandId: z.string().max(40),
  name: z.string().trim().min(1).max(80),
  card: outsideCardSchema,
  /** `https://shop.example/customers/{ref}/orders`: {ref}, {email}, {phone} or {id}, at least one. */
  address: addressTemplateSchema,
  /** By whose name for the customer `{ref}` asks: a source; null takes any source's. */
  sourceId: idSchema.nullable().default(null),
  /** The header that carries the secret; null: none is sent. */
  secretHeader: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/, 'letters, digits and hyphens')
    .refine((name) => !/^(host|content-length|connection|transfer-encoding|accept)$/i.test(name), {
      message: 'not a header that the hub sets itself',
    })
    .nullable()
    .default(null),
  timeLimitMs: z.number().int().min(50).max(10_000).default(800),
  /** An answer younger than this is given again without asking. */
  freshSeconds: z.number().int().min(0).max(86_400).default(60),
  /** How long the last answer is kept for when the system does not answer. */
  keepHours: z.number().int().min(1).max(8_760).default(720),
  /** For whom; empty: everybody. */
  roles: z.array(roleSchema).max(4).default([]),
  /** Behind which card it stands. */
  behind: cardNameSchema.default('purchases'),
});
const secretSchema = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/, 'printable characters');

export const newConnectorBodySchema = newConnectorSchema.extend({
  secret: secretSchema.nullable().default(null),
});
export type NewConnector = z.infer<typeof newConnectorBodySchema>;

/** Fields that are not named stay; a secret of null is taken away. */
export const connectorChangeSchema = z
  .object({
    name: newConnectorSchema.shape.name,
    card: outsideCardSchema,
    address: addressTemplateSchema,
    sourceId: idSchema.nullable(),
    secretHeader: newConnectorSchema.shape.secretHeader.unwrap(),
    timeLimitMs: newConnectorSchema.shape.timeLimitMs.unwrap(),
    freshSeconds: newConnectorSchema.shape.freshSeconds.unwrap(),
    keepHours: newConnectorSchema.shape.keepHours.unwrap(),
    roles: z.array(roleSchema).max(4),
    behind: cardNameSchema,
    secret: secretSchema.nullable(),
    active: z.boolean(),
  })
  .partial();
export type ConnectorChange = z.infer<typeof connectorChangeSchema>;

/** What went wrong; `resting`: it failed too often and is left alone; `offline`: the hub is away. */
export const outsideFailures = [
  'timeout',
  'unreachable',
  'broken-off',
  'too-large',
  'malformed',
  'refused',
  'redirected',
  'address-refused',
  'resting',
  'busy',
  'not-known-there',
  'offline',
] as const;
export const outsideFailureSchema = z.enum(outsideFailures);
export type OutsideFailure = z.infer<typeof outsideFailureSchema>;

export const connectorSchema = newConnectorSchema.extend({
  id: idSchema,
  hasSecret: z.boolean(),
  active: z.boolean(),
  createdAt: instantSchema,
  lastAnswerAt: instantSchema.nullable(),
  lastFailure: outsideFailureSchema.nullable(),
  lastFailureAt: instantSchema.nullable(),
});
export type Connector = z.infer<typeof connectorSchema>;
export const connectorsSchema = z.object({ connectors: z.array(connectorSchema) });
export const connectorPathSchema = z.object({ connectorId: idSchema });
export const connectorsQuerySchema = z.object({ brandId: z.string().max(40).optional() });

/** One card of one customer: what is known of it now, and why it is not newer. */
export const outsideViewSchema = z.object({
  connectorId: idSchema,
  name: z.string(),
  card: outsideCardSchema,
  behind: cardNameSchema,
  timeLimitMs: z.number().int(),
  title: z.string().nullable(),
  /** Null: nothing was ever answered, or it is kept no longer. */
  rows: z.array(outsideRowSchema).nullable(),
  wrongRows: z.number().int(),
  wrongAt: z.string().nullable(),
  /** As of when the rows are. */
  at: instantSchema.nullable(),
  keptUntil: instantSchema.nullable(),
  /** Whether the rows may be shown without asking. */
  fresh: z.boolean(),
  failure: outsideFailureSchema.nullable(),
  /** The status it refused with. */
  status: z.number().int().nullable(),
  restsUntil: instantSchema.nullable(),
});
export type OutsideView = z.infer<typeof outsideViewSchema>;
export const outsideViewsSchema = z.object({ cards: z.array(outsideViewSchema) });

export const outsidePathSchema = z.object({ customerId: idSchema, connectorId: idSchema });
export const outsideListQuerySchema = z.object({ brandId: z.string().max(40) });
export const outsideQuerySchema = z.object({
  /** `1`: also when an answer is there that is young enough. */
  again: z.enum(['0', '1']).default('0'),
});
export const trialSchema = z.object({ customerId: idSchema });
