/** What a check found in a speech: how grave, where, and what helps. Its words are the screen's. */
import type { SpeechLanguage } from '../text.ts';

/** The checks, in the order in which they are told. */
export const checkNames = [
  'ways',
  'loops',
  'unreachable',
  'wrap-up',
  'passages',
  'fields',
  'conditions',
  'actions',
  'words',
  'reading-time',
  'translation',
  'empty-fields',
] as const;
export type CheckName = (typeof checkNames)[number];

export const findingCodes = [
  ...['step-twice', 'step-missing', 'dead-end', 'choice-unanswered', 'branch-unanswered'],
  ...['loop-without-exit', 'unreachable', 'no-wrap-up', 'unknown-disposition'],
  ...['passage-missing', 'passage-without-wording', 'passage-without-brand'],
  ...[
    'field-unknown',
    'format-unknown',
    'field-without-words',
    'mark-up-broken',
    'name-for-unknown',
  ],
  ...['condition', 'answer-unknown', 'sub-script-missing', 'consent-incomplete', 'options-missing'],
  ...['nothing-said', 'words-forbidden', 'reading-too-long', 'translation-missing'],
  ...['label-untranslated', 'field-may-be-empty', 'action-missing'],
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Where it is: a step or an objection, or else the head of the speech; then the place within. */
export type FindingPlace = {
  readonly stepId?: string;
  readonly objectionId?: string;
  /** `text`, `next`, `choices.0`, `routes.1`, `fields.0`, `opening`, `action`. */
  readonly field: string;
  readonly language?: SpeechLanguage;
  /** In UTF-16 units of the text that is meant. */
  readonly from?: number;
  readonly to?: number;
};

export type Finding = {
  readonly check: CheckName;
  readonly code: FindingCode;
  /** `block`: it cannot be submitted so. */
  readonly severity: 'block' | 'advice';
  readonly at: FindingPlace;
  readonly data: { readonly [name: string]: string | number };
};
