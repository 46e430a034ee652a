/**
 * An assessment of a call. The advisor answers before it is final, and what she contests goes to
 * somebody else than who marked it.
 *
 *   draft ──sent──▶ sent ──answered──▶ answered ──closed──▶ final
 *                     └───contested──▶ contested ──closed (by another)──▶ final
 */

export const assessmentStates = ['draft', 'sent', 'answered', 'contested', 'final'] as const;
export type AssessmentState = (typeof assessmentStates)[number];
export const assessmentMoves = ['send', 'answer', 'contest', 'close'] as const;
export type AssessmentMove = (typeof assessmentMoves)[number];

const next: {
  readonly [state in AssessmentState]: Partial<Record<AssessmentMove, AssessmentState>>;
} = {
  draft: { send: 'sent' },
  sent: { answer: 'answered', contest: 'contested' },
  answered: { close: 'final' },
  contested: { close: 'final' },
  final: {},
};

/** Null: not from there. */
export const afterMove = (state: AssessmentState, move: AssessmentMove): AssessmentState | null =>
  next[state][move] ?? null;
