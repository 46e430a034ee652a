/**
 * ```
 * draft --start--> running --pause--> paused --start--> running
 *                     |                  |
 *                     +------ stop ------+----> stopped
 * ```
 * A stopped campaign never dials again; a copy of it begins anew as a draft.
 */
import { diallingOf, mayPresent } from '../law/presented-for.ts';
import { saysHowToOppose } from '../message/opposition-mention.ts';
import type { CampaignSettings, CampaignState } from './campaign.ts';
import { stepsWithoutTemplate } from './sequence.ts';

export const campaignMoves = ['start', 'pause', 'stop'] as const;
export type CampaignMove = (typeof campaignMoves)[number];

const moves: {
  readonly [state in CampaignState]: { readonly [move in CampaignMove]?: CampaignState };
} = {
  draft: { start: 'running' },
  running: { pause: 'paused', stop: 'stopped' },
  paused: { start: 'running', stop: 'stopped' },
  stopped: {},
};

/** Null: not from there. */
export const moved = (state: CampaignState, move: CampaignMove): CampaignState | null =>
  moves[state][move] ?? null;

export const startProblems = [
  'no-speech',
  'no-team',
  'no-number',
  /** None of its numbers may be presented by this way of dialling. */
  'number-not-for-dialling',
  /** Its calls are placed by the hub, and this hub has no switch. */
  'no-switch',
  'no-contact',
  'is-over',
  'no-refusal',
  'refusal-not-kept',
  /** A step of its sequence that writes, and nothing chosen to be written. */
  'no-template',
  /** A short message that sells does not say how to have them cease (CPCE L34-5). */
  'no-way-to-oppose',
] as const;
export type StartProblem = (typeof startProblems)[number];

/** Its calls are placed by the hub, not by advisors. */
export const needsSwitch = ({ dialling: { mode } }: Pick<CampaignSettings, 'dialling'>): boolean =>
  mode !== 'manual' && mode !== 'preview';

/**
 * What keeps it from being started: all of it at once, so that it is mended at once.
 * @param today ISO date, of the brand's zone.
 * @param refusing qualifications of the brand that keep silence for sixty days afterwards.
 */
export const problemsOfStart = (
  settings: CampaignSettings,
  contacts: number,
  today: string,
  refusing: ReadonlySet<string>,
  dialSwitch: 'there' | 'none' = 'there',
  /** Bodies of the templates that it writes by SMS and by which it sells. */
  soldBySms: readonly string[] = [],
): readonly StartProblem[] => {
  const { callKind, scriptId, teamIds, presentedNumbers, endsOn, outcomes } = settings;
  const way = diallingOf(settings.dialling.mode);
  const mayShow = (number: string): boolean => mayPresent(number, way, Date.parse(today));
  const says = (wanted: string): boolean => outcomes.some((one) => one.consequence === wanted);
  const found: { readonly [problem in StartProblem]: boolean } = {
    'no-speech': scriptId === null,
    'no-team': teamIds.length === 0,
    'no-number': presentedNumbers.length === 0,
    'number-not-for-dialling': presentedNumbers.length > 0 && !presentedNumbers.some(mayShow),
    'no-switch': needsSwitch(settings) && dialSwitch === 'none',
    'no-contact': contacts === 0 && settings.events.length === 0,
    'is-over': endsOn < today,
    // What is called a refusal here and is none for the law would be forgotten by the next campaign.
    'refusal-not-kept': outcomes.some(
      ({ consequence, dispositionCode }) =>
        consequence === 'refusal' && !refusing.has(dispositionCode),
    ),
    'no-template': stepsWithoutTemplate(settings.sequence).length > 0,
    'no-way-to-oppose': !soldBySms.every(saysHowToOppose),
    // A no that cannot be noted would be asked again next week.
    'no-refusal': callKind === 'commercial' && !(says('refusal') && says('opposition')),
  };
  return startProblems.filter((problem) => found[problem]);
};
