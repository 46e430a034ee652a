/** What the customer may object, on Alt and a letter; the answer opens and the step stays. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { raiseObjection } from '@shared/domain/script/run.ts';
import { metObjection } from '@shared/domain/script/trace.ts';
import { useState } from 'react';
import { ObjectionAnswer } from './objection-answer.tsx';
import styles from './speech.module.css';

const css = styleNames(styles);
/** The keys of the design, in order; further objections are reached by the mouse or Tab. */
const letters = ['a', 'z', 'e', 'r'] as const;

export const Objections = ({ speech }: { readonly speech: Speech }) => {
  const { t } = useText();
  const { script, note, plain, language } = speech;
  const [openId, setOpenId] = useState<string | null>(null);
  const toggle = (id: string) => {
    setOpenId(openId === id ? null : id);
    if (openId === id) return;
    note((current, { at }) => {
      const raised = raiseObjection(script, current, id);
      return raised === current ? current : metObjection(raised, id, at);
    });
  };
  useKeys(
    letters.flatMap((letter, at) => {
      const objection = script.objections[at];
      return objection === undefined
        ? []
        : [
            {
              key: letter,
              modifier: 'alt' as const,
              whileTyping: 'works' as const,
              act: () => toggle(objection.id),
            },
          ];
    }),
  );
  if (script.objections.length === 0) return null;
  const open = script.objections.find((one) => one.id === openId);
  return (
    <section aria-label={t('speech.objections')}>
      <div className={css('sub')}>
        <h3>{t('speech.objections')}</h3>
      </div>
      <div className={css('objections')}>
        {script.objections.map((objection, at) => {
          const letter = letters[at]?.toUpperCase();
          return (
            <button
              key={objection.id}
              type="button"
              className={css('objection', objection.id === openId && 'open')}
              aria-expanded={objection.id === openId}
              aria-keyshortcuts={letter === undefined ? undefined : `Alt+${letter}`}
              onClick={() => toggle(objection.id)}
            >
              {letter === undefined ? null : <KeyCaps keys={['Alt', letter]} />}
              <span lang={language}>{plain(objection.label, objection.labels)}</span>
            </button>
          );
        })}
      </div>
      {open === undefined ? null : (
        <ObjectionAnswer
          key={open.id}
          speech={speech}
          objection={open}
          onLeave={() => setOpenId(null)}
        />
      )}
    </section>
  );
};
