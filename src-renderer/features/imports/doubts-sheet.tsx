/** Doubtful lines, one after the other: 1 the same person, 2 the same household, 3 two records. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportLineView } from '@shared/contracts/http/imports.ts';
import { type Decision, type DoubtRule, doubtRules } from '@shared/domain/import/progress.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { useId } from 'react';
import styles from './imports.module.css';
import { type ImportDesk, useLines } from './use-imports.ts';

const css = styleNames(styles);

const choices: readonly { readonly decision: Decision; readonly word: string }[] = [
  { decision: 'same-person', word: 'samePerson' },
  { decision: 'same-household', word: 'sameHousehold' },
  { decision: 'two-records', word: 'twoRecords' },
];

type Doubt = NonNullable<ImportLineView['doubt']>;

const Side = ({ side }: { readonly side: Doubt['own'] }) => {
  const { t } = useText();
  return (
    <div>
      <small>
        {side.line === null ? t('imports.known') : t('imports.lineOf', { line: side.line })}
      </small>
      <b>{[side.name, side.place].filter(Boolean).join(', ')}</b>
      <span>{side.number === null ? '' : displayNumber(side.number)}</span>
    </div>
  );
};

const Rule = ({
  rule,
  onRule,
}: {
  readonly rule: DoubtRule;
  readonly onRule: (rule: DoubtRule) => void;
}) => {
  const { t } = useText();
  const id = useId();
  return (
    <p className={css('rule')}>
      <label htmlFor={id}>{t('imports.doubtsRest')}</label>
      <select
        id={id}
        value={rule}
        onChange={(event) =>
          onRule(doubtRules.find((one) => one === event.currentTarget.value) ?? 'wait')
        }
      >
        {doubtRules.map((one) => (
          <option key={one} value={one}>
            {t(`imports.rule.${one}`)}
          </option>
        ))}
      </select>
    </p>
  );
};

export const DoubtsSheet = ({
  desk,
  rule,
  onRule,
}: {
  readonly desk: ImportDesk;
  readonly rule: DoubtRule;
  readonly onRule: (rule: DoubtRule) => void;
}) => {
  const { t } = useText();
  const lines = useLines(desk, 'doubt');
  const line = lines?.lines[0];
  const decide = (decision: Decision) => {
    if (line !== undefined) void desk.changeLine(line.line, { decision });
  };
  useKeys(
    choices.map(({ decision }, at) => ({
      key: `Digit${at + 1}`,
      whileTyping: 'rests' as const,
      act: () => decide(decision),
    })),
  );
  if (line?.doubt === undefined || line.doubt === null) return null;
  const { own, other, reasons } = line.doubt;
  const said = [...reasons.for, ...reasons.against].map((one) => t(`duplicates.reason.${one}`));
  return (
    <section className={css('sheet', 'doubts')} aria-label={t('imports.doubtsTitle')}>
      <header>
        <h2>{t('imports.doubtsTitle')}</h2>
        <Tag tone="warn">{t('imports.doubtOf', { at: 1, total: desk.view.counts.doubt })}</Tag>
        <i />
        <small>{said.join(', ')}</small>
      </header>
      <div className={css('pair')}>
        <Side side={own} />
        {other === null ? <div /> : <Side side={other} />}
        <div className={css('decide')}>
          {choices.map(({ decision, word }, at) => (
            <Button
              key={decision}
              size="small"
              keys={[String(at + 1)]}
              aria-keyshortcuts={String(at + 1)}
              onClick={() => decide(decision)}
            >
              {t(`imports.${word}`)}
            </Button>
          ))}
        </div>
      </div>
      <Rule rule={rule} onRule={onRule} />
    </section>
  );
};
