/** MiniSearch over the same fields, as its documentation has it: prefix and fuzzy, folded words. */
import { fold } from '@shared/domain/search/fold.ts';
import MiniSearch from 'minisearch';
import { count, entryAt, run } from './search-run.ts';

const national = (e164: string): string => e164.replace('+33', '0');

await run({
  prepare: async () => undefined,
  open: async () => {
    const index = new MiniSearch({
      fields: ['name', 'names', 'place', 'postcode', 'phones', 'emails', 'references'],
      storeFields: [
        'name',
        'place',
        'phones',
        'vip',
        'brandIds',
        'emails',
        'references',
        'postcode',
      ],
      idField: 'customerId',
      processTerm: fold,
      extractField: (document, field) => {
        const value = (document as Record<string, unknown>)[field];
        if (field === 'phones' && Array.isArray(value)) return value.map(national).join(' ');
        return Array.isArray(value) ? value.join(' ') : (value as string);
      },
    });
    for (let at = 0; at < count; at += 1_000)
      index.addAll(
        Array.from({ length: Math.min(1_000, count - at) }, (_, one) => entryAt(at + one)),
      );
    const fuzzy = (term: string) => (term.length >= 8 ? 2 : term.length >= 4 ? 1 : false);
    return (text) =>
      index.search(text, { prefix: true, fuzzy, combineWith: 'AND' }).slice(0, 8).length;
  },
});
