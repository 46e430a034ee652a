/** One line to write in, with phrases that go by a digit; what did not go stays in it and says why. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { messageLength } from '@shared/contracts/http/help-messages.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { type FormEvent, useState } from 'react';
import styles from './talk.module.css';

const css = styleNames(styles);

export const WriteField = ({
  label,
  phrases,
  layer,
  focus,
  onSend,
}: {
  readonly label: string;
  readonly phrases: readonly string[];
  /** Over a page that has digits of its own, they are Alt and a digit here. */
  readonly layer: 'page' | 'overlay';
  readonly focus: 'at-once' | 'when-asked';
  /** @returns why it did not go; null when it did */
  readonly onSend: (words: string) => Promise<ErrorCode | null>;
}) => {
  const { t } = useText();
  const [words, setWords] = useState('');
  const [state, setState] = useState<'idle' | 'sending' | ErrorCode>('idle');
  const send = async (said: string, isTyped: boolean) => {
    if (said === '' || state === 'sending') return;
    setState('sending');
    const code = await onSend(said);
    setState(code ?? 'idle');
    // A phrase that did not go stands in the field, unless something is being written there.
    if (code === null ? isTyped : words === '') setWords(code === null ? '' : said);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(words.trim(), true);
  };
  useKeys(
    phrases.flatMap((phrase, at) => {
      const act = () => void send(phrase, false);
      const key = `Digit${at + 1}`;
      return [
        { key, modifier: 'alt' as const, whileTyping: 'works' as const, act },
        ...(layer === 'page' ? [{ key, whileTyping: 'rests' as const, act }] : []),
      ];
    }),
    layer,
  );
  return (
    <form className={css('write', layer === 'overlay' && 'beside')} onSubmit={submit}>
      <div className={css('field')}>
        <input
          // biome-ignore lint/a11y/noAutofocus: only where she has asked for it by key
          autoFocus={focus === 'at-once'}
          aria-label={label}
          placeholder={label}
          maxLength={messageLength}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <KeyCaps keys={['↵']} />
      </div>
      {state === 'idle' || state === 'sending' ? null : (
        <p className={css('failed')} role="alert">
          <Icon name="alert" size={16} />
          {t('talk.notGone', { why: t(`error.${state}`) })}
        </p>
      )}
      <div className={css('phrases')}>
        {phrases.map((phrase, at) => (
          <Button
            key={phrase}
            size="small"
            keys={layer === 'page' ? [String(at + 1)] : ['Alt', String(at + 1)]}
            onClick={() => void send(phrase, false)}
          >
            {phrase}
          </Button>
        ))}
      </div>
    </form>
  );
};
