/** The words of a mistake and of a finding, in the reader's language. */
import type { Say } from '@renderer/platform/i18n/use-text.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import {
  type Problem,
  type ProblemCode,
  problemCodes,
} from '@shared/domain/script/expression/problem.ts';

const typeText = (t: Say, kind: string | number | undefined): string =>
  kind === undefined ? '' : t(`speechEditor.type.${kind}`);

type Detail = { readonly [name: string]: string | number | undefined };

const sayProblem = (t: Say, code: ProblemCode, detail: Detail): string => {
  const { found = '', suggestion, expected, actual, limit = '' } = detail;
  const typed = code === 'type-mismatch' || code === 'not-a-condition' || code === 'not-ordered';
  const said = t(`speechEditor.problem.${code}`, {
    found,
    limit,
    expected: typed ? typeText(t, expected) : (expected ?? ''),
    actual: typeText(t, actual),
  });
  return suggestion === undefined ? said : `${said} ${t('speechEditor.meant', { suggestion })}`;
};

export const problemText = (t: Say, { code, detail }: Problem): string =>
  sayProblem(t, code, detail);

export type FindingWords = { readonly title: string; readonly detail: string };

const shown = (t: Say, { data }: Finding): Record<string, string | number> => {
  const { passage, language, action } = data;
  return {
    ...data,
    ...(passage === undefined ? {} : { passage: t(`speechEditor.passage.${passage}`) }),
    ...(language === undefined ? {} : { language: t(`speechEditor.language.${language}`) }),
    ...(action === undefined ? {} : { action: t(`speechEditor.action.${action}`) }),
  };
};

export const findingText = (t: Say, finding: Finding): FindingWords => {
  const { code, data } = finding;
  const values = shown(t, finding);
  const problem = problemCodes.find((one) => one === data['problem']);
  if (code === 'condition' && problem !== undefined)
    return {
      title: t('speechEditor.finding.condition', values),
      detail: sayProblem(t, problem, data),
    };
  const variant =
    (code === 'dead-end' && data['action'] === 'transfer' && 'transfer') ||
    (code === 'words-forbidden' && data['instead'] !== undefined && 'instead') ||
    (code === 'field-unknown' && data['suggestion'] !== undefined && 'suggestion');
  const detail = variant ? `${code}-${variant}` : code;
  return {
    title: t(`speechEditor.finding.${code}`, values),
    detail: t(`speechEditor.help.${detail}`, values),
  };
};
