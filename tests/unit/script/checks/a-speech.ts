/** A small speech without faults, to be spoiled in one place by each test. */

import { checkScript } from '@shared/domain/script/checks/check-script.ts';
import type { CheckContext } from '@shared/domain/script/checks/subject.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import type { z } from 'zod';

type Written = z.input<typeof scriptSchema>;
export type WrittenStep = Written['steps'][number];

export const step = (id: string, more: Partial<WrittenStep> = {}): WrittenStep => ({
  id,
  title: id,
  text: { default: `Voici ${id}.` },
  ...more,
});
export const end = (id: string, more: Partial<WrittenStep> = {}): WrittenStep =>
  step(id, { kind: 'end', dispositionCode: 'done', ...more });

export const aSpeech = (more: Partial<Written> = {}): Script =>
  scriptSchema.parse({
    id: 'a-speech',
    version: 1,
    brandId: 'kerdoual',
    name: 'Un discours',
    locale: 'fr',
    direction: 'inbound',
    reasonCodes: [],
    publishedAt: '2026-11-28T09:00:00.000Z',
    opening: { default: 'Bonjour {{customer.formalName|et bienvenue}}.' },
    openingUnknown: { default: 'Bonjour.' },
    firstStep: 'hello',
    steps: [step('hello', { next: 'bye' }), end('bye')],
    objections: [],
    ...more,
  });

/** Each finding as « severity code place data ». */
export const found = (more: Partial<Written>, context: CheckContext = {}): string[] =>
  checkScript(aSpeech(more), context).map(({ severity, code, at }) =>
    [severity, code, at.stepId ?? at.objectionId ?? '', at.field, at.language ?? '']
      .join(' ')
      .replaceAll(/ +/g, ' ')
      .trim(),
  );
