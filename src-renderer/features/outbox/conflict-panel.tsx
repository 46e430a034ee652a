/** Two values for one field: shown side by side with the one before, one question a field, three keys. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Keep, OutboxItem } from '@shared/contracts/engine/outbox.ts';
import { useState } from 'react';
import { type Answers, choicesFor, nextField, stepBack } from './conflict-answers.ts';
import { type ConflictField, conflictFields } from './conflict-fields.ts';
import styles from './outbox.module.css';
import type { PanelKeys } from './panel-keys.ts';

const css = styleNames(styles);

const FieldRow = ({
  field,
  isAsked,
  answer,
  keys,
}: {
  readonly keys: PanelKeys;
  readonly field: ConflictField;
  readonly isAsked: boolean;
  readonly answer: Keep | undefined;
}) => {
  const { t } = useText();
  const looks = (side: Keep) =>
    css(
      'value',
      field.differs && 'differs',
      isAsked && side === 'mine' && 'newer',
      (answer === side || answer === 'both') && 'chosen',
    );
  return (
    <tr aria-current={isAsked}>
      <th scope="row">{t(`customerField.${field.name}`)}</th>
      <td>
        <span className={looks('mine')}>
          {isAsked && keys === 'own' ? <KeyCaps keys={['1']} /> : null}
          {field.mine === field.before
            ? t('outbox.unchanged')
            : field.mine || t('outbox.emptyValue')}
        </span>
      </td>
      <td>
        <span className={looks('hub')}>
          {isAsked && keys === 'own' ? <KeyCaps keys={['2']} /> : null}
          {field.hub === field.before ? t('outbox.unchanged') : field.hub || t('outbox.emptyValue')}
          {field.taken ? (
            <em className={css('taken')}>
              <Icon name="check" size={14} />
              {t('outbox.taken')}
            </em>
          ) : null}
        </span>
      </td>
    </tr>
  );
};

/** Who changed it meanwhile: the one of the field that is asked, or the hub when nobody is named. */
const useOther = (conflict: Conflict, field: ConflictField | undefined) => {
  const { t, language } = useText();
  const other =
    conflict.others.find((one) => one.field === field?.name) ?? conflict.others.at(0) ?? null;
  const at = formatTime(other?.at ?? conflict.hub.updatedAt, language);
  if (other === null || other.name === '') return { name: t('outbox.hub'), detail: at };
  const detail = t(`outbox.otherBy.${other.by}`, { time: at });
  return { name: other.name, detail };
};

type Conflict = NonNullable<OutboxItem['conflict']>;

const FieldTable = ({
  fields,
  item,
  other,
  asked,
  answers,
  keys,
}: {
  readonly keys: PanelKeys;
  readonly fields: readonly ConflictField[];
  readonly item: OutboxItem;
  readonly other: { readonly name: string; readonly detail: string };
  readonly asked: ConflictField | undefined;
  readonly answers: Answers;
}) => {
  const { t, language } = useText();
  return (
    <table className={css('fields')}>
      <thead>
        <tr>
          <td />
          <th scope="col">
            {t('outbox.you')}
            <small>{formatTime(item.madeAt, language)}</small>
          </th>
          <th scope="col">
            {other.name}
            <small>{other.detail}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            isAsked={field.name === asked?.name}
            answer={answers[field.name]}
            keys={keys}
          />
        ))}
      </tbody>
    </table>
  );
};

const Question = ({
  field,
  left,
}: {
  readonly field: ConflictField;
  /** Questions still open, this one among them. */
  readonly left: number;
}) => {
  const { t } = useText();
  return (
    <div className={css('question')}>
      <b>
        {t('outbox.whichIsRight', { field: t(`customerField.${field.name}`) })}
        {left > 1 ? <small>{t('outbox.questionsLeft', { count: left })}</small> : null}
      </b>
      <p>{t('outbox.before', { value: field.before || t('outbox.emptyValue') })}</p>
    </div>
  );
};

/** Field after field; the last answer sends them all at once. */
const useAnswers = (item: OutboxItem, fields: readonly ConflictField[]) => {
  const request = useRequest();
  const [answers, setAnswers] = useState<Answers>({});
  const asked = fields[nextField(fields, answers)];
  const choose = (keep: Keep) => {
    if (asked === undefined) return;
    const next = { ...answers, [asked.name]: keep };
    setAnswers(next);
    if (nextField(fields, next) >= 0) return;
    // What differs no more, or in words only, is hers as well as the hub's: nothing is asked of it.
    void request('outbox.resolve', { id: item.id, keep: next });
  };
  return { answers, asked, choose, back: () => setAnswers(stepBack(fields, answers)) };
};

export const ConflictPanel = ({
  item,
  conflict,
  keys,
}: {
  readonly item: OutboxItem;
  readonly conflict: Conflict;
  readonly keys: PanelKeys;
}) => {
  const { t } = useText();
  const request = useRequest();
  const fields = conflictFields(conflict);
  const open = fields.filter(({ differs }) => differs);
  const { answers, asked, choose, back } = useAnswers(item, fields);
  const other = useOther(conflict, asked);
  const keeps = asked === undefined ? [] : choicesFor(asked);
  useKeys(
    keys === 'none'
      ? []
      : [
          ...keeps.map((keep, at) => ({
            key: `Digit${at + 1}`,
            whileTyping: 'rests' as const,
            act: () => choose(keep),
          })),
          { key: 'Backspace', whileTyping: 'rests' as const, act: back },
        ],
  );
  const digit = (at: number) =>
    keys === 'none' ? {} : { keys: [String(at + 1)], 'aria-keyshortcuts': String(at + 1) };
  const left = open.filter(({ name }) => answers[name] === undefined).length;
  return (
    <article className={css('panel')}>
      <header>
        <Tag tone="warn" icon="two-values">
          {t('outbox.twoValues')}
        </Tag>
        <b>{item.customerName}</b>
      </header>
      <FieldTable
        fields={fields}
        item={item}
        other={other}
        asked={asked}
        answers={answers}
        keys={keys}
      />
      {asked === undefined ? null : <Question field={asked} left={left} />}
      <div className={css('acts')}>
        {keeps.map((keep, at) => (
          <Button
            key={keep}
            look={keep === 'mine' ? 'primary' : 'plain'}
            {...digit(at)}
            onClick={() => choose(keep)}
          >
            {keep === 'hub' && other.name !== t('outbox.hub')
              ? other.name
              : t(`outbox.keep.${keep}`)}
          </Button>
        ))}
        {open.length === 0 ? (
          <Button
            look="primary"
            {...digit(0)}
            onClick={() => void request('outbox.resolve', { id: item.id, keep: {} })}
          >
            {t('outbox.nothingLeft')}
          </Button>
        ) : null}
        {left < open.length && left > 0 ? (
          <Button {...(keys === 'none' ? {} : { keys: ['⌫'] })} onClick={back}>
            {t('outbox.questionBack')}
          </Button>
        ) : null}
      </div>
    </article>
  );
};
