/** One line of a file, read: what it says, or every cell that is wrong with its remedy. */
import { CellReader } from './cell-reader.ts';
import type { ImportField, Mapping } from './field.ts';
import type { ImportLine, Reading, ReadLine, Who } from './line.ts';
import { readCard, readWho } from './read-card.ts';
import { readConsent, speaksOfConsent } from './read-consent.ts';
import { readInteraction } from './read-interaction.ts';

/** The header of each field that the mapping fills. */
export const columnsOf = (mapping: Mapping): ReadonlyMap<ImportField, string> =>
  new Map(
    Object.entries(mapping).flatMap(([header, field]) => (field === null ? [] : [[field, header]])),
  );

const isNobody = ({ reference, phones, emails }: Who): boolean =>
  reference === null && phones.length === 0 && emails.length === 0;

const readWhoNamed = (cells: CellReader): Who => {
  const before = cells.problems.length;
  const who = readWho(cells);
  if (cells.problems.length === before && isNobody(who)) cells.refuse(null, 'customer-unnamed');
  return who;
};

const readByKind = (cells: CellReader): ImportLine | null => {
  switch (cells.reading.kind) {
    case 'customers': {
      const card = readCard(cells);
      const { consent, unproved } = speaksOfConsent(cells)
        ? readConsent(cells, 'left-out')
        : { consent: null, unproved: false };
      return { kind: 'customers', card, consent, unproved };
    }
    case 'consents': {
      const who = readWhoNamed(cells);
      const { consent } = readConsent(cells, 'refused');
      return consent === null ? null : { kind: 'consents', who, consent };
    }
    case 'interactions': {
      const who = readWhoNamed(cells);
      const interaction = readInteraction(cells);
      return interaction === null ? null : { kind: 'interactions', who, interaction };
    }
  }
};

/** @param cells by header */
export const readLine = (reading: Reading, cells: Readonly<Record<string, string>>): ReadLine => {
  const reader = new CellReader(reading, cells);
  const line = readByKind(reader);
  const { problems, mended } = reader;
  return { line: problems.length > 0 ? null : line, problems, mended };
};
