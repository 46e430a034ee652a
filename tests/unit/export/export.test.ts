import { segments } from '@shared/domain/customer/customer.ts';
import { exportFieldsOf, exportHeaders } from '@shared/domain/export/columns.ts';
import { exportWords } from '@shared/domain/export/words.ts';
import * as read from '@shared/domain/import/cells/read-word.ts';
import { importKinds } from '@shared/domain/import/field.ts';
import { proposeMapping } from '@shared/domain/import/propose-mapping.ts';
import { channels, directionSchema } from '@shared/domain/interaction/channel.ts';
import { outcomes } from '@shared/domain/interaction/interaction.ts';
import { describe, expect, it } from 'vitest';

const languages = ['fr', 'en'] as const;

describe.each(languages)('in %s', (language) => {
  it.each(importKinds)('[EXPORT-8] every column of %s is known again by its header', (kind) => {
    const fields = exportFieldsOf[kind];
    const headers = fields.map((field) => exportHeaders[field][language]);
    const mapping = proposeMapping(kind, headers);
    expect(headers.map((header) => mapping[header])).toEqual(fields);
  });

  it('[EXPORT-8] every choice is read again from its word', () => {
    const said = <T extends string>(
      values: readonly T[],
      word: (value: T, language: 'fr' | 'en') => string,
      back: (word: string) => object,
    ) => values.map((one) => [one, word(one, language), back(word(one, language))] as const);
    const pairs = [
      ...said(channels, exportWords.channel, read.readChannel),
      ...said(outcomes, exportWords.outcome, read.readOutcome),
      ...said(directionSchema.options, exportWords.direction, read.readDirection),
      ...said(segments, exportWords.segment, read.readSegment),
      ...said(['given', 'limited', 'opposed'], exportWords.consentStatus, read.readConsentStatus),
      ...said(['person', 'company'], exportWords.kind, read.readKind),
      ...said(['mme', 'm'], exportWords.civility, read.readCivility),
    ];
    for (const [value, word, got] of pairs) {
      expect(got, `${value} as ${word}`).toMatchObject({ ok: true, value });
    }
    expect(read.readYesNo(exportWords.vip(true, language))).toMatchObject({ value: 'yes' });
    expect(read.readYesNo(exportWords.vip(false, language))).toMatchObject({ value: 'no' });
  });
});
