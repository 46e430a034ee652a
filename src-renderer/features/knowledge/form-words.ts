/** An article as a form holds it: lists are lines, absent dates are empty. Pure. */
import {
  type Article,
  type ArticleContent,
  articleContentSchema,
} from '@shared/domain/article/article.ts';

export type FormWords = {
  readonly title: string;
  readonly language: ArticleContent['language'];
  readonly audience: ArticleContent['audience'];
  readonly say: string;
  readonly steps: string;
  readonly forbidden: string;
  readonly customerTitle: string;
  readonly customerText: string;
  readonly short: string;
  readonly keywords: string;
  readonly reasonCodes: readonly string[];
  /** `script/step` */
  readonly speechSteps: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly reviewBy: string;
};

export const newWords = (title: string, today: string, reviewBy: string): FormWords => ({
  title,
  language: 'fr',
  audience: 'internal',
  say: '',
  steps: '',
  forbidden: '',
  customerTitle: '',
  customerText: '',
  short: '',
  keywords: '',
  reasonCodes: [],
  speechSteps: [],
  validFrom: today,
  validUntil: '',
  reviewBy,
});

export const wordsOfArticle = (article: Article): FormWords => ({
  title: article.title,
  language: article.language,
  audience: article.audience,
  say: article.say,
  steps: article.steps.join('\n'),
  forbidden: article.forbidden.join('\n'),
  customerTitle: article.customer?.title ?? '',
  customerText: article.customer?.text ?? '',
  short: article.customer?.short ?? '',
  keywords: article.keywords.join(', '),
  reasonCodes: article.reasonCodes,
  speechSteps: article.speechSteps.map(({ scriptId, stepId }) => `${scriptId}/${stepId}`),
  validFrom: article.validFrom,
  validUntil: article.validUntil ?? '',
  reviewBy: article.reviewBy,
});

const partsOf = (text: string, by: string | RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const customerOf = ({ customerTitle, customerText, short }: FormWords) =>
  [customerTitle, customerText, short].every((text) => text.trim() === '')
    ? null
    : { title: customerTitle, text: customerText, short };

export type Written =
  | { readonly content: ArticleContent }
  /** Which fields are not as they must be, by their names in the form. */
  | { readonly wrong: readonly string[] };

const fieldOf = (path: readonly PropertyKey[]): string => {
  const [first, second] = path.map(String);
  if (first !== 'customer') return first ?? '';
  return { title: 'customerTitle', short: 'short' }[second ?? ''] ?? 'customerText';
};

export const contentOf = (brandId: string, words: FormWords): Written => {
  const parsed = articleContentSchema.safeParse({
    ...words,
    brandId,
    steps: partsOf(words.steps, '\n'),
    forbidden: partsOf(words.forbidden, '\n'),
    keywords: partsOf(words.keywords, /[,\n]/),
    customer: customerOf(words),
    speechSteps: words.speechSteps.map((one) => {
      const [scriptId, stepId] = one.split('/');
      return { scriptId, stepId };
    }),
    validUntil: words.validUntil === '' ? null : words.validUntil,
  });
  if (parsed.success) return { content: parsed.data };
  return { wrong: [...new Set(parsed.error.issues.map(({ path }) => fieldOf(path)))] };
};
