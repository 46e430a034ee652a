/** F1: every key, in one look. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useEffect, useRef } from 'react';
import styles from './key-help.module.css';

const css = styleNames(styles);

/** Keys as printed; `escape` and `shift` are words of the catalogue. */
const groups = [
  {
    id: 'call',
    rows: [
      ['answer', ['F2']],
      ['mute', ['F3']],
      ['hold', ['F4']],
      ['swap', ['shift', 'F4']],
      ['transfer', ['F6']],
      ['threeWay', ['F7']],
      ['keypad', ['F8']],
      ['hangUp', ['F9']],
      ['pauseRecording', ['shift', 'F3']],
      ['recording', ['shift', 'F8']],
      ['park', ['F11']],
      ['pickUp', ['Alt', 'P']],
      ['redial', ['shift', 'F2']],
      ['refuse', ['escape']],
    ],
  },
  {
    id: 'speech',
    rows: [
      ['choice', ['1', '…', '9']],
      ['choiceTyping', ['Alt', '1', '…', '9']],
      ['action', ['0']],
      ['plan', ['Alt', 'G']],
      ['unsaid', ['Alt', 'X']],
      ['why', ['Alt', 'W']],
      ['language', ['Alt', 'L']],
      ['objection', ['Alt', 'A Z E R']],
      ['article', ['Alt', 'Q S T']],
      ['back', ['←']],
      ['next', ['→']],
    ],
  },
  {
    id: 'work',
    rows: [
      ['notes', ['Alt', 'N']],
      ['case', ['Alt', 'D']],
      ['callback', ['Alt', 'C']],
      ['caseForm', ['Alt', 'O']],
      ['finish', ['Ctrl', '↵']],
      ['extend', ['F10']],
      ['find', ['Ctrl', 'K']],
      ['missing', ['Alt', 'M']],
      ['write', ['Ctrl', 'E']],
      ['insertAnswer', ['Alt', 'I']],
      ['insertStep', ['Alt', 'U']],
      ['send', ['Ctrl', '↵']],
      ['star', ['Alt', 'F']],
      ['lock', ['Ctrl', 'L']],
      ['help', ['F1']],
    ],
  },
] as const;

/** For those who lead a team. */
const leading = {
  id: 'lead',
  rows: [
    ['take', ['Alt', 'K']],
    ['look', ['Alt', 'B']],
    ['next', ['N']],
    ['order', ['T']],
    ['thresholds', ['U']],
    ['ways', ['L S E']],
    ['takeOver', ['P']],
    ['wall', ['F11']],
  ],
} as const;

const words = new Set(['escape', 'shift']);

type Keys = {
  readonly id: string;
  readonly rows: readonly (readonly [id: string, keys: readonly string[]])[];
};

const Group = ({ group }: { readonly group: Keys }) => {
  const { t } = useText();
  return (
    <section>
      <h3>{t(`keys.group.${group.id}`)}</h3>
      <dl>
        {group.rows.map(([id, keys]) => (
          <div key={id}>
            <dt>{t(`keys.${group.id}.${id}`)}</dt>
            <dd>
              <KeyCaps keys={keys.map((key) => (words.has(key) ? t(`key.${key}`) : key))} />
              <span className="sr-only">{keys.join(' ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

export const KeyHelp = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText();
  const leads = useSlice('session')?.user?.role === 'team-lead';
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useKeys([{ key: 'Escape', whileTyping: 'works', act: onClose }]);
  return (
    <dialog ref={dialog} className={css('dialog')} aria-labelledby="keys-title" onClose={onClose}>
      <div className={css('top')}>
        <h2 id="keys-title">{t('status.keys')}</h2>
        <Button size="small" look="ghost" keys={[t('key.escape')]} onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <div className={css('groups')}>
        {groups.map((group) => (
          <div key={group.id}>
            <Group group={group} />
            {leads && group.id === 'speech' ? <Group group={leading} /> : null}
          </div>
        ))}
      </div>
      <p>{t('keys.rule')}</p>
    </dialog>
  );
};
