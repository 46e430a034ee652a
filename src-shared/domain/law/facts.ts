/**
 * What is known about a call before it is placed. Everything comes from files, forms and other
 * systems: what is missing or has another form than it should is `undefined`, that is unknown, and the
 * rule that needs it refuses. `null` says that there is none.
 */
import { z } from 'zod';

const unknownElse = <T extends z.ZodType>(form: T) => form.optional().catch(undefined);

/** An instant or a day as it was written; read by `readMoment`, since a day needs a zone. */
const text = unknownElse(z.string());
const yesNo = unknownElse(z.boolean());

const territories = [
  'metropole',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-pierre-et-miquelon',
  'saint-barthelemy',
  'saint-martin',
  'nouvelle-caledonie',
  'polynesie',
  'wallis-et-futuna',
] as const;
export type Territory = (typeof territories)[number];

const consumer = z.object({
  kind: unknownElse(z.enum(['consumer', 'business'])),
  territory: unknownElse(z.enum(territories)),
  postcode: text,
  timeZone: text,
});

const consent = z.object({
  givenAt: text,
  by: text,
  professional: text,
  purpose: text,
  proof: z.unknown().optional(),
  revokedAt: unknownElse(z.string().nullable()),
  outsideHours: yesNo,
});

const runningContract = z.object({
  since: text,
  until: unknownElse(z.string().nullable()),
  offerRelated: yesNo,
  professional: text,
});

const attempt = z.object({ at: text }).catch({});
const refusal = z.object({ at: text, inCall: yesNo, professional: text }).catch({});

export const factsSchema = z
  .object({
    callKind: unknownElse(z.enum(['commercial', 'service'])),
    dialling: text,
    professional: text,
    consumer: consumer.catch({}),
    consent: unknownElse(consent.nullable()),
    runningContract: unknownElse(runningContract.nullable()),
    attempts: unknownElse(z.array(attempt)),
    refusals: unknownElse(z.array(refusal)),
    opposition: unknownElse(z.object({ at: text, channel: text, scope: text }).nullable()),
    presentedNumber: unknownElse(z.object({ number: text, hidden: yesNo })),
    controlGroup: yesNo,
    bloctel: yesNo,
  })
  .catch({ consumer: {} });

export type Facts = z.output<typeof factsSchema>;
export type Consent = z.output<typeof consent>;

/** Never throws, whatever it is given. */
export const readFacts = (raw: unknown): Facts => factsSchema.parse(raw);
