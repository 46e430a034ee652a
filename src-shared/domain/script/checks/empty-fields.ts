/** A field that may be empty has words for when it is. */
import { mentionedFacts } from '../render.ts';
import { perText } from './per-text.ts';

/** Known in every call. */
const always = /^(?:brand|advisor|time)\.|^call\.direction$/;

export const checkEmptyFields = perText((said) =>
  mentionedFacts(said.text)
    .filter(({ name, hasFallback }) => !hasFallback && !always.test(name))
    .map(({ name, at: from }) => ({
      check: 'empty-fields',
      code: 'field-may-be-empty',
      severity: 'advice',
      at: { ...said.at, from, to: said.text.indexOf('}}', from) + 2 },
      data: { name },
    })),
);
