/** Two cards side by side: what differs is framed, a digit turns each choice, then one decision. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Duplicate } from '@shared/contracts/http/duplicates.ts';
import type { Choices } from '@shared/domain/identity/combine-cards.ts';
import { useState } from 'react';
import styles from './duplicates.module.css';
import { nextSide, type PairField, pairFields } from './pair-fields.ts';
import type { DuplicatesDesk } from './use-duplicates.ts';

const css = styleNames(styles);

const FieldRow = ({
  field,
  side,
  onTurn,
}: {
  readonly field: PairField;
  readonly side: Choices[PairField['name']];
  readonly onTurn: () => void;
}) => {
  const { t } = useText();
  const differs = field.one !== field.other;
  const value = (text: string, isTaken: boolean) => (
    <td>
      <span className={css('value', differs && 'differs', differs && isTaken && 'taken')}>
        {text === '' ? t('duplicates.empty') : text}
        {differs && isTaken ? <Icon name="check" size={14} /> : null}
      </span>
    </td>
  );
  return (
    <tr>
      <th scope="row">{t(`customerField.${field.name}`)}</th>
      {value(field.one, side !== 'absorbed')}
      {value(field.other, side !== 'survivor')}
      <td>
        {differs ? (
          <button
            type="button"
            className={css('turn')}
            aria-keyshortcuts={field.digit === null ? undefined : String(field.digit)}
            onClick={onTurn}
          >
            {field.digit === null ? null : <KeyCaps keys={[String(field.digit)]} />}
            <span className="sr-only">
              {t('duplicates.turn', {
                field: t(`customerField.${field.name}`),
                side: t(`duplicates.side.${side}`),
              })}
            </span>
            <span aria-hidden="true">{t(`duplicates.side.${side}`)}</span>
          </button>
        ) : null}
      </td>
    </tr>
  );
};

export const Reasons = ({ pair }: { readonly pair: Pick<Duplicate, 'for' | 'against'> }) => {
  const { t } = useText();
  return (
    <ul className={css('reasons')}>
      {pair.for.map((reason) => (
        <li key={reason}>
          <Icon name="check" size={16} />
          {t(`duplicates.reason.${reason}`)}
        </li>
      ))}
      {pair.against.map((reason) => (
        <li key={reason} className={css('against')}>
          <Icon name="alert" size={16} />
          {t(`duplicates.reason.${reason}`)}
        </li>
      ))}
    </ul>
  );
};

export const PairPanel = ({
  pair,
  desk,
}: {
  readonly pair: Duplicate;
  readonly desk: Pick<DuplicatesDesk, 'merge' | 'dismiss'>;
}) => {
  const { t } = useText();
  const [choices, setChoices] = useState(pair.choices);
  const fields = pairFields(pair, (code) => t(`duplicates.code.${code}`));
  const turn = (field: PairField) =>
    setChoices((now) => ({ ...now, [field.name]: nextSide(field, now[field.name]) }) as Choices);
  const merge = () =>
    void desk.merge({ survivorId: pair.one.id, absorbedId: pair.other.id, choices });
  const dismiss = () => void desk.dismiss({ oneId: pair.one.id, otherId: pair.other.id });
  useKeys([
    ...fields.flatMap((field) =>
      field.digit === null
        ? []
        : [
            {
              key: `Digit${field.digit}`,
              whileTyping: 'rests' as const,
              act: () => turn(field),
            },
          ],
    ),
    { key: 'm', whileTyping: 'rests', act: merge },
    { key: 'n', whileTyping: 'rests', act: dismiss },
  ]);
  return (
    <article className={css('panel')} aria-label={t('duplicates.pair')}>
      <Reasons pair={pair} />
      <table className={css('fields')}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('duplicates.one')}</th>
            <th scope="col">{t('duplicates.other')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRow
              key={field.name}
              field={field}
              side={choices[field.name]}
              onTurn={() => turn(field)}
            />
          ))}
        </tbody>
      </table>
      <p className={css('note')}>{t('duplicates.note')}</p>
      <div className={css('acts')}>
        <Button look="primary" keys={['M']} aria-keyshortcuts="M" onClick={merge}>
          {t('duplicates.merge')}
        </Button>
        <Button keys={['N']} aria-keyshortcuts="N" onClick={dismiss}>
          {t('duplicates.dismiss')}
        </Button>
      </div>
    </article>
  );
};
