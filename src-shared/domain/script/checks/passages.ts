/**
 * What the law wants to have been said is said on every way to an end:
 * - a commercial call that we make begins with who calls, for whom, and that it is commercial
 *   (Code de la consommation, art. L221-16);
 * - a call that may be recorded says so at its start (CNIL; GDPR art. 13);
 * - an order or a contract is confirmed on a durable medium and binds only then (art. L221-16).
 */
import { languagesOf } from '../script.ts';
import { kindOf, type Passage, type Step } from '../step.ts';
import { chooseWords, type SpeechLanguage } from '../text.ts';
import type { Finding } from './finding.ts';
import { isEnd, reachedFrom } from './graph.ts';
import type { CheckSubject } from './subject.ts';

const laws: { readonly [passage in Passage]: string } = {
  opening: '',
  identity: 'C. conso. L221-16',
  'commercial-nature': 'C. conso. L221-16',
  recording: 'CNIL',
  confirmation: 'C. conso. L221-16',
};

const carries = (step: Step, passage: Passage): boolean =>
  step.passages?.includes(passage) ?? false;

/** An end that can be come to without the passage having been said; null: there is none. */
const endWithout = (
  { graph }: CheckSubject,
  passage: Passage,
  roots: readonly string[],
): Step | null => {
  const reached = reachedFrom(graph, roots, (step) => carries(step, passage));
  for (const id of reached) {
    const step = graph.steps.get(id);
    if (step !== undefined && isEnd(step)) return step;
  }
  return null;
};

const missing = (passage: Passage, stepId: string, step: string, end: Step): Finding => ({
  check: 'passages',
  code: 'passage-missing',
  severity: 'block',
  at: { stepId, field: 'passages' },
  data: { passage, step, end: end.title, law: laws[passage] },
});

const fromTheStart = ({ script }: CheckSubject): readonly Passage[] => [
  ...(script.purpose === 'commercial' && script.direction === 'outbound'
    ? (['identity', 'commercial-nature'] as const)
    : []),
  ...(script.recorded === true ? (['recording'] as const) : []),
];

const checkStart = (subject: CheckSubject): readonly Finding[] => {
  const { script, graph } = subject;
  const { firstStep } = script;
  return fromTheStart(subject).flatMap((passage) => {
    const end = endWithout(subject, passage, [firstStep]);
    const title = graph.steps.get(firstStep)?.title ?? firstStep;
    return end === null ? [] : [missing(passage, firstStep, title, end)];
  });
};

const binds = ({ action }: Step): boolean =>
  action?.type === 'open-case' && (action.kind === 'order' || action.kind === 'contract');

const checkBinding = (subject: CheckSubject): readonly Finding[] => {
  const { graph, script } = subject;
  const unsaid = reachedFrom(graph, [script.firstStep], (step) => carries(step, 'confirmation'));
  return script.steps.filter(binds).flatMap((step) => {
    const end = unsaid.has(step.id) ? endWithout(subject, 'confirmation', [step.id]) : null;
    return end === null ? [] : [missing('confirmation', step.id, step.title, end)];
  });
};

/** The exact words of a passage, in every language; who calls says for whom. */
const checkWording = ({ script, context }: CheckSubject, step: Step): readonly Finding[] => {
  if ((step.passages ?? []).length === 0 || kindOf(step) === 'branch') return [];
  const found = (code: Finding['code'], language: SpeechLanguage): Finding => ({
    check: 'passages',
    code,
    severity: 'block',
    at: { stepId: step.id, field: 'text', language },
    data: { step: step.title, language },
  });
  return languagesOf(script).flatMap((language) => {
    const words = chooseWords(step.text, { language, written: script.locale, tone: null });
    const exact = /\[\[.+?\]\]/s.test(words);
    const named =
      words.includes('brand.name') ||
      (context.brandName !== undefined && words.includes(context.brandName));
    return [
      ...(exact ? [] : [found('passage-without-wording', language)]),
      ...(carries(step, 'identity') && !named ? [found('passage-without-brand', language)] : []),
    ];
  });
};

export const checkPassages = (subject: CheckSubject): readonly Finding[] => [
  ...checkStart(subject),
  ...checkBinding(subject),
  ...subject.script.steps.flatMap((step) => checkWording(subject, step)),
];
