/** A speech that promises a language is whole in it. */
import { languagesOf, type Script } from '../script.ts';
import type { Step } from '../step.ts';
import { isWrittenIn, type Labels, type SpeechLanguage } from '../text.ts';
import type { Finding, FindingPlace } from './finding.ts';
import type { CheckSubject } from './subject.ts';
import { writtenTexts } from './texts.ts';

const missingTexts = (script: Script, language: SpeechLanguage): readonly Finding[] =>
  writtenTexts(script)
    .filter(({ text }) => text.default.trim() !== '')
    .filter(({ text }) => !isWrittenIn(text, language, script.locale))
    .map(({ at }) => ({
      check: 'translation',
      code: 'translation-missing',
      severity: 'block',
      at: { ...at, language },
      data: { language },
    }));

type Labelled = {
  readonly label: string;
  readonly labels: Labels | undefined;
  readonly at: FindingPlace;
};

const labelsOf = (step: Step): readonly Labelled[] => {
  const at = (field: string): FindingPlace => ({ stepId: step.id, field });
  return [
    { label: step.title, labels: step.titles, at: at('title') },
    ...step.choices.map(({ label, labels }, index) => ({
      label,
      labels,
      at: at(`choices.${index}`),
    })),
    ...step.fields.map(({ label, labels }, index) => ({
      label,
      labels,
      at: at(`fields.${index}`),
    })),
  ];
};

/** What only the advisor reads is advice: she can work with it. */
const missingLabels = (script: Script, language: SpeechLanguage): readonly Finding[] =>
  [
    ...script.steps.flatMap(labelsOf),
    ...script.objections.map(({ id, label, labels }) => ({
      label,
      labels,
      at: { objectionId: id, field: 'label' },
    })),
  ]
    .filter(({ label, labels }) => label !== '' && (labels?.[language] ?? '') === '')
    .map(({ label, at }) => ({
      check: 'translation',
      code: 'label-untranslated',
      severity: 'advice',
      at: { ...at, language },
      data: { language, label },
    }));

export const checkTranslation = ({ script }: CheckSubject): readonly Finding[] =>
  languagesOf(script)
    .filter((language) => language !== script.locale)
    .flatMap((language) => [...missingTexts(script, language), ...missingLabels(script, language)]);
