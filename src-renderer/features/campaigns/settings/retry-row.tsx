/** One rule: after which result and at which hours of her day, when again, how often, on which number. */

import { NumberField, SelectField, TextField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { dialResults } from '@shared/domain/campaign/dial-result.ts';
import type { RetryRule } from '@shared/domain/campaign/retry.ts';
import { useState } from 'react';
import styles from '../campaigns.module.css';

const css = styleNames(styles);
const results = dialResults.filter((one) => one !== 'reached');
const numbers = ['same', 'next'] as const;
const mostMinutes = 60 * 24 * 90;
type Span = readonly [number, number] | undefined;

const two = (value: number): string => String(value).padStart(2, '0');
const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const spanWords = (span: Span): string =>
  span === undefined ? '' : `${clockOf(span[0])}-${clockOf(span[1])}`;

/** `17:00-20:00`, also `17-20`; null: neither that nor empty. */
export const readSpan = (text: string): [number, number] | 'none' | null => {
  if (text.trim() === '') return 'none';
  const found = /^\s*(\d{1,2})(?:[:h](\d{2}))?\s*[-–à]\s*(\d{1,2})(?:[:h](\d{2}))?\s*h?\s*$/.exec(
    text,
  );
  if (found === null) return null;
  const [from, to] = [
    Number(found[1]) * 60 + Number(found[2] ?? 0),
    Number(found[3]) * 60 + Number(found[4] ?? 0),
  ];
  return from < to && to <= 1440 ? [from, to] : null;
};

const SpanField = ({
  label,
  span,
  onChange,
}: {
  readonly label: string;
  readonly span: Span;
  readonly onChange: (span: [number, number] | undefined) => void;
}) => {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? spanWords(span);
  const wrong = readSpan(shown) === null;
  return (
    <TextField
      label={label}
      value={shown}
      wrong={wrong}
      hint={wrong ? t('planning.retry.spanWanted') : ''}
      onChange={(text) => {
        setTyped(text);
        const read = readSpan(text);
        if (read !== null) onChange(read === 'none' ? undefined : read);
      }}
    />
  );
};

const withSpan = (
  { madeBetween, tryBetween, ...rest }: RetryRule,
  part: Partial<Pick<RetryRule, 'madeBetween' | 'tryBetween'>>,
): RetryRule => {
  const made = 'madeBetween' in part ? part.madeBetween : madeBetween;
  const again = 'tryBetween' in part ? part.tryBetween : tryBetween;
  return {
    ...rest,
    ...(made === undefined ? {} : { madeBetween: made }),
    ...(again === undefined ? {} : { tryBetween: again }),
  };
};

export const RetryRow = ({
  rule,
  place,
  onChange,
  onRemove,
  onUp,
}: {
  readonly rule: RetryRule;
  readonly place: number;
  readonly onChange: (rule: RetryRule) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | null;
}) => {
  const { t } = useText();
  const name = t('planning.retry.rule', { place: place + 1 });
  return (
    <li aria-label={name}>
      <SelectField
        label={t('planning.retry.result')}
        value={rule.result}
        options={results.map((id) => ({ id, label: t(`planning.result.${id}`) }))}
        onChange={(value) =>
          onChange({ ...rule, result: results.find((one) => one === value) ?? rule.result })
        }
      />
      <SpanField
        label={t('planning.retry.madeBetween')}
        span={rule.madeBetween}
        onChange={(madeBetween) => onChange(withSpan(rule, { madeBetween }))}
      />
      <NumberField
        label={t('planning.retry.afterMinutes')}
        value={rule.afterMinutes}
        from={1}
        to={mostMinutes}
        onChange={(value) =>
          onChange({ ...rule, afterMinutes: Math.round(value ?? rule.afterMinutes) })
        }
      />
      <NumberField
        label={t('planning.retry.times')}
        value={rule.times}
        from={0}
        to={20}
        onChange={(value) => onChange({ ...rule, times: Math.round(value ?? rule.times) })}
      />
      <SelectField
        label={t('planning.retry.number')}
        value={rule.number}
        options={numbers.map((id) => ({ id, label: t(`planning.retry.numbers.${id}`) }))}
        onChange={(value) => onChange({ ...rule, number: value === 'same' ? 'same' : 'next' })}
      />
      <SpanField
        label={t('planning.retry.tryBetween')}
        span={rule.tryBetween}
        onChange={(tryBetween) => onChange(withSpan(rule, { tryBetween }))}
      />
      <span className={css('acts')}>
        {onUp === null ? null : (
          <Button
            size="small"
            look="ghost"
            aria-label={t('planning.retry.up', { name })}
            onClick={onUp}
          >
            ↑
          </Button>
        )}
        <Button
          size="small"
          look="ghost"
          aria-label={t('planning.retry.remove', { name })}
          onClick={onRemove}
        >
          ×
        </Button>
      </span>
    </li>
  );
};
