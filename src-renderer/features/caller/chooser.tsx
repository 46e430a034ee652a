/**
 * Several people have this number: choose with a digit, ringing or talking; 0 is none of them. In
 * the wrap-up the digits settle the call, and the pointer or Tab chooses.
 */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { type KeyBinding, useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallerMatch } from '@shared/contracts/engine/caller-view.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import styles from './caller.module.css';

const css = styleNames(styles);

type Candidate = Extract<CallerMatch, { status: 'several' }>['candidates'][number];

const digitKeys = (digit: number, act: () => void): KeyBinding[] => [
  { key: `Digit${digit}`, whileTyping: 'rests', act },
  { key: `Digit${digit}`, modifier: 'alt', whileTyping: 'works', act },
];

const CandidateRow = ({
  one,
  digit,
  first,
  onChoose,
  onConsider,
}: {
  readonly one: Candidate;
  readonly digit: number | null;
  readonly first: boolean;
  readonly onChoose: () => void;
  readonly onConsider: () => void;
}) => {
  const { t } = useText();
  const { standing } = one;
  const stands =
    standing === null
      ? null
      : standing.is === 'since'
        ? t(`c360.since.${standing.civility}`, { year: standing.year })
        : t(`caller.standing.${standing.is}`);
  const beside = [one.place, stands?.toLocaleLowerCase()].filter(
    (words) => words !== null && words !== undefined,
  );
  return (
    <button
      type="button"
      className={css('candidate', first && 'likeliest')}
      aria-keyshortcuts={digit === null ? undefined : String(digit)}
      onClick={onChoose}
      onFocus={onConsider}
      onMouseEnter={onConsider}
    >
      <span className={css('digit')} aria-hidden="true">
        {digit ?? '·'}
      </span>
      <span className={css('who')}>
        <b>{one.name}</b>
        {beside.length === 0 ? null : <small>{beside.join(', ')}</small>}
        <span>{one.evidence}</span>
      </span>
      <Tag tone={one.verdict === 'likely' ? 'ink' : 'plain'}>
        {t(`caller.verdict.${one.verdict}`)}
      </Tag>
    </button>
  );
};

export const Chooser = ({
  work,
  candidates,
  digits,
  onConsider,
}: {
  readonly work: WorkItem;
  readonly digits: 'choose' | 'rest';
  readonly candidates: readonly Candidate[];
  /** Whose thread to show beside, before anyone is chosen. */
  readonly onConsider: (customerId: string) => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const choose = (customerId: string | null) =>
    void request('work.choose-customer', { workId: work.id, customerId });
  const shown = candidates.slice(0, 9);
  const byDigit = digits === 'choose';
  const bindings = [
    ...shown.flatMap((one, at) => digitKeys(at + 1, () => choose(one.customerId))),
    ...digitKeys(0, () => choose(null)),
  ];
  useKeys(byDigit ? bindings : []);
  return (
    <section aria-label={t('caller.who')}>
      <header className={css('head')}>
        <h2>{t('caller.who')}</h2>
        {byDigit ? (
          <span>
            <span aria-hidden="true">
              <KeyCaps keys={[shown.length > 1 ? `1–${shown.length}` : '1']} />{' '}
              {t('caller.hintShort')}
            </span>
            <span className="sr-only">{t('caller.hint', { last: shown.length })}</span>
          </span>
        ) : null}
      </header>
      {shown.map((one, at) => (
        <CandidateRow
          key={one.customerId}
          one={one}
          digit={byDigit ? at + 1 : null}
          first={at === 0}
          onChoose={() => choose(one.customerId)}
          onConsider={() => onConsider(one.customerId)}
        />
      ))}
      <button
        type="button"
        className={css('candidate')}
        aria-keyshortcuts={byDigit ? '0' : undefined}
        onClick={() => choose(null)}
      >
        <span className={css('digit')} aria-hidden="true">
          {byDigit ? 0 : '–'}
        </span>
        <span className={css('who')}>
          <b>{t('caller.none')}</b>
          <small>{t('caller.noneDetail')}</small>
        </span>
      </button>
    </section>
  );
};
