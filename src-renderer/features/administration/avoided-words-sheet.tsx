/** Words that are not said in the brand's name, and what is said instead; each row saves itself. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type AvoidedWords, avoidedWordsSchema } from '@shared/domain/brand-rules/brand-rules.ts';
import { type ReactNode, useState } from 'react';
import styles from './administration.module.css';
import { SelectField, TextField } from './fields.tsx';
import { checkForm, noneWrong, type WrongFields } from './form-errors.ts';
import { Sheet } from './loaded.tsx';
import type { RulesProps } from './rules-sheets.tsx';

const css = styleNames(styles);
const mostWords = 500;

type Draft = { readonly [field in 'words' | 'instead' | 'severity' | 'language']: string };
const draftOf = (known: AvoidedWords): Draft => ({
  words: known.words,
  instead: known.instead ?? '',
  severity: known.severity,
  language: known.language ?? '',
});
const empty: Draft = { words: '', instead: '', severity: 'advice', language: '' };

const given = ({ words, instead, severity, language }: Draft) => ({
  words,
  severity,
  ...(instead.trim() === '' ? {} : { instead }),
  ...(language === '' ? {} : { language }),
});

const same = (one: AvoidedWords, other: AvoidedWords): boolean =>
  JSON.stringify(given(draftOf(one))) === JSON.stringify(given(draftOf(other)));

const Row = ({
  draft,
  wrong,
  twice,
  onType,
  onDone,
  onChoose,
  children,
}: {
  readonly draft: Draft;
  readonly wrong: WrongFields;
  readonly twice: boolean;
  readonly onType: (change: Partial<Draft>) => void;
  readonly onDone: () => void;
  readonly onChoose: (change: Partial<Draft>) => void;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  const options = (field: 'severity' | 'language', ids: readonly string[]) =>
    ids.map((id) => ({ id, label: t(`admin.words.${field}s.${id === '' ? 'any' : id}`) }));
  return (
    <li className={css('ruleRow')}>
      <TextField
        label={t('admin.words.words')}
        value={draft.words}
        wrong={wrong.has('words') || twice}
        hint={twice ? t('admin.words.twice') : ''}
        onChange={(words) => onType({ words })}
        onDone={onDone}
      />
      <TextField
        label={t('admin.words.instead')}
        value={draft.instead}
        wrong={wrong.has('instead')}
        onChange={(instead) => onType({ instead })}
        onDone={onDone}
      />
      <SelectField
        label={t('admin.words.severity')}
        value={draft.severity}
        options={options('severity', ['advice', 'block'])}
        onChange={(severity) => onChoose({ severity })}
      />
      <SelectField
        label={t('admin.words.language')}
        value={draft.language}
        options={options('language', ['', 'fr', 'en'])}
        onChange={(language) => onChoose({ language })}
      />
      {children}
    </li>
  );
};

type Taken = (words: string) => boolean;

/** What is typed of a row until it can be kept. */
const useRow = (first: Draft, taken: Taken, onKeep: (words: AvoidedWords) => void) => {
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const [wrong, setWrong] = useState(noneWrong);
  const [twice, setTwice] = useState(false);
  const draft = { ...first, ...typed };
  const keep = (now: Draft): void => {
    const checked = checkForm(avoidedWordsSchema, given(now));
    setWrong(checked.ok ? noneWrong : checked.wrong);
    setTwice(checked.ok && taken(checked.value.words));
    if (!checked.ok || taken(checked.value.words)) return;
    setTyped({});
    onKeep(checked.value);
  };
  return {
    row: {
      draft,
      wrong,
      twice,
      onType: (change: Partial<Draft>) => setTyped({ ...typed, ...change }),
    },
    keep: (change: Partial<Draft> = {}) => keep({ ...draft, ...change }),
  };
};

const KeptRow = ({
  words,
  taken,
  onChange,
}: {
  readonly words: AvoidedWords;
  readonly taken: Taken;
  readonly onChange: (words: AvoidedWords | null) => void;
}) => {
  const { t } = useText();
  const { row, keep } = useRow(draftOf(words), taken, (next) => {
    if (!same(words, next)) onChange(next);
  });
  return (
    <Row
      {...row}
      onDone={keep}
      onChoose={(change) => {
        row.onType(change);
        keep(change);
      }}
    >
      <Button
        size="small"
        aria-label={t('admin.words.removeOf', { words: words.words })}
        onClick={() => onChange(null)}
      >
        {t('admin.remove')}
      </Button>
    </Row>
  );
};

const NewRow = ({
  taken,
  onAdd,
}: {
  readonly taken: Taken;
  readonly onAdd: (words: AvoidedWords) => void;
}) => {
  const { t } = useText();
  const { row, keep } = useRow(empty, taken, onAdd);
  return (
    <Row {...row} onDone={() => undefined} onChoose={row.onType}>
      <Button size="small" icon="plus" onClick={() => keep()}>
        {t('admin.words.add')}
      </Button>
    </Row>
  );
};

const folded = (words: string): string => words.trim().toLocaleLowerCase('fr');

export const AvoidedWordsSheet = ({ rules: { avoidedWords = [] }, onChange }: RulesProps) => {
  const { t } = useText();
  const others = (place: number) => (words: string) =>
    avoidedWords.some((one, at) => at !== place && folded(one.words) === folded(words));
  const put = (place: number, by: AvoidedWords | null) =>
    onChange({
      avoidedWords: avoidedWords.flatMap((one, at) => (at === place ? (by ?? []) : [one])),
    });
  return (
    <Sheet wide title={t('admin.words.title')}>
      <p className={css('under')}>{t('admin.words.means')}</p>
      <ul>
        {avoidedWords.map((words, place) => (
          <KeptRow
            key={words.words}
            words={words}
            taken={others(place)}
            onChange={(by) => put(place, by)}
          />
        ))}
        {avoidedWords.length < mostWords ? (
          <NewRow
            key={avoidedWords.length}
            taken={others(-1)}
            onAdd={(words) => onChange({ avoidedWords: [...avoidedWords, words] })}
          />
        ) : null}
      </ul>
    </Sheet>
  );
};
