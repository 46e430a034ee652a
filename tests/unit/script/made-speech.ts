import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import type { z } from 'zod';

type Written = z.input<typeof scriptSchema>;

/** A speech around the steps of a test. */
export const madeSpeech = (
  steps: readonly (Partial<Written['steps'][number]> & { readonly id: string })[],
  rest: Partial<Written> = {},
): Script =>
  scriptSchema.parse({
    id: 'demo',
    version: 1,
    brandId: 'kerdoual',
    name: 'Démonstration',
    locale: 'fr',
    direction: 'inbound',
    reasonCodes: [],
    publishedAt: '2026-10-01T08:00:00.000Z',
    opening: { default: 'Bonjour.' },
    openingUnknown: { default: 'Bonjour.' },
    firstStep: steps[0]?.id,
    steps: steps.map((step) => ({ title: step.id, text: { default: `${step.id}.` }, ...step })),
    objections: [],
    ...rest,
  });
