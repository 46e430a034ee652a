/** Which cards of the 360 stand in which order, by role; up and down by keys too. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type CardName, cardNames, cardsFor } from '@shared/domain/brand-rules/card-layout.ts';
import { type Role, roles } from '@shared/domain/user/user.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { SelectField } from './fields.tsx';
import { Sheet } from './loaded.tsx';
import type { RulesProps } from './rules-sheets.tsx';

const css = styleNames(styles);
const everyone = 'everyone';

const moved = (cards: readonly CardName[], place: number, by: -1 | 1): CardName[] => {
  const next = [...cards];
  const [card] = next.splice(place, 1);
  if (card !== undefined) next.splice(place + by, 0, card);
  return next;
};

const CardRow = ({
  name,
  onMove,
  onHide,
}: {
  readonly name: CardName;
  readonly onMove: (by: -1 | 1) => void;
  readonly onHide: () => void;
}) => {
  const { t } = useText();
  const card = t(`admin.cards.${name}`);
  return (
    <li className={css('cardRow')}>
      <span>{card}</span>
      <Button size="small" aria-label={t('admin.cards.upOf', { card })} onClick={() => onMove(-1)}>
        ↑
      </Button>
      <Button size="small" aria-label={t('admin.cards.downOf', { card })} onClick={() => onMove(1)}>
        ↓
      </Button>
      <Button size="small" aria-label={t('admin.cards.hideOf', { card })} onClick={onHide}>
        {t('admin.cards.hide')}
      </Button>
    </li>
  );
};

export const CardsSheet = ({ rules: { cards: layouts }, onChange }: RulesProps) => {
  const { t } = useText();
  const [who, setWho] = useState<Role | typeof everyone>(everyone);
  const role = who === everyone ? null : who;
  const own = layouts.find((one) => one.role === role);
  const shown = own?.cards ?? cardsFor(layouts, role ?? undefined);
  const hidden = cardNames.filter((name) => !shown.includes(name));
  const set = (cards: CardName[] | null) =>
    onChange({
      cards: [
        ...layouts.filter((one) => one.role !== role),
        ...(cards === null ? [] : [{ role, cards }]),
      ],
    });
  return (
    <Sheet wide title={t('admin.cards.title')}>
      <div className={css('filters')}>
        <SelectField
          label={t('admin.cards.for')}
          value={who}
          options={[
            { id: everyone, label: t('admin.cards.everyone') },
            ...roles.map((id) => ({ id, label: t(`admin.role.${id}`) })),
          ]}
          onChange={(value) => setWho(roles.find((one) => one === value) ?? everyone)}
        />
        {own === undefined ? (
          <span className={css('quiet')}>{t('admin.cards.usual')}</span>
        ) : (
          <Button size="small" onClick={() => set(null)}>
            {t('admin.cards.reset')}
          </Button>
        )}
      </div>
      <ol aria-label={t('admin.cards.order')}>
        {shown.map((name, place) => (
          <CardRow
            key={name}
            name={name}
            onMove={(by) => set(moved(shown, place, by))}
            onHide={() => set(shown.filter((one) => one !== name))}
          />
        ))}
      </ol>
      {hidden.length === 0 ? null : (
        <p className={css('under')}>
          {hidden.map((name) => (
            <Button
              key={name}
              size="small"
              icon="plus"
              aria-label={t('admin.cards.showOf', { card: t(`admin.cards.${name}`) })}
              onClick={() => set([...shown, name])}
            >
              {t(`admin.cards.${name}`)}
            </Button>
          ))}
        </p>
      )}
    </Sheet>
  );
};
