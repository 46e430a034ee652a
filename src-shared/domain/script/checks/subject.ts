/** What the checks look at: the speech, what the brand asks of its words, and the graph worked out once. */
import { environmentOf } from '../answers.ts';
import type { ExpressionEnvironment } from '../expression/types.ts';
import type { Script } from '../script.ts';
import { type Graph, graphOf } from './graph.ts';

/** Words that the brand does not want to be said, and what it wants said instead. */
export type AvoidedWords = {
  readonly words: string;
  readonly instead?: string | undefined;
  readonly severity: 'block' | 'advice';
  readonly language?: 'fr' | 'en' | undefined;
};

export type CheckContext = {
  readonly brandName?: string;
  readonly avoided?: readonly AvoidedWords[];
  /** The codes that a call of this brand can be qualified with; absent: not known here. */
  readonly dispositionCodes?: readonly string[];
  /** Whether this version of another speech can be called; absent: not known here. */
  readonly hasScript?: (id: string, version: number) => boolean;
  /** How long one text may take to say, at a calm voice. */
  readonly readingLimitS?: number;
};

export type CheckSubject = {
  readonly script: Script;
  readonly context: CheckContext;
  readonly graph: Graph;
  readonly environment: ExpressionEnvironment;
};

export const subjectOf = (script: Script, context: CheckContext): CheckSubject => ({
  script,
  context,
  graph: graphOf(script),
  environment: environmentOf(script),
});
