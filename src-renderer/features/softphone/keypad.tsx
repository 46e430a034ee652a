/** Tones in a call: by mouse, or by the digits of the keyboard while it is open. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { isTypingIn, useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useEffect, useRef, useState } from 'react';
import styles from './keypad.module.css';
import { pastedTones } from './pasted-tones.ts';

const css = styleNames(styles);
const shownTones = 24;

const tones = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

export const Keypad = ({ callId }: { readonly callId: string }) => {
  const { t } = useText();
  const request = useRequest();
  const { screen } = useServices();
  const [sent, setSent] = useState('');
  const [odd, setOdd] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const close = () => screen.setState({ overlay: null });
  const send = async (tone: string) => {
    const answer = await request('call.dtmf', { callId, tones: tone });
    if (answer.ok) setSent((before) => (before + tone).slice(-shownTones));
    setOdd(false);
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTypingIn(event.target)) return;
      event.preventDefault();
      const tones = pastedTones(event.clipboardData?.getData('text') ?? '');
      setOdd(tones === null);
      if (tones !== null) void latest.current(tones);
    };
    window.addEventListener('paste', paste, { capture: true });
    return () => window.removeEventListener('paste', paste, { capture: true });
  }, []);
  // Its digits are tones, not answers of the speech beneath.
  useKeys(
    [
      { key: 'Escape', whileTyping: 'works', act: close },
      ...tones.map(([tone]) => ({
        key: /\d/.test(tone) ? `Digit${tone}` : tone,
        whileTyping: 'rests' as const,
        act: () => void send(tone),
      })),
    ],
    'overlay',
  );
  return (
    <div className={css('keypad')} role="dialog" aria-label={t('keypad.title')}>
      <output className={css('sent', 'figures')} aria-live="polite">
        {odd ? t('keypad.odd') : sent === '' ? t('keypad.empty') : sent}
      </output>
      <div className={css('grid')}>
        {tones.map(([tone, letters]) => (
          <button
            key={tone}
            ref={tone === '5' ? first : undefined}
            type="button"
            className={css('tone')}
            onClick={() => void send(tone)}
          >
            <b>{tone}</b>
            <small aria-hidden="true">{letters}</small>
          </button>
        ))}
      </div>
      <Button size="small" look="ghost" keys={[t('key.escape')]} onClick={close}>
        {t('common.close')}
      </Button>
    </div>
  );
};
