/** How the answers of a speech are called in a condition that is read out. */
import type { ExpressionWords, NameWords } from '../expression/words.ts';
import { wordsOfFacts } from '../expression/words-of-facts.ts';
import type { Script } from '../script.ts';
import { labelIn } from '../text.ts';

type Labelled = { readonly id: string; readonly label: string; readonly labels?: Labels };
type Labels = { readonly fr?: string | undefined; readonly en?: string | undefined } | undefined;

const both = (written: string, others: Labels) => ({
  fr: labelIn(written, others, 'fr'),
  en: labelIn(written, others, 'en'),
});

/** Of a question that is answered by yes or no, nobody wrote the answers' words. */
const yesOrNo: NonNullable<NameWords['values']> = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
};

const asked = (written: string, others: Labels, options: readonly Labelled[]): NameWords => {
  const { fr, en } = both(written, others);
  return {
    noun: { fr: `la réponse à « ${fr} »`, en: `the answer to “${en}”` },
    values: {
      ...yesOrNo,
      ...Object.fromEntries(options.map((one) => [one.id, both(one.label, one.labels)])),
    },
  };
};

/** Facts by their own words, answers by the words of the step that asks. */
export const wordsOfScript = ({ steps }: Pick<Script, 'steps'>): ExpressionWords => {
  const words = new Map<string, NameWords>();
  for (const step of steps) {
    if (step.choices.length > 0)
      words.set(
        `answer.${step.id}`,
        asked(step.title, step.titles, step.choices as readonly Labelled[]),
      );
    for (const field of step.fields)
      words.set(
        `answer.${step.id}.${field.id}`,
        asked(field.label, field.labels, (field.options ?? []) as readonly Labelled[]),
      );
  }
  return (name) => words.get(name) ?? wordsOfFacts(name);
};
