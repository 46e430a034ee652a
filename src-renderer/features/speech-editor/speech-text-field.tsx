/** Words to be said, with their merged fields completed while one writes `{{`. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { countWords, readingSeconds } from '@shared/domain/script/checks/reading-time.ts';
import { wordsOfFacts } from '@shared/domain/script/expression/words-of-facts.ts';
import { factNames, factTypes } from '@shared/domain/script/facts.ts';
import { useId, useMemo, useRef, useState } from 'react';
import { CompletionList, type Offer, useCompleting } from './completion-list.tsx';
import { useReadOnly } from './editor-store.ts';
import styles from './speech-editor.module.css';

const css = styleNames(styles);

const shownAtMost = 9;
const opened = /\{\{\s*([\w.]*)$/;

/** A yes or no has no words: it is for conditions. */
const sayable = factNames.filter((name) => factTypes[name].kind !== 'yes-no');

const useFactOffers = (value: string, caret: number): readonly Offer[] => {
  const { language } = useText();
  return useMemo(() => {
    const typed = opened.exec(value.slice(0, caret))?.[1]?.toLowerCase();
    if (typed === undefined) return [];
    const offers = sayable.map(
      (text): Offer => ({ text, note: wordsOfFacts(text)?.noun[language] ?? '' }),
    );
    const fits = ({ text, note }: Offer) =>
      text.toLowerCase().includes(typed) || note.toLowerCase().includes(typed);
    return offers.filter(fits).slice(0, shownAtMost);
  }, [value, caret, language]);
};

/** Puts something into the text and the caret behind a part of it. */
const useWriting = (value: string, onChange: (value: string) => void) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const write = (next: string, at: number, to = at) => {
    onChange(next);
    setCaret(at);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, to);
    });
  };
  const insertField = (name: string) => {
    const start = opened.exec(value.slice(0, caret))?.index ?? caret;
    const end = value.slice(caret).startsWith('}}') ? caret + 2 : caret;
    const before = `${value.slice(0, start)}{{${name}|`;
    write(`${before}}}${value.slice(end)}`, before.length);
  };
  const surround = () => {
    const { selectionStart = caret, selectionEnd = caret } = area.current ?? {};
    const chosen = value.slice(selectionStart, selectionEnd);
    write(
      `${value.slice(0, selectionStart)}[[${chosen}]]${value.slice(selectionEnd)}`,
      selectionStart + 2,
      selectionStart + 2 + chosen.length,
    );
  };
  const openField = () => write(`${value.slice(0, caret)}{{${value.slice(caret)}`, caret + 2);
  return { area, caret, setCaret, insertField, surround, openField };
};

const Tools = ({
  onField,
  onExact,
}: {
  readonly onField: () => void;
  readonly onExact: () => void;
}) => {
  const { t } = useText();
  return (
    <div className={css('tools')}>
      <Button size="small" look="ghost" icon="plus" onClick={onField}>
        {t('speechEditor.insertField')}
      </Button>
      <Button size="small" look="ghost" icon="lock" onClick={onExact}>
        {t('speechEditor.markExact')}
      </Button>
    </div>
  );
};

export const SpeechTextField = ({
  label,
  value,
  place,
  lang,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly place: string;
  readonly lang: 'fr' | 'en';
  readonly onChange: (value: string) => void;
}) => {
  const { t } = useText();
  const id = useId();
  const readOnly = useReadOnly();
  const writing = useWriting(value, onChange);
  const offers = useFactOffers(value, writing.caret);
  const completing = useCompleting(offers, ({ text }) => writing.insertField(text));
  const openField = () => {
    writing.openField();
    completing.reopen();
  };
  return (
    <div className={css('speechText')}>
      <label htmlFor={id}>{label}</label>
      <div className={css('textBox')}>
        <textarea
          ref={writing.area}
          id={id}
          lang={lang}
          rows={Math.min(12, Math.max(3, Math.ceil(value.length / 62)))}
          maxLength={2000}
          value={value}
          readOnly={readOnly}
          data-place={place}
          aria-autocomplete="list"
          aria-controls={completing.offers.length > 0 ? completing.id : undefined}
          aria-activedescendant={
            completing.offers.length > 0 ? `${completing.id}-${completing.at}` : undefined
          }
          onChange={(event) => {
            writing.setCaret(event.currentTarget.selectionStart);
            onChange(event.currentTarget.value);
            completing.reopen();
          }}
          onSelect={(event) => writing.setCaret(event.currentTarget.selectionStart)}
          onKeyDown={completing.onKeyDown}
          onBlur={completing.close}
        />
        <CompletionList of={completing} label={t('speechEditor.offers')} />
      </div>
      <div className={css('textFoot')}>
        {readOnly ? null : <Tools onField={openField} onExact={writing.surround} />}
        <small>
          {t('speechEditor.length', { words: countWords(value), seconds: readingSeconds(value) })}
        </small>
      </div>
    </div>
  );
};
